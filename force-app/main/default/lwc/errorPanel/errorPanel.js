import { LightningElement, api } from 'lwc';
import errorTitle from '@salesforce/label/c.Error_Title';
import { readError } from 'c/pageErrors';

/** Says what went wrong. Nothing without an error. */
export default class ErrorPanel extends LightningElement {
    /** @type {unknown} As a wire or a call gave it. */
    @api error;

    label = { errorTitle };

    get message() {
        return this.error ? readError(this.error).message : undefined;
    }
}
