import { elements, isTrue, requiredText, text, type MetadataElement } from './metadata-xml.ts';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
}

/** What the data model says of one field. */
export interface Field {
    readonly name: string;
    readonly label: string;
    /** The type with its size or target, as the page prints it. */
    readonly type: string;
    readonly flags: readonly string[];
    readonly help: string;
    readonly description: string;
    /** Picklist values of its own; those of a global value set are the set's. */
    readonly values: readonly PicklistValue[];
    readonly formula?: string;
    /** Always required: the platform keeps it out of permission sets, it goes with its object. */
    readonly isRequired: boolean;
}

const thousands = new Intl.NumberFormat('en-US');

/** How a type is printed. A type that is not here is an error, so that no field is described by halves. */
const TYPES: Readonly<Record<string, (field: MetadataElement) => string>> = {
    Checkbox: () => 'Checkbox',
    DateTime: () => 'Date/Time',
    Email: () => 'Email',
    Url: () => 'URL',
    Text: (field) => `Text(${requiredText(field, 'length')})`,
    LongTextArea: (field) => `Long Text(${thousands.format(Number(requiredText(field, 'length')))})`,
    Number: (field) => `Number(${requiredText(field, 'precision')}, ${requiredText(field, 'scale')})`,
    Lookup: (field) => `Lookup to \`${requiredText(field, 'referenceTo')}\``,
    MasterDetail: (field) => `Master-Detail to \`${requiredText(field, 'referenceTo')}\``,
    Picklist: (field) => {
        const set = elements(field, 'valueSet').map((valueSet) => text(valueSet, 'valueSetName'))[0];
        return set === undefined ? 'Picklist' : `Picklist of \`${set}\``;
    },
};

/** @throws Error where the type has no words here, or an element that it needs is missing */
export function fieldFrom(element: MetadataElement): Field {
    const type = requiredText(element, 'type');
    const typeText = TYPES[type];
    if (typeText === undefined) throw new Error(`the type ${type} has no words in the data model; add them`);
    const formula = text(element, 'formula');
    return {
        name: requiredText(element, 'fullName'),
        label: requiredText(element, 'label'),
        type: formula === undefined ? typeText(element) : `Formula, ${typeText(element)}`,
        flags: flagsOf(element),
        help: text(element, 'inlineHelpText') ?? '',
        description: text(element, 'description') ?? '',
        values: ownValues(element),
        ...(formula === undefined ? {} : { formula }),
        isRequired: isTrue(element, 'required') || type === 'MasterDetail',
    };
}

const DELETE_RULES: Readonly<Record<string, string>> = {
    Restrict: 'blocks deletion of its target',
    SetNull: 'cleared when its target is deleted',
    Cascade: 'deleted with its target',
};

function flagsOf(element: MetadataElement): string[] {
    const defaultValue = text(element, 'defaultValue') ?? ownDefault(element);
    const deleteRule = DELETE_RULES[text(element, 'deleteConstraint') ?? ''];
    return [
        ...(isTrue(element, 'required') ? ['required'] : []),
        ...(isTrue(element, 'unique') ? ['unique'] : []),
        ...(isTrue(element, 'caseSensitive') ? ['case-sensitive'] : []),
        ...(isTrue(element, 'externalId') ? ['external id'] : []),
        ...(defaultValue === undefined ? [] : [`default \`${defaultValue}\``]),
        ...(deleteRule === undefined ? [] : [deleteRule]),
        ...(text(element, 'type') === 'MasterDetail' ? ['deleted with its master'] : []),
        ...(text(element, 'fieldManageability') === 'SubscriberControlled' ? ['yours to change'] : []),
    ];
}

function definedValues(element: MetadataElement): MetadataElement[] {
    return elements(element, 'valueSet')
        .flatMap((valueSet) => elements(valueSet, 'valueSetDefinition'))
        .flatMap((definition) => elements(definition, 'value'));
}

function ownDefault(element: MetadataElement): string | undefined {
    const value = definedValues(element).find((each) => isTrue(each, 'default'));
    return value && requiredText(value, 'fullName');
}

function ownValues(element: MetadataElement): PicklistValue[] {
    return definedValues(element).map(picklistValue);
}

export function picklistValue(element: MetadataElement): PicklistValue {
    const value = requiredText(element, 'fullName');
    return { value, label: text(element, 'label') ?? value };
}
