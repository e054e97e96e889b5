import { api } from 'lwc';
import cancel from '@salesforce/label/c.Cancel';
import explained from '@salesforce/label/c.Restart_Force_Explained';
import force from '@salesforce/label/c.Restart_Force';
import title from '@salesforce/label/c.Restart_Title';
import LightningModal from 'lightning/modal';

/** Asks whether a sync that is alive is to be restarted all the same. Closes with true or undefined. */
export default class RestartDialog extends LightningModal {
    /** @type {string} The sentence of the refusal. */
    @api refusal;

    label = { cancel, explained, force, title };

    confirm() {
        this.close(true);
    }

    leave() {
        this.close();
    }
}
