import type { TypeLibrary } from '../../library.ts';
import { SelectOption } from '../../web/select-option.ts';

const newOption = (value: string | null, label: string | null, disabled?: boolean | null): SelectOption =>
    new SelectOption(value, label, disabled);

export const selectOptionLibrary: TypeLibrary = {
    type: 'System.SelectOption',
    constructors: { 'new(String,String)': newOption, 'new(String,String,Boolean)': newOption },
    methods: {
        'getDisabled()': (option: SelectOption) => option.disabled,
        'getEscapeItem()': (option: SelectOption) => option.escapeItem,
        'getLabel()': (option: SelectOption) => option.label,
        'getValue()': (option: SelectOption) => option.value,
        'setDisabled(Boolean)': (option: SelectOption, disabled: boolean | null) => {
            option.disabled = disabled === true;
        },
        'setEscapeItem(Boolean)': (option: SelectOption, escapes: boolean | null) => {
            option.escapeItem = escapes === true;
        },
        'setLabel(String)': (option: SelectOption, label: string | null) => {
            option.label = label;
        },
        'setValue(String)': (option: SelectOption, value: string | null) => {
            option.value = value;
        },
    },
};
