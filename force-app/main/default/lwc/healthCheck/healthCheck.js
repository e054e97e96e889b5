import { LightningElement, api } from 'lwc';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import fix from '@salesforce/label/c.Health_Fix';
import statusError from '@salesforce/label/c.Health_Error';
import statusOk from '@salesforce/label/c.Health_Ok';
import statusUnknown from '@salesforce/label/c.Health_Unknown';
import statusWarning from '@salesforce/label/c.Health_Warning';

const STATUSES = {
    OK: { icon: 'utility:success', variant: 'success', label: statusOk },
    WARNING: { icon: 'utility:warning', variant: 'warning', label: statusWarning },
    ERROR: { icon: 'utility:error', variant: 'error', label: statusError },
    UNKNOWN: { icon: 'utility:question', variant: '', label: statusUnknown },
};

/** One check: how it stands, the evidence, and the fix or what to do. */
export default class HealthCheck extends LightningElement {
    /** @type {{code: string, label: string, status: string, message: string, remedy?: string, fix?: string}} */
    @api check;
    /** @type {boolean} While a fix runs. */
    @api isBusy = false;

    label = { fix };

    get view() {
        return STATUSES[this.check.status] ?? STATUSES.UNKNOWN;
    }

    get isFixable() {
        return Boolean(this.check.fix && canManage);
    }

    applyFix() {
        this.dispatchEvent(new CustomEvent('fix', { detail: this.check.fix }));
    }
}
