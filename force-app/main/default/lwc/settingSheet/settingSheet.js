import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getRows from '@salesforce/apex/PreferencesController.getRows';
import removeRow from '@salesforce/apex/PreferencesController.removeRow';
import saveRow from '@salesforce/apex/PreferencesController.saveRow';
import added from '@salesforce/label/c.Setting_New';
import loading from '@salesforce/label/c.Loading';
import saved from '@salesforce/label/c.Setting_Saved';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

/** The rows of a setting, one form each. A sheet of one row shows it; others are chosen by name. */
export default class SettingSheet extends LightningElement {
    /** @type {string} OPTIONS, STEPS, MAPPINGS or NOTIFICATIONS. */
    @api sheet;
    /** @type {boolean} */
    @api isNamed = false;

    label = { added, loading };
    isBusy = false;
    error;
    result;

    @wire(getRows, { sheet: '$sheet' })
    receiveRows(result) {
        this.result = result;
    }

    get rows() {
        return (this.result?.data ?? []).map((row) => ({
            ...row,
            key: row.name ?? '',
            title: row.name ?? added,
        }));
    }

    get readError() {
        return this.result?.error;
    }

    get isLoading() {
        return !this.result?.data && !this.result?.error;
    }

    get single() {
        return this.isNamed ? undefined : this.rows[0];
    }

    save({ detail: { name, values } }) {
        return this.run(() => saveRow({ sheet: this.sheet, rowName: name ?? null, values }));
    }

    remove({ detail: { name } }) {
        return this.run(() => removeRow({ sheet: this.sheet, rowName: name }));
    }

    async run(request) {
        this.isBusy = true;
        this.error = undefined;
        try {
            await request();
            await refreshApex(this.result);
            this.dispatchEvent(new ShowToastEvent({ title: saved, variant: 'success' }));
            this.dispatchEvent(new CustomEvent('saved'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
