import type { FieldType } from '@sw-studio/apex/runtime';
import { defineField, type DeleteConstraint, type FieldDefinition } from './field-schema.ts';
import type { StandardField } from './standard-objects/index.ts';

/** Text areas above this are long: neither filtered nor sorted by. */
const LONG_TEXT = 255;

/** Standard fields that the platform indexes beside ids, lookups and unique keys (SOQL best practices, "Indexes"). */
const INDEXED_NAMES = new Set([
    'Name',
    'CreatedDate',
    'LastModifiedDate',
    'SystemModstamp',
    'Email',
    'Username',
    'DeveloperName',
]);

export function standardField(field: StandardField, deleteConstraint: DeleteConstraint): FieldDefinition {
    const type = fieldType(field);
    const isReference = type === 'reference';
    return defineField({
        name: field.name,
        label: field.label,
        type,
        ...(field.name === 'ChangeEventHeader' && { apexType: 'EventBus.ChangeEventHeader' as const }),
        length: field.length,
        precision: field.precision || field.digits,
        scale: field.scale,
        nillable: field.nillable && type !== 'boolean',
        required: !field.nillable && !field.defaultedOnCreate && field.createable,
        defaultedOnCreate: field.defaultedOnCreate,
        createable: field.createable,
        updateable: field.updateable,
        unique: field.unique,
        idLookup: field.idLookup,
        indexed: type === 'id' || isReference || field.unique || field.idLookup || INDEXED_NAMES.has(field.name),
        nameField: field.nameField,
        autoNumber: field.autoNumber,
        autoNumberFormat: field.autoNumber ? { displayFormat: '{00000000}', startingNumber: 1 } : null,
        calculated: field.calculated,
        defaultValue: literal(field.defaultValue),
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        polymorphic: field.polymorphic,
        picklistValues: field.picklistValues.map((value) => ({ ...value, active: true })),
        restrictedPicklist: field.restrictedPicklist,
        compoundFieldName: field.compoundFieldName,
        deleteConstraint: isReference ? deleteConstraint : null,
        cascadeDelete: isReference && deleteConstraint === 'cascade',
    });
}

function fieldType({ type, length }: StandardField): FieldType {
    if (type === 'complexvalue') return 'anyType';
    return type === 'textarea' && length > LONG_TEXT ? 'longtextarea' : type;
}

/** The tables write defaults as Apex literals. */
function literal(text: string | null): unknown {
    if (text === null) return null;
    if (text === 'true' || text === 'false') return text === 'true';
    return text.startsWith("'") ? text.slice(1, -1) : Number(text);
}
