import { LightningElement } from 'lwc';
import check from '@salesforce/apex/ConnectionController.check';
import storeToken from '@salesforce/apex/ConnectionController.storeToken';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import accepted from '@salesforce/label/c.Connection_Accepted';
import checkAgain from '@salesforce/label/c.Connection_Check';
import endpoint from '@salesforce/label/c.Connection_Endpoint';
import loading from '@salesforce/label/c.Loading';
import save from '@salesforce/label/c.Connection_Save';
import title from '@salesforce/label/c.Connection_Title';
import token from '@salesforce/label/c.Connection_Token';
import tokenHelp from '@salesforce/label/c.Connection_Token_Help';

/** The address of SalesWings, and the token: it can be entered and checked, and is never shown. */
export default class ConnectionCard extends LightningElement {
    label = { checkAgain, endpoint, loading, save, title, token, tokenHelp };
    connection;
    error;
    isBusy = false;

    connectedCallback() {
        this.check();
    }

    get isAccepted() {
        return this.connection?.isAccepted === true;
    }

    get acceptedText() {
        return accepted.replace('{0}', this.connection.account);
    }

    get isReadOnly() {
        return this.isBusy || !canManage;
    }

    check() {
        return this.run(async () => {
            this.connection = await check();
        });
    }

    save() {
        const input = /** @type {any} */ (this.template.querySelector('lightning-input'));
        if (!input.reportValidity()) return undefined;
        const entered = input.value;
        return this.run(async () => {
            await storeToken({ token: entered });
            input.value = '';
            this.connection = await check();
        });
    }

    async run(work) {
        this.isBusy = true;
        this.error = undefined;
        try {
            await work();
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
