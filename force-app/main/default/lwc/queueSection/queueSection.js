import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getEvents from '@salesforce/apex/QueueController.getEvents';
import getHistory from '@salesforce/apex/QueueController.getHistory';
import getStats from '@salesforce/apex/QueueController.getStats';
import purge from '@salesforce/apex/QueueController.purge';
import redrive from '@salesforce/apex/QueueController.redrive';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import begun from '@salesforce/label/c.Queue_Begun';
import done from '@salesforce/label/c.Queue_Done';
import loading from '@salesforce/label/c.Loading';
import needsManage from '@salesforce/label/c.Needs_Administrator';
import purgeAsk from '@salesforce/label/c.Queue_Purge_Ask';
import purgeLabel from '@salesforce/label/c.Queue_Purge';
import redriveAsk from '@salesforce/label/c.Queue_Redrive_Ask';
import redriveLabel from '@salesforce/label/c.Queue_Redrive';
import stateFilter from '@salesforce/label/c.Queue_Show';
import title from '@salesforce/label/c.Menu_Queue';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

const STATES = ['Dead', 'Retrying', 'Pending', 'Processing'];

/** The Event Queue: its lag, its counts, the events that failed, and sending them back or removing them. */
export default class QueueSection extends LightningElement {
    label = { loading, needsManage, purgeLabel, redriveLabel, stateFilter, title };
    canManage = Boolean(canManage);
    states = STATES.map((value) => ({ label: value, value }));
    filters = canManage ? { status: 'Dead' } : undefined;
    chosen = [];
    isBusy = false;
    error;

    @wire(getStats)
    stats;

    @wire(getHistory)
    history;

    events;

    @wire(getEvents, { filters: '$filters' })
    receiveEvents(result) {
        this.events = result;
    }

    get readError() {
        return this.stats.error ?? this.history.error ?? this.events?.error;
    }

    get points() {
        return this.history.data?.points;
    }

    get rows() {
        return this.events?.data?.events;
    }

    get isLoading() {
        return !this.stats.data && !this.stats.error;
    }

    get isDead() {
        return this.filters?.status === 'Dead';
    }

    get isDisabled() {
        return this.isBusy || !this.isDead || !this.rows?.length;
    }

    filter(event) {
        this.chosen = [];
        this.filters = { status: event.detail.value };
    }

    choose(event) {
        this.chosen = event.detail;
    }

    redrive() {
        return this.change(redrive, redriveAsk, redriveLabel);
    }

    purge() {
        return this.change(purge, purgeAsk, purgeLabel);
    }

    /** Counts first, and asks with the count: nobody removes a thousand events by a slip. */
    async change(verb, question, label) {
        this.isBusy = true;
        this.error = undefined;
        try {
            const eventIds = this.chosen;
            const { count } = await verb({ eventIds, dryRun: true });
            const message = question.replace('{0}', String(count));
            if (!(await LightningConfirm.open({ message, label, variant: 'header' }))) return;
            const answer = await verb({ eventIds, dryRun: false });
            this.chosen = [];
            const toast = (answer.id ? begun : done).replace('{0}', String(answer.count));
            this.dispatchEvent(new ShowToastEvent({ title: toast, variant: 'success' }));
            await this.refresh();
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    refresh() {
        return Promise.all([refreshApex(this.stats), refreshApex(this.events)]);
    }
}
