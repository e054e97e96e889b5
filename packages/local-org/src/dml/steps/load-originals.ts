import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from '../dml-context.ts';
import { dmlError } from '../sentences.ts';

/** The row as it is now: read under the lock, so it is the last committed one or this transaction's own. */
export function* loadOriginals({ context, object, operation, rows }: SaveChunk): Generator<Waiting, void, void> {
    if (operation === 'insert') return;
    for (const row of rows) {
        const id = row.id as string;
        const stored = context.transaction.row(object, id);
        if (stored !== undefined) row.previous = stored;
        else if (context.transaction.recycledRow(object, id) !== undefined)
            row.errors.push(dmlError('entityDeleted', []));
        else row.errors.push(dmlError('invalidCrossReference', []));
    }
}

export function* loadRecycled({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        const stored = context.transaction.recycledRow(object, row.id as string);
        if (stored === undefined) row.errors.push(dmlError('notUndeletable', []));
        else {
            row.previous = stored;
            row.values = [...stored];
        }
    }
}
