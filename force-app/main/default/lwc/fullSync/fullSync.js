import { LightningElement, api } from 'lwc';
import requestFullSync from '@salesforce/apex/StatusController.requestFullSync';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import explained from '@salesforce/label/c.Full_Sync_Explained';
import request from '@salesforce/label/c.Full_Sync_Request';
import requested from '@salesforce/label/c.Full_Sync_Requested';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

/** Makes the next cycle a full one. */
export default class FullSync extends LightningElement {
    /** @type {boolean} */
    @api isOn = false;

    label = { explained, request };
    isBusy = false;
    error;

    get isDisabled() {
        return this.isBusy || !this.isOn || !canManage;
    }

    async ask() {
        this.isBusy = true;
        this.error = undefined;
        try {
            const status = await requestFullSync();
            this.dispatchEvent(new CustomEvent('statuschange', { detail: status, bubbles: true, composed: true }));
            this.dispatchEvent(new ShowToastEvent({ title: requested, variant: 'success' }));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
