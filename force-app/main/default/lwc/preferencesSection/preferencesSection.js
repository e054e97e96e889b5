import { LightningElement } from 'lwc';
import options from '@salesforce/label/c.Preferences_Options';
import steps from '@salesforce/label/c.Preferences_Steps';

/** What the sync does and how often: the options of the organization, and those of each step. */
export default class PreferencesSection extends LightningElement {
    label = { options, steps };
}
