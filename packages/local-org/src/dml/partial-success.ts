import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from './dml-context.ts';
import { runSteps } from './order-of-execution.ts';
import { isGood, type SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';
import type { TriggerOperation } from './trigger-runner.ts';

const MAXIMUM_ATTEMPTS = 3;

/**
 * Saves a chunk. Where some rows may fail and triggers have seen all of them, what was done is taken back and done again
 * with the good rows only: twice at most, then the whole chunk fails (Apex guide, "Bulk DML Exception Handling").
 */
export function* saveChunk(chunk: SaveChunk, allOrNone: boolean): Generator<Waiting, void, void> {
    const { context } = chunk;
    const triggered = hasTriggers(chunk);
    let rows = chunk.rows;
    for (let attempt = 1; ; attempt++) {
        const savepoint = context.transaction.setSavepoint();
        yield* runSteps({ ...chunk, rows });
        const good = rows.filter(isGood);
        const undone = triggered || rows.some((row) => row.written && !isGood(row));
        if (good.length === rows.length || allOrNone || !undone) {
            context.transaction.releaseSavepoint(savepoint);
            return;
        }
        context.transaction.rollbackTo(savepoint);
        context.transaction.releaseSavepoint(savepoint);
        if (good.length === 0) return;
        if (attempt === MAXIMUM_ATTEMPTS) {
            for (const row of good) row.errors.push(dmlError('tooManyRetries', []));
            return;
        }
        for (const row of good) reset(row);
        rows = good;
    }
}

function reset(row: SaveRow): void {
    row.id = row.existingId;
    row.previous = null;
    row.values = [];
    row.newRecord = null;
    row.oldRecord = null;
    row.written = false;
}

function hasTriggers({ context, object, operation }: SaveChunk): boolean {
    const suffix = operation.toUpperCase();
    return (['BEFORE', 'AFTER'] as const).some((time) =>
        context.triggers.handles(object, `${time}_${suffix}` as TriggerOperation),
    );
}
