import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** The rows of a list view; the first column leads to the record. */
export default class ListView extends NavigationMixin(LightningElement) {
    @api page;

    get columns() {
        return this.page.columns.map((column, index) => (index === 0 ? linkColumn(column) : textColumn(column)));
    }

    get isEmpty() {
        return this.page.rows.length === 0;
    }

    choose(event) {
        this[NavigationMixin.Navigate]({
            type: 'standard__objectPage',
            attributes: { objectApiName: this.page.objectApiName, actionName: 'list' },
            state: { filterName: event.detail.value },
        });
    }
}

function linkColumn({ name, label }) {
    return {
        type: 'url',
        fieldName: 'address',
        label,
        typeAttributes: { label: { fieldName: name }, target: '_self' },
    };
}

function textColumn({ name, label }) {
    return { type: 'text', fieldName: name, label };
}
