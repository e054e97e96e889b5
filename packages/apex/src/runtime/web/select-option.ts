import { defineBuiltIn } from '../built-in-type.ts';
import { compareValues } from '../compare.ts';

/** `System.SelectOption`; lists of them sort by value, then label, then whether they are disabled. */
export class SelectOption {
    value: string | null;
    label: string | null;
    disabled: boolean;
    escapeItem = true;

    constructor(value: string | null, label: string | null, disabled: boolean | null = false) {
        this.value = value;
        this.label = label;
        this.disabled = disabled === true;
    }

    compareTo(other: SelectOption): number {
        return (
            compareValues(this.value, other.value) ||
            compareValues(this.label, other.label) ||
            compareValues(this.disabled, other.disabled)
        );
    }

    toString(): string {
        return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.disabled}"]`;
    }
}

defineBuiltIn('System.SelectOption', SelectOption);
