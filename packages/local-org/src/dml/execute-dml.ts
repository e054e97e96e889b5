import type { DmlOperation, DmlOptions, DmlRequest, DmlRowOutcome, SObject, Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { DmlContext, SaveChunk } from './dml-context.ts';
import { refuseMixedDml } from './mixed-dml.ts';
import { saveChunk } from './partial-success.ts';
import { saveRow, type SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';

/** Records of one statement go through triggers in chunks of this size. */
export const CHUNK_SIZE = 200;

type PlainOperation = Extract<DmlOperation, 'insert' | 'update' | 'delete' | 'undelete'>;

/**
 * Runs one statement. With `allOrNone` and any error nothing of it is kept, and every record without an error of its
 * own says that it was rolled back with the others.
 */
export function* executeDml(context: DmlContext, request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
    const operation = request.operation as PlainOperation;
    const rows = request.records.map((record, index) => saveRow(index, record));
    yield { kind: 'database', detail: `${operation.toUpperCase()} ${describe(request.records)}` };
    return yield* runStatement(context, rows, request.allOrNone, () =>
        saveAll(context, operation, rows, request.allOrNone, request.options ?? {}),
    );
}

/** A statement as a whole: rolled back when it must succeed as a whole and does not. */
export function* runStatement(
    context: DmlContext,
    rows: readonly SaveRow[],
    allOrNone: boolean,
    body: () => Generator<Waiting, void, void>,
    outcome: (row: SaveRow) => DmlRowOutcome = outcomeOf,
): Generator<Waiting, DmlRowOutcome[], void> {
    const savepoint = context.transaction.setSavepoint();
    try {
        yield* body();
    } catch (error) {
        context.transaction.rollbackTo(savepoint);
        throw error;
    }
    const failed = rows.some(({ errors }) => errors.length > 0);
    if (allOrNone && failed) {
        context.transaction.rollbackTo(savepoint);
        context.transaction.releaseSavepoint(savepoint);
        return rows.map((row) => ({
            ...failureOf(row),
            errors: row.errors.length > 0 ? row.errors : [dmlError('allOrNone', [])],
        }));
    }
    context.transaction.releaseSavepoint(savepoint);
    // Callers' records get their ids once the statement stands.
    for (const { record, id, errors } of rows) if (errors.length === 0 && record.id === null) record.values[0] = id;
    return rows.map(outcome);
}

/** The rows in chunks of one object each, in the order in which they were given. */
export function* saveAll(
    context: DmlContext,
    operation: PlainOperation,
    rows: readonly SaveRow[],
    allOrNone: boolean,
    options: DmlOptions,
): Generator<Waiting, void, void> {
    for (const chunkRows of chunks(rows)) {
        const object = context.schema.require((chunkRows[0] as SaveRow).record.type.name);
        if (refuseObject(context, object, operation, chunkRows)) {
            if (allOrNone) return;
            continue;
        }
        const chunk: SaveChunk = { context, object, operation, rows: chunkRows, options };
        yield* saveChunk(chunk, allOrNone);
        if (allOrNone && chunkRows.some(({ errors }) => errors.length > 0)) return;
    }
}

function refuseObject(
    context: DmlContext,
    object: ObjectSchema,
    operation: PlainOperation,
    rows: readonly SaveRow[],
): boolean {
    const allowed = {
        insert: object.createable,
        update: object.updateable,
        delete: object.deletable,
        undelete: object.undeletable,
    };
    const error = allowed[operation]
        ? refuseMixedDml(context, object, operation, rows)
        : dmlError('operationNotAllowed', [], operation.toUpperCase(), object.name);
    if (error === undefined) return false;
    for (const row of rows) row.errors.push(error);
    return true;
}

export function* chunks(rows: readonly SaveRow[]): Generator<readonly SaveRow[]> {
    let start = 0;
    for (let end = 1; end <= rows.length; end++) {
        const sameObject = rows[end]?.record.type.name === rows[start]?.record.type.name;
        if (sameObject && end - start < CHUNK_SIZE) continue;
        yield rows.slice(start, end);
        start = end;
    }
}

export function outcomeOf(row: SaveRow): DmlRowOutcome {
    if (row.errors.length > 0) return failureOf(row);
    return { success: true, id: row.id, created: row.previous === null, errors: [] };
}

function failureOf(row: SaveRow): DmlRowOutcome {
    return { success: false, id: row.record.id, created: false, errors: row.errors };
}

/** `Account (2)`, for people. */
export function describe(records: readonly SObject[]): string {
    return `${[...new Set(records.map(({ type }) => type.name))].join(', ')} (${records.length})`;
}
