/**
 * The notation in which the overlay describes fields: a type with its size, then flags, then picklist values.
 *
 *     string(255) required name
 *     currency(18,2)
 *     picklist restricted: New* | Working | Closed
 *     reference(Group, User) required
 *
 * `required` means not nillable and not filled in by the platform. The name of an org feature says that only orgs with
 * it have the field; `always` takes that back where a convention says it. A picklist value marked `*` is the default.
 */
import type { FieldType, OrgFeature, StandardField, StandardPicklistValue } from './standard-object.ts';

export type FieldOverride = Partial<StandardField>;

const FEATURES: readonly OrgFeature[] = [
    'Communities',
    'Divisions',
    'MultiCurrency',
    'PersonAccounts',
    'RecordTypes',
    'StateAndCountryPicklists',
];

const FLAGS: Readonly<Record<string, FieldOverride>> = {
    required: { nillable: false, defaultedOnCreate: false },
    defaulted: { nillable: false, defaultedOnCreate: true },
    nillable: { nillable: true, defaultedOnCreate: false },
    name: { nameField: true },
    unique: { unique: true },
    idLookup: { idLookup: true },
    readonly: { createable: false, updateable: false },
    createOnly: { createable: true, updateable: false },
    writable: { createable: true, updateable: true },
    updateOnly: { createable: false, updateable: true },
    calculated: { calculated: true, createable: false, updateable: false },
    autoNumber: {
        autoNumber: true,
        nillable: false,
        defaultedOnCreate: true,
        createable: false,
        updateable: false,
        idLookup: true,
    },
    restricted: { restrictedPicklist: true },
    always: { requires: null },
    true: { defaultValue: 'true' },
};

const TEXT_TYPES: ReadonlySet<FieldType> = new Set([
    'combobox',
    'email',
    'encryptedstring',
    'multipicklist',
    'phone',
    'picklist',
    'string',
    'textarea',
    'url',
]);

/** @throws Error when the notation has an unknown flag: the overlay is part of the program, not input */
export function parseFieldNotation(notation: string): FieldOverride {
    const colon = notation.indexOf(':');
    const head = colon < 0 ? notation : notation.slice(0, colon);
    const match = /^(\w+)(?:\(([^)]*)\))?(.*)$/.exec(head.trim());
    if (match === null) throw new Error(`Field notation without a type: ${notation}`);
    const [, type = '', size, flags = ''] = match;
    const override: Record<string, unknown> = { ...typeOverride(type as FieldType, size) };
    for (const flag of flags.split(/\s+/)) {
        if (flag === '') continue;
        if (FEATURES.includes(flag as OrgFeature)) override['requires'] = flag;
        else if (FLAGS[flag] !== undefined) Object.assign(override, FLAGS[flag]);
        else throw new Error(`Unknown flag "${flag}" in field notation: ${notation}`);
    }
    if (colon >= 0) Object.assign(override, picklist(notation.slice(colon + 1)));
    return override;
}

/** `same` keeps the type that the conventions give, for notations that only add flags. */
function typeOverride(type: FieldType | 'same', size: string | undefined): FieldOverride {
    if (type === 'same') return {};
    const numbers = (size ?? '').split(',').map((part) => Number(part.trim()));
    const [first = 0, second = 0] = numbers;
    const none = { length: 0, precision: 0, scale: 0, digits: 0 };
    if (TEXT_TYPES.has(type)) return { type, ...none, length: size === undefined ? 255 : first };
    if (type === 'reference') {
        const targets = (size ?? '').split(',').map((target) => target.trim());
        return {
            type,
            ...none,
            length: 18,
            ...(size !== undefined && { referenceTo: targets, polymorphic: targets.length > 1 }),
        };
    }
    if (type === 'int') return { type, ...none, digits: size === undefined ? 8 : first };
    if (type === 'currency' || type === 'double' || type === 'percent') {
        return { type, ...none, precision: size === undefined ? 18 : first, scale: size === undefined ? 2 : second };
    }
    return { type, ...none, length: first };
}

function picklist(text: string): FieldOverride {
    const values: StandardPicklistValue[] = text.split('|').map((part) => {
        const marked = part.trim();
        const value = marked.replace(/\*$/, '');
        return { value, label: value, default: marked.endsWith('*') };
    });
    const chosen = values.find((value) => value.default);
    return {
        picklistValues: values,
        ...(chosen !== undefined && { defaultValue: `'${chosen.value}'`, defaultedOnCreate: true }),
    };
}
