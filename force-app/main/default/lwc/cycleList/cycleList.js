import { LightningElement, api } from 'lwc';
import changed from '@salesforce/label/c.Step_Changed';
import duration from '@salesforce/label/c.Step_Duration';
import examined from '@salesforce/label/c.Step_Examined';
import failed from '@salesforce/label/c.Step_Failed';
import nothing from '@salesforce/label/c.Status_No_Cycles';
import open from '@salesforce/label/c.Status_Open_Cycle';
import started from '@salesforce/label/c.Status_Started';
import startedBy from '@salesforce/label/c.Status_Started_By';
import status from '@salesforce/label/c.Status_Status';
import { durationText, relativeTime } from 'c/relativeTime';

/** The last cycles, newest first; choosing one says its name to whoever placed the list. */
export default class CycleList extends LightningElement {
    /** @type {any[]} Job summaries as REST has them. */
    @api jobs = [];
    /** @type {string} Name of the job that is open. */
    @api selected;

    label = { changed, duration, examined, failed, nothing, open, started, startedBy, status };

    get rows() {
        const now = Date.now();
        return this.jobs.map((job) => ({
            ...job,
            started: relativeTime(job.startedAt, now),
            duration: durationText(job.durationSeconds),
            bars: barsOf(job),
            isOpen: String(job.name === this.selected),
        }));
    }

    get isEmpty() {
        return this.jobs.length === 0;
    }

    choose(event) {
        this.dispatchEvent(new CustomEvent('choose', { detail: event.currentTarget.dataset.name }));
    }
}

/** One bar a step: how many completed, failed in part, failed, were skipped. */
function barsOf(job) {
    const counts = [
        [job.stepsCompleted, 'bar bar_completed'],
        [job.stepsPartiallyCompleted, 'bar bar_partial'],
        [job.stepsFailed, 'bar bar_failed'],
        [job.stepsSkipped, 'bar bar_skipped'],
    ];
    return counts.flatMap(([count, style]) =>
        Array.from({ length: Number(count ?? 0) }, (_, index) => ({ key: `${style} ${index}`, style })),
    );
}
