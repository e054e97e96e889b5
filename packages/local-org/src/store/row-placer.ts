import type { ObjectSchema } from '../schema/object-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from './stored-row.ts';

/** Moves values from the places of one list of fields to the slots of an object; fields that it lacks are dropped. */
export function rowPlacer(fields: readonly string[], object: ObjectSchema): (values: StoredRow) => StoredRow {
    const slots = fields.map((field) => object.field(field)?.slot);
    if (slots.every((slot, index) => slot === index)) return (values) => values;
    return (values) => {
        const row: StoredValue[] = [];
        values.forEach((value, index) => {
            const slot = slots[index];
            if (slot === undefined) return;
            while (row.length < slot) row.push(null);
            row[slot] = value;
        });
        return compactRow(row);
    };
}
