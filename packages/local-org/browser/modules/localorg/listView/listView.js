import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** The rows of a list view; the first column leads to the record. */
export default class ListView extends NavigationMixin(LightningElement) {
    @api page;

    get columns() {
        return this.page.columns.map(({ name, label }, index) =>
            index === 0
                ? {
                      type: 'url',
                      fieldName: 'address',
                      label,
                      typeAttributes: { label: { fieldName: name }, target: '_self' },
                  }
                : { type: 'text', fieldName: name, label },
        );
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
