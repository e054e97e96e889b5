import type { DmlRequest, DmlRowOutcome, Waiting } from '@sw-studio/apex/runtime';
import { recordWithId } from '../rows/record-with-id.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from '../store/stored-row.ts';
import { childrenOf } from './children.ts';
import type { DmlContext, SaveChunk } from './dml-context.ts';
import { describe, runStatement } from './execute-dml.ts';
import { runMergedDeletion, runSteps } from './order-of-execution.ts';
import { isGood, saveRow, type SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';
import { lockRow } from './steps/lock-rows.ts';
import { stampModification } from './stamps.ts';

const MAXIMUM_LOSERS = 2;

/**
 * Merges up to two records into one: the losers' delete triggers fire, their children get the winner as parent, the
 * losers are deleted with the winner as their master record, then the winner is updated (Apex guide, "Merge").
 */
export function* executeMerge(context: DmlContext, request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
    const rows = request.records.map((record, index) => saveRow(index, record));
    const related = new Map<SaveRow, string[]>();
    yield { kind: 'database', detail: `MERGE ${describe(request.records)}` };
    return yield* runStatement(
        context,
        rows,
        request.allOrNone,
        function* () {
            for (const row of rows)
                related.set(row, yield* mergeInto(context, row, request.mergeIds?.[row.index] ?? []));
        },
        (row) => ({
            success: isGood(row),
            id: row.id,
            created: false,
            errors: row.errors,
            mergedIds: isGood(row) ? (request.mergeIds?.[row.index] ?? []) : [],
            updatedRelatedIds: related.get(row) ?? [],
        }),
    );
}

function* mergeInto(
    context: DmlContext,
    winner: SaveRow,
    loserIds: readonly string[],
): Generator<Waiting, string[], void> {
    const object = context.schema.require(winner.record.type.name);
    const refusal = refuse(object, winner, loserIds);
    if (refusal !== undefined) {
        winner.errors.push(dmlError('mergeFailed', [], refusal));
        return [];
    }
    const savepoint = context.transaction.setSavepoint();
    const related: string[] = [];
    const losers = loserIds.map((id, index) => saveRow(index, recordWithId(object, id)));
    const chunk: SaveChunk = { context, object, operation: 'delete', rows: losers, options: {} };
    yield* runMergedDeletion(chunk, function* (loser) {
        yield* reparentChildren(context, object, loser, winner, related);
        removeLoser(context, object, loser, winner.id as string);
    });
    for (const { errors } of losers) winner.errors.push(...errors);
    if (isGood(winner)) yield* runSteps({ ...chunk, operation: 'update', rows: [winner] });
    if (!isGood(winner)) context.transaction.rollbackTo(savepoint);
    context.transaction.releaseSavepoint(savepoint);
    return related;
}

function refuse(object: ObjectSchema, winner: SaveRow, loserIds: readonly string[]): string | undefined {
    if (!object.mergeable) return `Records of type ${object.name} cannot be merged`;
    if (winner.id === null) return 'Id not specified for the master record';
    if (loserIds.length === 0 || loserIds.length > MAXIMUM_LOSERS)
        return 'The number of records to merge must be 1 or 2';
    return loserIds.includes(winner.id) ? 'Record cannot be merged with itself' : undefined;
}

/** No trigger fires for a child that gets another parent by a merge. */
function* reparentChildren(
    context: DmlContext,
    object: ObjectSchema,
    loser: SaveRow,
    winner: SaveRow,
    related: string[],
): Generator<Waiting, void, void> {
    for (const children of [...childrenOf(context, object, loser.id as string)]) {
        if (children.object.kind !== 'object') continue;
        for (const child of children.rows) {
            const id = child[0] as string;
            yield* lockRow(context, winner, id, `MERGE ${object.name}`);
            if (!isGood(winner)) return;
            write(
                context,
                children.object,
                context.transaction.row(children.object, id) ?? child,
                children.slot,
                winner.id,
            );
            related.push(id);
        }
    }
}

function write(context: DmlContext, object: ObjectSchema, row: StoredRow, slot: number, value: StoredValue): void {
    const values: StoredValue[] = [...row];
    values[slot] = value;
    stampModification(context, object, values);
    context.transaction.write(object, row[0] as string, compactRow(values));
}

function removeLoser(context: DmlContext, object: ObjectSchema, loser: SaveRow, winnerId: string): void {
    const values: StoredValue[] = [...(loser.previous as StoredRow)];
    for (const [name, value] of [
        ['IsDeleted', true],
        ['MasterRecordId', winnerId],
    ] as const) {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) values[slot] = value;
    }
    stampModification(context, object, values);
    context.transaction.write(object, loser.id as string, compactRow(values), 'recycled');
}
