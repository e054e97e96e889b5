import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import sendTest from '@salesforce/apex/NotificationsController.sendTest';
import getRows from '@salesforce/apex/PreferencesController.getRows';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import explained from '@salesforce/label/c.Notifications_Explained';
import rules from '@salesforce/label/c.Menu_Notifications';
import send from '@salesforce/label/c.Notifications_Send_Test';
import sent from '@salesforce/label/c.Notifications_Test_Sent';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

/** Who is told when the sync stops, and a test message for each rule. */
export default class NotificationsSection extends LightningElement {
    label = { explained, rules };
    isBusy = false;
    error;
    result;

    @wire(getRows, { sheet: 'NOTIFICATIONS' })
    receiveRules(result) {
        this.result = result;
    }

    get tests() {
        return (this.result?.data ?? [])
            .filter(({ name }) => name)
            .map(({ name }) => ({ name, label: send.replace('{0}', name) }));
    }

    get isDisabled() {
        return this.isBusy || !canManage;
    }

    rulesChanged() {
        return refreshApex(this.result);
    }

    async send(event) {
        const rowName = event.target.name;
        this.isBusy = true;
        this.error = undefined;
        try {
            await sendTest({ rowName });
            this.dispatchEvent(new ShowToastEvent({ title: sent, variant: 'success' }));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
