import { LightningElement, api } from 'lwc';
import start from '@salesforce/apex/StatusController.start';
import stop from '@salesforce/apex/StatusController.stop';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import onExplained from '@salesforce/label/c.Sync_On_Explained';
import offExplained from '@salesforce/label/c.Sync_Off_Explained';
import needsManage from '@salesforce/label/c.Needs_Administrator';
import switchLabel from '@salesforce/label/c.Sync_Switch';
import switchOff from '@salesforce/label/c.Sync_Switch_Off';
import switchOn from '@salesforce/label/c.Sync_Switch_On';

/** Turns the sync on and off, and says what that will do. */
export default class SyncSwitch extends LightningElement {
    /** @type {boolean} */
    @api isOn = false;

    label = { needsManage, switchLabel, switchOff, switchOn };
    isBusy = false;
    error;

    get explanation() {
        return this.isOn ? onExplained : offExplained;
    }

    get isReadOnly() {
        return !canManage;
    }

    get isDisabled() {
        return this.isBusy || this.isReadOnly;
    }

    async toggle(event) {
        // after a wait the event has no target any more
        const input = event.target;
        this.isBusy = true;
        this.error = undefined;
        try {
            const status = await (input.checked ? start() : stop());
            this.dispatchEvent(new CustomEvent('statuschange', { detail: status, bubbles: true, composed: true }));
        } catch (error) {
            this.error = error;
            // what the sync did not do, the switch does not show
            input.checked = this.isOn;
        } finally {
            this.isBusy = false;
        }
    }
}
