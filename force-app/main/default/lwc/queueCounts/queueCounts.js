import { LightningElement, api } from 'lwc';
import count from '@salesforce/label/c.Queue_Count';
import dead from '@salesforce/label/c.Queue_Dead';
import handler from '@salesforce/label/c.Queue_Handler';
import oldest from '@salesforce/label/c.Queue_Oldest';
import pending from '@salesforce/label/c.Queue_Pending';
import retrying from '@salesforce/label/c.Queue_Retrying';
import state from '@salesforce/label/c.Queue_State';
import { durationText } from 'c/relativeTime';

/** How many events wait, are tried again, and were given up; and the same by handler. */
export default class QueueCounts extends LightningElement {
    /** @type {any} Stats as REST has them. */
    @api stats;

    label = { count, dead, handler, oldest, pending, retrying, state };

    get totals() {
        const { queue } = this.stats;
        return [
            { name: 'pending', label: pending, value: queue.pending ?? 0 },
            { name: 'retrying', label: retrying, value: queue.retrying ?? 0 },
            { name: 'dead', label: dead, value: queue.dead ?? 0 },
            { name: 'oldest', label: oldest, value: durationText(queue.oldestAgeSeconds) || '–' },
        ];
    }

    get handlers() {
        return this.stats.handlers.map((row) => ({ ...row, key: `${row.handler} ${row.status}` }));
    }

    get hasHandlers() {
        return this.stats.handlers.length > 0;
    }
}
