import type { Waiting } from '@sw-studio/apex/runtime';
import { checkFields } from '../checks/field-checks.ts';
import { checkRecord } from '../checks/record-checks.ts';
import { checkReferences } from '../checks/reference-check.ts';
import type { SaveChunk } from '../dml-context.ts';

/** System validation: what the platform itself demands of every row, whoever saves it. */
export function* validateFields({ context, object, rows, options }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        checkFields(object, row, options);
        checkRecord(context, object, row);
        checkReferences(context, object, row);
    }
}
