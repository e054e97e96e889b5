import { LightningElement, api } from 'lwc';
import attempts from '@salesforce/label/c.Queue_Attempts';
import choose from '@salesforce/label/c.Queue_Choose';
import error from '@salesforce/label/c.Queue_Error';
import event from '@salesforce/label/c.Queue_Event';
import handler from '@salesforce/label/c.Queue_Handler';
import nothing from '@salesforce/label/c.Queue_Nothing';
import record from '@salesforce/label/c.Queue_Record';
import state from '@salesforce/label/c.Queue_State';

/** Events with what failed; says which ones are chosen. */
export default class QueueTable extends LightningElement {
    /** @type {any[]} */
    @api events = [];
    /** @type {string[]} Ids of the chosen ones. */
    @api chosen = [];

    label = { attempts, error, event, handler, nothing, record, state };

    get isEmpty() {
        return this.events.length === 0;
    }

    get rows() {
        return this.events.map((row) => ({
            ...row,
            address: `/lightning/r/EventQueue__c/${row.id}/view`,
            recordAddress: `/lightning/r/${row.recordId}/view`,
            isChosen: this.chosen.includes(row.id),
            chooseLabel: `${choose} ${row.name}`,
            errorText: [row.errorCode, row.error].filter(Boolean).join(': '),
        }));
    }

    choose({ target }) {
        const { id } = target.dataset;
        const others = this.chosen.filter((chosen) => chosen !== id);
        this.dispatchEvent(new CustomEvent('choose', { detail: target.checked ? [...others, id] : others }));
    }
}
