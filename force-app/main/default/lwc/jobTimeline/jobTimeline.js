import { LightningElement, api, wire } from 'lwc';
import getJob from '@salesforce/apex/StatusController.getJob';
import hideRaw from '@salesforce/label/c.Job_Hide_Raw';
import loading from '@salesforce/label/c.Loading';
import showRaw from '@salesforce/label/c.Job_Show_Raw';
import title from '@salesforce/label/c.Job_Timeline';

/** The timeline of the SW Apex Job whose page this is; the raw JSON is one click away. */
export default class JobTimeline extends LightningElement {
    /** @type {string} */
    @api recordId;

    label = { loading, title };
    isRaw = false;

    @wire(getJob, { idOrName: '$recordId' })
    job;

    get steps() {
        return this.job.data?.steps;
    }

    get rawLabel() {
        return this.isRaw ? hideRaw : showRaw;
    }

    get raw() {
        return JSON.stringify(this.steps, null, 4);
    }

    get isLoading() {
        return !this.job.data && !this.job.error;
    }

    toggleRaw() {
        this.isRaw = !this.isRaw;
    }
}
