import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from '../dml-context.ts';
import { dmlError } from '../sentences.ts';

/** Custom validation rules; a rule whose formula is true refuses the row with the rule's own sentence. */
export function* runValidationRules({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        for (const { message, field } of context.formulas.failedRules(object, row.values, row.previous)) {
            row.errors.push(dmlError('validationRule', field === null ? [] : [field], message));
        }
    }
}
