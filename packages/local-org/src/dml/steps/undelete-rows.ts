import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from '../../store/stored-row.ts';
import { lookupsOf } from '../checks/reference-check.ts';
import { checkUnique } from '../checks/unique-check.ts';
import { deletedChildrenOf } from '../children.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import { isGood } from '../save-row.ts';
import { dmlError } from '../sentences.ts';
import { stampModification } from '../stamps.ts';

/** Brings rows back from the recycle bin, with the details that were deleted along with them. */
export function* undeleteRows({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        const orphaned = lookupsOf(object).some(
            ({ slot, relationshipOrder }) => relationshipOrder !== null && !parentExists(context, row.values[slot]),
        );
        if (orphaned) row.errors.push(dmlError('entityDeleted', []));
        yield* checkUnique(context, object, { ...row, previous: null });
        if (!isGood(row)) continue;
        row.values = [...restore(context, object, row.previous as StoredRow, row.id as string)];
    }
}

function restore(context: DmlContext, object: ObjectSchema, row: StoredRow, root: string): StoredRow {
    const id = row[0] as string;
    const values: StoredValue[] = [...row];
    const deletedSlot = object.field('IsDeleted')?.slot;
    if (deletedSlot !== undefined) values[deletedSlot] = false;
    stampModification(context, object, values);
    const restored = compactRow(values);
    context.transaction.write(object, id, restored);
    for (const children of [...deletedChildrenOf(context, object, id, root)]) {
        for (const child of children.rows) restore(context, children.object, child, root);
    }
    return restored;
}

function parentExists({ transaction, schema }: DmlContext, id: StoredValue): boolean {
    if (typeof id !== 'string') return true;
    const parent = schema.objectOfId(id);
    return parent !== undefined && transaction.row(parent, id) !== undefined;
}
