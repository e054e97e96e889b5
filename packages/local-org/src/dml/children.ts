import type { ChildRelationshipInfo } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';

/** Rows of one object that point to a record through one lookup. */
export interface ChildRows {
    readonly relationship: ChildRelationshipInfo;
    readonly object: ObjectSchema;
    /** Of the lookup. */
    readonly slot: number;
    readonly rows: readonly StoredRow[];
}

/** The children of a record, relationship by relationship; those without children are left out. */
export function* childrenOf(context: DmlContext, parent: ObjectSchema, id: string): Generator<ChildRows> {
    for (const relationship of parent.childRelationships) {
        const found = childTable(context, relationship);
        if (found === undefined) continue;
        const { object, slot } = found;
        const rows = context.transaction.rowsWith(object, slot, id) ?? scanFor(context, object, slot, id);
        if (rows.length > 0) yield { relationship, object, slot, rows };
    }
}

/** Children in the recycle bin that were deleted together with a record. */
export function* deletedChildrenOf(
    context: DmlContext,
    parent: ObjectSchema,
    id: string,
    root: string,
): Generator<ChildRows> {
    for (const relationship of parent.childRelationships) {
        const found = childTable(context, relationship);
        if (found === undefined || !relationship.cascadeDelete) continue;
        const { object, slot } = found;
        const table = context.transaction.store.table(object);
        const rows = [...context.transaction.scan(object, 'recycled')].filter(
            (row) => row[slot] === id && table.deletionRoot(row[0] as string, context.transaction) === root,
        );
        if (rows.length > 0) yield { relationship, object, slot, rows };
    }
}

function childTable(
    { transaction, schema }: DmlContext,
    { childObject, field }: ChildRelationshipInfo,
): { object: ObjectSchema; slot: number } | undefined {
    const table = transaction.store.existingTable(childObject);
    if (table === undefined || table.isEmpty) return undefined;
    const object = schema.require(childObject);
    const slot = object.field(field)?.slot;
    return slot === undefined ? undefined : { object, slot };
}

function scanFor({ transaction }: DmlContext, object: ObjectSchema, slot: number, id: string): StoredRow[] {
    return [...transaction.scan(object)].filter((row) => row[slot] === id);
}
