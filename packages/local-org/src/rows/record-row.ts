import { SObject } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { isCompound, isFormula } from '../schema/field-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import { toApexValue, toStoredValue } from './apex-value.ts';

/** Computes a formula field of a row. */
export type FormulaReader = (object: ObjectSchema, slot: number, row: StoredRow) => StoredValue;

/** A record with every field of the row: what triggers see as old and, after the save, as new. */
export function recordOfRow(object: ObjectSchema, row: StoredRow, formula: FormulaReader): SObject {
    const record = new SObject(object);
    for (const field of object.fields) {
        if (isCompound(field)) continue;
        const stored = isFormula(field) ? formula(object, field.slot, row) : row[field.slot];
        record.values[field.slot] = toApexValue(field, stored);
    }
    return record;
}

/** The populated slots of a record laid over a row; slots that were never set keep what the row has. */
export function overlay(record: SObject, base: StoredRow): StoredValue[] {
    const { fields } = record.type;
    const values: StoredValue[] = [...base];
    for (let slot = values.length; slot < fields.length; slot++) values.push(null);
    record.values.forEach((value, slot) => {
        const field = fields[slot];
        if (value !== undefined && field !== undefined && slot > 0) values[slot] = toStoredValue(field.type, value);
    });
    return values;
}
