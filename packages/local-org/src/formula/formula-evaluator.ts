import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { FormulaReader } from '../rows/record-row.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';

export interface FailedRule {
    readonly message: string;
    /** The field under which the message is shown; null: none. */
    readonly field: string | null;
}

/** Formulas as one transaction evaluates them: with its rows, its user and its clock. */
export interface FormulaEvaluator {
    /** The value of a formula field. */
    field(object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue;
    readonly reader: FormulaReader;
    /** The value that a field's default formula gives a new row. */
    defaultValue(object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue;
    /** Validation rules that refuse the row. @param previous null for a new row */
    failedRules(object: ObjectSchema, row: StoredRow, previous: StoredRow | null): readonly FailedRule[];
}
