import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from '../../store/stored-row.ts';
import { childrenOf } from '../children.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import { isGood, type SaveRow } from '../save-row.ts';
import { stampModification } from './save-rows.ts';
import { lockRow } from './lock-rows.ts';

/**
 * Deletes the rows with what hangs on them: details go along, lookups of others are cleared. Neither fires triggers
 * (Apex guide, "Operations That Don't Invoke Triggers").
 */
export function* deleteRows({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        const root = row.id as string;
        yield* deleteWithChildren(context, object, row.previous as StoredRow, row, root);
    }
}

/** @param failures the row that carries the errors of the whole cascade */
export function* deleteWithChildren(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    failures: SaveRow,
    root: string,
): Generator<Waiting, void, void> {
    const id = row[0] as string;
    for (const children of [...childrenOf(context, object, id)]) {
        for (const child of children.rows) {
            const childId = child[0] as string;
            yield* lockRow(context, failures, childId, `DELETE ${object.name}`);
            if (!isGood(failures)) return;
            const current = context.transaction.row(children.object, childId);
            if (current === undefined || current[children.slot] !== id) continue;
            if (children.relationship.cascadeDelete) {
                yield* deleteWithChildren(context, children.object, current, failures, root);
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
    stampModification({ context, object }, { values });
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
    stampModification({ context, object }, { values });
    return compactRow(values);
}
