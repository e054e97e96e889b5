import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from '../../store/stored-row.ts';
import { childrenOf } from '../children.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import { isGood, saveRow, type SaveRow } from '../save-row.ts';
import { stampModification } from '../stamps.ts';
import { lockRow } from './lock-rows.ts';
import { updateRollUps } from './update-roll-ups.ts';

/**
 * Deletes the rows with what hangs on them: details go along, lookups of others are cleared. Neither fires triggers
 * (Apex guide, "Operations That Don't Invoke Triggers"). Other masters of the details are counted anew.
 */
export function* deleteRows(chunk: SaveChunk): Generator<Waiting, void, void> {
    for (const row of chunk.rows) {
        const cascade: Cascade = { context: chunk.context, failures: row, root: row.id as string, details: new Map() };
        yield* deleteWithChildren(cascade, chunk.object, row.previous as StoredRow);
        if (isGood(row)) yield* recountMasters(chunk, cascade);
    }
}

/** The deletion of one record and all that goes with it. */
interface Cascade {
    readonly context: DmlContext;
    /** Carries the errors of the whole cascade. */
    readonly failures: SaveRow;
    readonly root: string;
    /** Rows that went along, by object. */
    readonly details: Map<ObjectSchema, StoredRow[]>;
}

function* recountMasters(
    { context, options }: SaveChunk,
    { details, failures }: Cascade,
): Generator<Waiting, void, void> {
    for (const [object, stored] of details) {
        const rows = stored.map((row, index) => ({
            ...saveRow(index, failures.record),
            id: row[0] as string,
            previous: row,
        }));
        yield* updateRollUps({ context, object, operation: 'delete', rows, options });
        for (const { errors } of rows) failures.errors.push(...errors);
    }
}

function* deleteWithChildren(cascade: Cascade, object: ObjectSchema, row: StoredRow): Generator<Waiting, void, void> {
    const { context, failures, root, details } = cascade;
    const id = row[0] as string;
    for (const children of [...childrenOf(context, object, id)]) {
        for (const child of children.rows) {
            const childId = child[0] as string;
            yield* lockRow(context, failures, childId, `DELETE ${object.name}`);
            if (!isGood(failures)) return;
            const current = context.transaction.row(children.object, childId);
            if (current === undefined || current[children.slot] !== id) continue;
            if (children.relationship.cascadeDelete) {
                details.set(children.object, [...(details.get(children.object) ?? []), current]);
                yield* deleteWithChildren(cascade, children.object, current);
            } else {
                clearLookup(context, children.object, current, children.slot);
            }
        }
    }
    removeRow(context, object, row, id === root ? undefined : root);
}

function removeRow(context: DmlContext, object: ObjectSchema, row: StoredRow, deletedWith: string | undefined): void {
    const values = changed(context, object, row, 'IsDeleted', true);
    const state = object.undeletable ? 'recycled' : 'purged';
    context.transaction.write(object, row[0] as string, values, state, deletedWith);
}

function clearLookup(context: DmlContext, object: ObjectSchema, row: StoredRow, slot: number): void {
    const values: StoredValue[] = [...row];
    values[slot] = null;
    stampModification(context, object, values);
    context.transaction.write(object, row[0] as string, compactRow(values));
}

function changed(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    field: string,
    value: StoredValue,
): StoredRow {
    const values: StoredValue[] = [...row];
    const slot = object.field(field)?.slot;
    if (slot !== undefined) values[slot] = value;
    stampModification(context, object, values);
    return compactRow(values);
}
