import { SObject } from '@sw-studio/apex/runtime';
import { isCompound, isFormula, type FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema, RecordTypeRow } from '../schema/object-schema.ts';
import { toApexValue, toStoredValue } from '../rows/apex-value.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { DmlContext, SaveChunk } from './dml-context.ts';
import type { SaveRow } from './save-row.ts';

/**
 * The first step of a save: the row as the caller wants it, from the stored one or from defaults, overlaid with what
 * the caller's record holds.
 */
export function loadValues({ context, object, operation }: SaveChunk, row: SaveRow): void {
    const { record, previous } = row;
    const recordType = recordTypeOf(object, record);
    const values: StoredValue[] = object.fields.map((field) => previous?.[field.slot] ?? null);
    for (const field of object.fields) {
        const given = record.values[field.slot];
        const isSystem = field.slot === 0 || isFormula(field) || isCompound(field);
        if (given !== undefined && !isSystem && (operation === 'insert' ? field.createable : field.updateable)) {
            values[field.slot] = toStoredValue(field.type, given);
        } else if (operation === 'insert' && given === undefined) {
            values[field.slot] = defaultOf(context, object, field, values, recordType);
        }
        if (field.type === 'boolean' && values[field.slot] === null && !isFormula(field)) values[field.slot] = false;
    }
    for (const [slot, value] of row.computed) values[slot] = value;
    row.values = values;
}

function defaultOf(
    { user, organizationId, formulas }: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    values: readonly StoredValue[],
    recordType: RecordTypeRow | undefined,
): StoredValue {
    if (field.rollUp !== null) return field.rollUp.operation === 'count' || field.rollUp.operation === 'sum' ? 0 : null;
    if (field.name === 'OwnerId') return user.id;
    if (field.name === 'SetupOwnerId' && object.kind !== 'object') return organizationId;
    if (field.name === 'RecordTypeId') return recordType?.id ?? null;
    const ofRecordType = recordType?.picklists.get(field.name.toLowerCase())?.default;
    if (ofRecordType != null) return ofRecordType;
    if (field.defaultValueFormula !== null) return formulas.defaultValue(object, field, values);
    if (field.defaultValue !== null) return field.defaultValue as StoredValue;
    return field.picklistValues.find((value) => value.default)?.value ?? null;
}

/** The record type that a new record is given, or gets by default; the master record type is none. */
function recordTypeOf(object: ObjectSchema, record: SObject): RecordTypeRow | undefined {
    const given = record.values[object.field('RecordTypeId')?.slot ?? -1];
    return object.recordTypes.find(
        ({ id, default: isDefault, master }) => !master && (given === undefined ? isDefault : id === given),
    );
}

/** `Trigger.new` of a before event: every field of the row-to-be, writable. */
export function newRecordOf({ context, object }: SaveChunk, row: SaveRow): SObject {
    const record = new SObject(object);
    if (row.id !== null) record.values[0] = row.id;
    for (const field of object.fields) {
        if (field.slot === 0 || isCompound(field)) continue;
        const value = isFormula(field) ? context.formulas.field(object, field, row.values) : row.values[field.slot];
        record.values[field.slot] = toApexValue(field, value);
    }
    // Where the row still has the caller's value, code sees that very value: 1.5 stays 1.5, not 1.50.
    row.record.values.forEach((value, slot) => {
        const field = object.fields[slot];
        if (value !== undefined && field !== undefined && slot > 0 && field.createable && value !== '')
            record.values[slot] = value;
    });
    record.parents = row.record.parents;
    return record;
}

/** What before triggers left in their records becomes the row. */
export function adoptNewRecord(object: ObjectSchema, row: SaveRow): void {
    const record = row.newRecord;
    if (record === null) return;
    for (const field of object.fields) {
        const value = record.values[field.slot];
        if (field.slot === 0 || value === undefined || isFormula(field) || isCompound(field) || !isOpen(field))
            continue;
        row.values[field.slot] = toStoredValue(field.type, value);
    }
}

function isOpen(field: FieldSchema): boolean {
    return field.createable || field.updateable;
}
