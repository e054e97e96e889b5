import type { Waiting } from '@sw-studio/apex/runtime';
import { checkFields } from '../checks/field-checks.ts';
import { checkReferences } from '../checks/reference-check.ts';
import { composeName } from '../compose-name.ts';
import type { SaveChunk } from '../dml-context.ts';

/** System validation: what the platform itself demands of every row, whoever saves it. */
export function* validateFields({ context, object, rows, options }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        composeName(object, row.values);
        checkFields(object, row, options);
        checkReferences(context, object, row);
    }
}
