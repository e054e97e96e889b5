import { LightningElement, api } from 'lwc';
import dueNow from '@salesforce/label/c.Next_Run_Due';
import title from '@salesforce/label/c.Next_Run';
import { countdown } from 'c/relativeTime';
import { VisiblePolling } from 'c/visiblePolling';

const TICK = 1000;

/** The time to the next cycle, counted down. */
export default class NextRun extends LightningElement {
    /** @type {string} ISO text */
    @api due;

    label = { title };
    now = Date.now();
    polling = new VisiblePolling(() => {
        this.now = Date.now();
    }, TICK);

    connectedCallback() {
        this.polling.start();
    }

    disconnectedCallback() {
        this.polling.stop();
    }

    get text() {
        return countdown(this.due, this.now) || dueNow;
    }
}
