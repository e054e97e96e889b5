import type { SObject, Waiting } from '@sw-studio/apex/runtime';
import { recordOfRow } from '../../rows/record-row.ts';
import type { SaveChunk } from '../dml-context.ts';
import { adoptNewRecord, newRecordOf } from '../load-values.ts';
import type { SaveRow } from '../save-row.ts';
import { dmlError } from '../sentences.ts';
import { eventName, TriggerError, type TriggerOperation } from '../trigger-runner.ts';

/** Triggers that fire each other may stand 16 deep (Apex guide, "Execution Governors and Limits"). */
export const MAXIMUM_TRIGGER_DEPTH = 16;

export function* runBeforeTriggers(chunk: SaveChunk): Generator<Waiting, void, void> {
    const { context, object, operation, rows } = chunk;
    const event = `BEFORE_${operation.toUpperCase()}` as TriggerOperation;
    if (!context.triggers.handles(object, event)) return;
    for (const row of rows) {
        row.oldRecord = oldRecordOf(chunk, row);
        row.newRecord = operation === 'delete' ? null : newRecordOf(chunk, row);
    }
    yield* fire(chunk, event);
    for (const row of rows) if (operation !== 'delete') adoptNewRecord(object, row);
}

/** What after triggers see is read back from the saved row: system fields, numbers and formulas included. */
export function* runAfterTriggers(chunk: SaveChunk): Generator<Waiting, void, void> {
    const { context, object, operation, rows } = chunk;
    const event = `AFTER_${operation.toUpperCase()}` as TriggerOperation;
    if (!context.triggers.handles(object, event)) return;
    for (const row of rows) {
        row.oldRecord ??= oldRecordOf(chunk, row);
        row.newRecord = operation === 'delete' ? null : savedRecordOf(chunk, row);
    }
    yield* fire(chunk, event);
}

function oldRecordOf({ context, object, operation }: SaveChunk, { previous }: SaveRow): SObject | null {
    if (previous === null || operation === 'undelete') return null;
    const record = recordOfRow(object, previous, context.formulas.reader);
    record.readOnly = true;
    return record;
}

function savedRecordOf({ context, object }: SaveChunk, { values }: SaveRow): SObject {
    const record = recordOfRow(object, values, context.formulas.reader);
    record.readOnly = true;
    return record;
}

function* fire(chunk: SaveChunk, operation: TriggerOperation): Generator<Waiting, void, void> {
    const { context, object, rows } = chunk;
    if (context.triggerStack.length >= MAXIMUM_TRIGGER_DEPTH) {
        refuseDepth(chunk);
        return;
    }
    const ids = rows.flatMap(({ id }) => id ?? []);
    context.triggerStack.push({ object: object.name, operation, ids });
    try {
        yield* context.triggers.run({
            object,
            operation,
            newRecords: recordsOf(rows.map(({ newRecord }) => newRecord)),
            oldRecords: recordsOf(rows.map(({ oldRecord }) => oldRecord)),
        });
    } catch (error) {
        if (!(error instanceof TriggerError)) throw error;
        const failure = triggerFailure(error);
        for (const row of rows) row.errors.push(failure);
        return;
    } finally {
        context.triggerStack.pop();
    }
    for (const row of rows) collectErrors(row);
}

function recordsOf(records: readonly (SObject | null)[]): readonly SObject[] | null {
    const present = records.filter((record) => record !== null);
    return present.length === 0 ? null : present;
}

/** `addError` on a record or on one of its fields. */
function collectErrors(row: SaveRow): void {
    for (const record of [row.newRecord, row.oldRecord]) {
        for (const { message, field } of record?.errors ?? []) {
            row.errors.push(dmlError('validationRule', field === null ? [] : [field], message));
        }
        if (record !== null) record.errors = null;
    }
}

function triggerFailure({ trigger, operation, exception }: TriggerError) {
    const trace = exception.getstacktracestring$();
    const cause = `${exception.gettypename$()}: ${exception.getmessage$() ?? ''}${trace === '' ? '' : `\n\n${trace}`}`;
    return dmlError('triggerFailed', [], trigger, eventName(operation), cause);
}

function refuseDepth({ context, rows }: SaveChunk): void {
    const lines = context.triggerStack
        .toReversed()
        .map(
            ({ object, operation, ids }) =>
                `${object} trigger event ${eventName(operation)}${ids.length > 0 ? ` for [${ids.join(', ')}]` : ''}`,
        );
    const failure = dmlError('triggerDepth', [], lines.join('\n'));
    for (const row of rows) row.errors.push(failure);
}
