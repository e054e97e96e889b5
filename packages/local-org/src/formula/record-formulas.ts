import type { FormulaService, SObject } from '@sw-studio/apex/runtime';
import { toApexValue } from '../rows/apex-value.ts';
import { overlay, type FormulaReader } from '../rows/record-row.ts';
import { isFormula } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

/** `Formula.recalculateFormulas`: the formula fields of records in memory, from what the records hold. */
export class RecordFormulas implements FormulaService {
    private readonly reader: FormulaReader;

    constructor(reader: FormulaReader) {
        this.reader = reader;
    }

    recalculate(records: readonly SObject[]): void {
        for (const record of records) {
            const object = record.type as ObjectSchema;
            const row = overlay(record, [record.id]);
            for (const field of object.fields) {
                if (isFormula(field))
                    record.values[field.slot] = toApexValue(field, this.reader(object, field.slot, row));
            }
        }
    }
}
