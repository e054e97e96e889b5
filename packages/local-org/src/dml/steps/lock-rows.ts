import type { Waiting } from '@sw-studio/apex/runtime';
import { RowLockedError } from '../../transaction/lock-errors.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import type { SaveRow } from '../save-row.ts';
import { dmlError } from '../sentences.ts';

/** Rows that exist are locked before they are read, so that what is read stays true until the transaction ends. */
export function* lockRows({ context, object, operation, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        if (operation === 'insert') {
            if (row.id !== null) row.errors.push(dmlError('idOnInsert', ['Id']));
            continue;
        }
        if (row.id === null) {
            row.errors.push(dmlError(operation === 'delete' ? 'missingIdOnDelete' : 'missingId', ['Id']));
            continue;
        }
        if (context.schema.objectOfId(row.id)?.name !== object.name && object.kind !== 'share') {
            row.errors.push(dmlError('idOfWrongType', ['Id'], 'Record ID', row.id));
            continue;
        }
        yield* lockRow(context, row, row.id, `${operation.toUpperCase()} ${object.name}`);
    }
}

/** A lock that cannot be had is the row's own error: the other rows go on. */
export function* lockRow(
    context: DmlContext,
    row: SaveRow,
    id: string,
    detail: string,
): Generator<Waiting, void, void> {
    try {
        yield* context.transaction.lock(id, detail);
    } catch (error) {
        if (!(error instanceof RowLockedError)) throw error;
        row.errors.push(dmlError('lockedRow', [], error.id));
    }
}
