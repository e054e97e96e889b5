import { LightningElement, api } from 'lwc';

/** A record: its fields as its page layout orders them, and the components of its Lightning page. */
export default class RecordView extends LightningElement {
    @api components;
    @api page;

    get hasComponents() {
        return this.page.components.length > 0;
    }
}
