import type { DynamicFormula, FormulaRequest, FormulaService, SObject } from '@sw-studio/apex/runtime';
import { toApexValue } from '../rows/apex-value.ts';
import { overlay, type FormulaReader } from '../rows/record-row.ts';
import { isFormula } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { FormulaEnvironment } from './compiled.ts';
import { buildDynamicFormula } from './dynamic-formula.ts';

/** Formulas of Apex: the formula fields of records in memory, and formulas that code builds. */
export class RecordFormulas implements FormulaService {
    private readonly reader: FormulaReader;
    private readonly schema: OrgSchema;
    private readonly environment: FormulaEnvironment;

    constructor(reader: FormulaReader, schema: OrgSchema, environment: Omit<FormulaEnvironment, 'formula'>) {
        this.reader = reader;
        this.schema = schema;
        this.environment = { ...environment, formula: (object, field, row) => reader(object, field.slot, row) };
    }

    build(request: FormulaRequest): DynamicFormula {
        return buildDynamicFormula(request, this.schema, this.environment);
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
