import { LightningElement, api } from 'lwc';
import changed from '@salesforce/label/c.Step_Changed';
import cutShort from '@salesforce/label/c.Step_Errors_Left_Out';
import duration from '@salesforce/label/c.Step_Duration';
import errors from '@salesforce/label/c.Step_Errors';
import examined from '@salesforce/label/c.Step_Examined';
import failed from '@salesforce/label/c.Step_Failed';
import nothing from '@salesforce/label/c.Step_None';
import { durationText } from 'c/relativeTime';
import { stepRows } from 'c/stepView';

/** The steps of one cycle, in their order, with what each did and what went wrong. */
export default class CycleTimeline extends LightningElement {
    /** @type {any} Steps JSON, parsed. */
    @api steps;

    label = { changed, cutShort, duration, errors, examined, failed, nothing };

    get rows() {
        return stepRows(this.steps).map((row) => ({
            ...row,
            duration: durationText(row.seconds),
            errors: (row.errors ?? []).map((error) => ({
                ...error,
                address: error.record && `/lightning/r/${error.record}/view`,
            })),
        }));
    }

    get isEmpty() {
        return this.rows.length === 0;
    }
}
