import { LightningElement } from 'lwc';
import explained from '@salesforce/label/c.Mappings_Explained';
import title from '@salesforce/label/c.Menu_Mappings';

/** Which value of SalesWings goes to which field. */
export default class MappingsSection extends LightningElement {
    label = { explained, title };
}
