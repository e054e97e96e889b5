import { LightningElement, api } from 'lwc';
import canManage from '@salesforce/customPermission/SW_Studio_Manage';
import nameLabel from '@salesforce/label/c.Setting_Name';
import remove from '@salesforce/label/c.Setting_Remove';
import save from '@salesforce/label/c.Setting_Save';

const TYPES = { CHECKBOX: 'checkbox', NUMBER: 'number', TEXT: 'text' };

/** The fields of one row of a setting. Says what is to be saved or removed; whoever placed it does so. */
export default class SettingForm extends LightningElement {
    /** @type {{name?: string, fields: any[]}} A row without a name is a new one. */
    @api row;
    /** @type {boolean} */
    @api isBusy = false;
    /** @type {boolean} Rows of this sheet have names and can be removed. */
    @api isNamed = false;

    label = { nameLabel, remove, save };

    get inputs() {
        return this.row.fields.map((field) => {
            const isCheckbox = field.kind === 'CHECKBOX';
            return {
                ...field,
                type: TYPES[field.kind],
                checked: isCheckbox && field.value === true,
                text: isCheckbox ? undefined : field.value,
            };
        });
    }

    get asksName() {
        return this.isNamed && !this.row.name;
    }

    get isRemovable() {
        return this.isNamed && Boolean(this.row.name);
    }

    get isDisabled() {
        return this.isBusy || !canManage;
    }

    save() {
        const inputs = /** @type {any[]} */ ([...this.template.querySelectorAll('lightning-input')]);
        if (!inputs.every((input) => input.reportValidity())) return;
        const values = {};
        let { name } = this.row;
        for (const input of inputs) {
            if (input.name === 'Name') name = input.value;
            else values[input.name] = input.type === 'checkbox' ? input.checked : input.value;
        }
        this.dispatchEvent(new CustomEvent('saverow', { detail: { name, values } }));
    }

    remove() {
        this.dispatchEvent(new CustomEvent('removerow', { detail: { name: this.row.name } }));
    }
}
