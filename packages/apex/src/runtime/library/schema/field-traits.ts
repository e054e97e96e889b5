import type { FieldType, SObjectFieldInfo } from '../../sobject/sobject-type.ts';

/** Facts about fields that follow from their type (Object Reference, "Field Types" and describeSObjects()). */
const NOT_FILTERABLE: ReadonlySet<FieldType> = new Set([
    'longtextarea',
    'html',
    'base64',
    'encryptedstring',
    'address',
    'location',
]);
const NOT_SORTABLE: ReadonlySet<FieldType> = new Set([...NOT_FILTERABLE, 'multipicklist']);
const GROUPABLE: ReadonlySet<FieldType> = new Set([
    'id',
    'string',
    'picklist',
    'combobox',
    'boolean',
    'int',
    'date',
    'reference',
    'email',
    'phone',
    'url',
    'textarea',
]);
const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'long', 'double', 'currency', 'percent']);
const NOT_AGGREGATABLE: ReadonlySet<FieldType> = new Set([...NOT_FILTERABLE, 'boolean', 'multipicklist']);

export function isFilterable(field: SObjectFieldInfo): boolean {
    return !NOT_FILTERABLE.has(field.type);
}

export function isSortable(field: SObjectFieldInfo): boolean {
    return !NOT_SORTABLE.has(field.type);
}

export function isGroupable(field: SObjectFieldInfo): boolean {
    return GROUPABLE.has(field.type) && !(field.calculated && field.formula !== null);
}

export function isAggregatable(field: SObjectFieldInfo): boolean {
    return !NOT_AGGREGATABLE.has(field.type);
}

/** Whether a profile or permission set can take the field away: not system fields, required and name fields. */
export function isPermissionable(field: SObjectFieldInfo): boolean {
    if (field.slot === 0 || field.nameField || field.cascadeDelete) return false;
    return field.calculated || field.autoNumber || (field.nillable && (field.createable || field.updateable));
}

export function isDefaultedOnCreate(field: SObjectFieldInfo): boolean {
    if (field.type === 'boolean' || field.autoNumber) return true;
    return field.defaultValue !== null || field.defaultValueFormula !== null;
}

/** Digits of integers; the precision of other numbers is apart. */
export function digitsOf(field: SObjectFieldInfo): number {
    return field.type === 'int' ? 8 : 0;
}

/** Three bytes a character; other kinds of fields have none. */
export function byteLengthOf(field: SObjectFieldInfo): number {
    return NUMBERS.has(field.type) ? 0 : field.length * 3;
}
