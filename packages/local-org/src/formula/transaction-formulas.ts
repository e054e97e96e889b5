import { roundToScale } from '../dml/checks/round-to-scale.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { Compiled, FormulaEnvironment } from './compiled.ts';
import { FormulaError } from './formula-error.ts';
import type { FailedRule, FormulaEvaluator } from './formula-evaluator.ts';
import type { FormulaLibrary } from './formula-library.ts';

/** Formula fields may refer to formula fields, but never in a circle; this deep no honest formula goes. */
const MAXIMUM_NESTING = 50;

/** Evaluates the formulas of a schema with the rows, the user and the clock of one transaction. */
export class TransactionFormulas implements FormulaEvaluator {
    private readonly library: FormulaLibrary;
    private readonly environment: FormulaEnvironment;
    private nesting = 0;

    constructor(library: FormulaLibrary, environment: Omit<FormulaEnvironment, 'formula'>) {
        this.library = library;
        this.environment = { ...environment, formula: (object, field, row) => this.field(object, field, row) };
    }

    readonly reader = (object: ObjectSchema, slot: number, row: StoredRow): StoredValue =>
        this.field(object, object.fields[slot] as FieldSchema, row);

    field(object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue {
        if (this.nesting >= MAXIMUM_NESTING)
            throw new FormulaError('UNSUPPORTED', `${object.name}.${field.name} refers to itself`);
        this.nesting++;
        try {
            return this.result(this.library.ofField(field), object, field, row);
        } finally {
            this.nesting--;
        }
    }

    defaultValue(object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue {
        return this.result(this.library.ofDefault(field), object, field, row);
    }

    failedRules(object: ObjectSchema, row: StoredRow, previous: StoredRow | null): readonly FailedRule[] {
        const failed: FailedRule[] = [];
        for (const rule of object.validationRules) {
            if (!rule.active) continue;
            const compiled = this.library.ofRule(object, rule);
            const scope = { object, row, previous, isNew: previous === null, environment: this.environment };
            if (compiled?.evaluate(scope) !== true) continue;
            const field =
                rule.errorDisplayField === null ? undefined : object.fieldIn(rule.errorDisplayField, rule.namespace);
            failed.push({ message: rule.errorMessage, field: field?.name ?? null });
        }
        return failed;
    }

    private result(compiled: Compiled, object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue {
        const scope = { object, row, previous: null, isNew: false, environment: this.environment };
        const value = compiled.evaluate(scope) ?? null;
        if (value === null || value === '') return field.type === 'boolean' ? false : null;
        if (typeof value !== 'number' || compiled.type !== 'number') return value;
        // A percent field shows 50 for 0.5.
        return roundToScale(field.type === 'percent' ? Number((value * 100).toPrecision(15)) : value, field.scale);
    }
}
