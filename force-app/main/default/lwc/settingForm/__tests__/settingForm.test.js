import { createElement } from 'lwc';
import SettingForm from 'c/settingForm';

jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

const ROW = {
    name: 'GetTags',
    fields: [
        { name: 'Enabled__c', label: 'Enabled', kind: 'CHECKBOX', value: true },
        { name: 'Interval_Minutes__c', label: 'Interval (minutes)', help: 'How often', kind: 'NUMBER', value: 15 },
    ],
};

function show(properties) {
    const element = createElement('c-setting-form', { is: SettingForm });
    Object.assign(element, { row: ROW, isNamed: true }, properties);
    document.body.appendChild(element);
    for (const input of element.shadowRoot.querySelectorAll('lightning-input')) input.reportValidity = () => true;
    return element;
}

const buttons = (element) => [...element.shadowRoot.querySelectorAll('lightning-button')];

describe('the form of a setting', () => {
    afterEach(() => document.body.replaceChildren());

    it('has an input a field, of the kind of the field', () => {
        const inputs = [...show().shadowRoot.querySelectorAll('lightning-input')];
        expect(inputs.map(({ type, label }) => [type, label])).toEqual([
            ['checkbox', 'Enabled'],
            ['number', 'Interval (minutes)'],
        ]);
    });

    it('hands on what is to be saved', () => {
        const element = show();
        const saved = jest.fn();
        element.addEventListener('saverow', saved);
        const [enabled, interval] = element.shadowRoot.querySelectorAll('lightning-input');
        enabled.checked = false;
        interval.value = '30';
        buttons(element)[0].click();
        expect(saved.mock.calls[0][0].detail).toEqual({
            name: 'GetTags',
            values: { Enabled__c: false, Interval_Minutes__c: '30' },
        });
    });

    it('saves nothing that an input refuses', () => {
        const element = show();
        const saved = jest.fn();
        element.addEventListener('saverow', saved);
        element.shadowRoot.querySelector('lightning-input').reportValidity = () => false;
        buttons(element)[0].click();
        expect(saved).not.toHaveBeenCalled();
    });

    it('asks the name of a new row, and offers no removal of it', () => {
        const element = show({ row: { fields: ROW.fields } });
        expect(element.shadowRoot.querySelector('lightning-input').name).toBe('Name');
        expect(buttons(element)).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
