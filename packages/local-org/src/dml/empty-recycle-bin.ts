import type { DmlRowOutcome, Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { deletedChildrenOf } from './children.ts';
import type { DmlContext } from './dml-context.ts';
import { dmlError } from './sentences.ts';

/** Removes rows from the recycle bin for good, with the details that were deleted along with them. */
export function* emptyRecycleBin(
    context: DmlContext,
    ids: readonly string[],
): Generator<Waiting, DmlRowOutcome[], void> {
    yield { kind: 'database', detail: `EMPTY RECYCLE BIN (${ids.length})` };
    return ids.map((id): DmlRowOutcome => {
        const object = context.schema.objectOfId(id);
        if (object === undefined || context.transaction.recycledRow(object, id) === undefined) {
            return { success: false, id, created: false, errors: [dmlError('notInRecycleBin', [], id)] };
        }
        purge(context, object, id, id);
        return { success: true, id, created: false, errors: [] };
    });
}

function purge(context: DmlContext, object: ObjectSchema, id: string, root: string): void {
    for (const children of [...deletedChildrenOf(context, object, id, root)]) {
        for (const child of children.rows) purge(context, children.object, child[0] as string, root);
    }
    const row = context.transaction.recycledRow(object, id);
    if (row !== undefined) context.transaction.write(object, id, row, 'purged');
}
