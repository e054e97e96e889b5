import { LightningElement, api } from 'lwc';
import { statusView } from 'c/stepView';

/** The status of a cycle or a step as icon and words. */
export default class StatusBadge extends LightningElement {
    /** @type {string} */
    @api status;

    get view() {
        return statusView(this.status);
    }
}
