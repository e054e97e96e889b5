import { LightningElement, api } from 'lwc';
import connectionTitle from '@salesforce/label/c.Setup_Sync_User';
import fullSyncTitle from '@salesforce/label/c.Full_Sync';
import noSyncUser from '@salesforce/label/c.Setup_No_Sync_User';
import reasonTitle from '@salesforce/label/c.Setup_Reason';
import syncTitle from '@salesforce/label/c.Setup_Synchronization';

/** Synchronization on and off, who runs it, when it runs next, and a full synchronization. */
export default class SetupSection extends LightningElement {
    /** @type {any} The status as REST has it. */
    @api status;

    label = { connectionTitle, fullSyncTitle, reasonTitle, syncTitle };

    get sync() {
        return this.status?.sync ?? {};
    }

    get isOn() {
        return this.sync.desired === 'ON';
    }

    get waits() {
        return this.isOn && this.sync.running !== 'RUNNING' && this.sync.nextDue;
    }

    get syncUser() {
        return this.sync.syncUser?.username ?? noSyncUser;
    }

    get reason() {
        const { reason } = this.sync;
        return reason && [reason.message, reason.remedy].filter(Boolean).join(' ');
    }
}
