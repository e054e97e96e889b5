import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getJob from '@salesforce/apex/StatusController.getJob';
import getJobs from '@salesforce/apex/StatusController.getJobs';
import restart from '@salesforce/apex/StatusController.restart';
import runNow from '@salesforce/apex/StatusController.runNow';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import cycles from '@salesforce/label/c.Status_Cycles';
import loading from '@salesforce/label/c.Loading';
import restartLabel from '@salesforce/label/c.Restart';
import runNowLabel from '@salesforce/label/c.Run_Now';
import { readError } from 'c/pageErrors';
import RestartDialog from 'c/restartDialog';

const CYCLES = 25;

/** The last cycles with what each step did; runs the next one now, restarts the sync. */
export default class StatusSection extends LightningElement {
    /** @type {any} The status as REST has it; a new one means that the cycles may have changed. */
    @api
    get status() {
        return this.currentStatus;
    }

    set status(status) {
        this.currentStatus = status;
        if (this.jobs) refreshApex(this.jobs);
        if (this.opened) refreshApex(this.opened);
    }

    label = { cycles, loading, restartLabel, runNowLabel };
    limit = CYCLES;
    before = null;
    isBusy = false;
    currentStatus;
    selected;
    jobs;
    opened;
    error;

    @wire(getJobs, { limitTo: '$limit', before: '$before' })
    receiveJobs(result) {
        this.jobs = result;
    }

    @wire(getJob, { idOrName: '$selected' })
    receiveJob(result) {
        this.opened = result;
    }

    get rows() {
        return this.jobs?.data?.jobs;
    }

    get readError() {
        return this.jobs?.error ?? this.opened?.error;
    }

    get steps() {
        return this.selected ? this.opened?.data?.steps : undefined;
    }

    get isLoading() {
        return !this.rows && !this.jobs?.error;
    }

    get isDisabled() {
        return this.isBusy || !canManage;
    }

    choose({ detail: name }) {
        this.selected = this.selected === name ? undefined : name;
    }

    runNow() {
        return this.ask(() => runNow());
    }

    async restart() {
        const refusal = await this.ask(() => restart({ force: false }), 'SYNC_ALREADY_RUNNING');
        if (!refusal) return;
        const isForced = await RestartDialog.open({ size: 'small', refusal: refusal.message });
        if (isForced) await this.ask(() => restart({ force: true }));
    }

    /** Answers the refusal of that code, which the caller handles; every other one is shown. */
    async ask(request, expected) {
        this.isBusy = true;
        this.error = undefined;
        try {
            const detail = await request();
            this.dispatchEvent(new CustomEvent('statuschange', { detail, bubbles: true, composed: true }));
        } catch (error) {
            const refusal = readError(error);
            if (refusal.code === expected) return refusal;
            this.error = error;
        } finally {
            this.isBusy = false;
        }
        return undefined;
    }
}
