import type { RangeBounds, RowSource, ScanOptions, SoqlObject, StoredRow, StoredValue } from '@sw-studio/soql';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { SoqlObjectView } from '../schema/soql-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Rows of objects that are in no table, by id; undefined for objects that have one. */
export interface VirtualRows {
    of(object: ObjectSchema): ReadonlyMap<string, StoredRow> | undefined;
}

/** Rows for the SOQL engine as one transaction sees them: committed ones and its own. */
export class TransactionRows implements RowSource {
    private readonly transaction: OrgTransaction;
    private readonly virtual: VirtualRows;

    constructor(transaction: OrgTransaction, virtual: VirtualRows) {
        this.transaction = transaction;
        this.virtual = virtual;
    }

    byId(object: SoqlObject, id: string): StoredRow | undefined {
        const schema = schemaOf(object);
        const virtual = this.virtual.of(schema);
        return virtual === undefined ? this.transaction.row(schema, id) : virtual.get(id);
    }

    *scan(object: SoqlObject, { includeDeleted }: ScanOptions): Generator<StoredRow> {
        const virtual = this.virtual.of(schemaOf(object));
        if (virtual !== undefined) return yield* virtual.values();
        yield* this.transaction.scan(schemaOf(object));
        if (includeDeleted) yield* this.transaction.scan(schemaOf(object), 'recycled');
    }

    lookup(object: SoqlObject, slot: number, values: readonly StoredValue[]): Iterable<StoredRow> | undefined {
        const schema = schemaOf(object);
        if (this.virtual.of(schema) !== undefined) return undefined;
        const table = this.transaction.store.table(schema);
        if (table.index(slot) === undefined) return undefined;
        const ids = new Set(values.flatMap((value) => table.candidates(slot, value) ?? []));
        return this.rows(schema, ids);
    }

    lookupSize(object: SoqlObject, slot: number, values: readonly StoredValue[]): number | undefined {
        const schema = schemaOf(object);
        if (this.virtual.of(schema) !== undefined) return undefined;
        const index = this.transaction.store.table(schema).index(slot);
        return index && values.reduce<number>((sum, value) => sum + index.index.countOf(index.keyOf(value)), 0);
    }

    range(object: SoqlObject, slot: number, bounds: RangeBounds): Iterable<StoredRow> | undefined {
        const schema = schemaOf(object);
        if (this.virtual.of(schema) !== undefined) return undefined;
        const index = this.transaction.store.table(schema).index(slot);
        if (index === undefined) return undefined;
        const { keyOf } = index;
        const { from, to, ...flags } = bounds;
        const keys = {
            ...flags,
            ...(from !== undefined && { from: keyOf(from) }),
            ...(to !== undefined && { to: keyOf(to) }),
        };
        return this.inOrder(schema, slot, index.index.range(keys), keyOf);
    }

    estimate(object: SoqlObject): number {
        return this.transaction.store.table(schemaOf(object)).size;
    }

    private *rows(object: ObjectSchema, ids: Iterable<string>): Generator<StoredRow> {
        for (const id of ids) {
            const row = this.transaction.row(object, id);
            if (row !== undefined) yield row;
        }
    }

    /**
     * A row that this transaction moved stands in the index twice; it is answered where its visible value belongs, so
     * that the order stays right. The bare index key tells which of the two places that is.
     */
    private *inOrder(
        object: ObjectSchema,
        slot: number,
        candidates: Iterable<readonly [key: unknown, id: string]>,
        keyOf: (value: StoredValue) => unknown,
    ): Generator<StoredRow> {
        for (const [key, id] of candidates) {
            const row = this.transaction.row(object, id);
            if (row !== undefined && keyOf(row[slot]) === key) yield row;
        }
    }
}

function schemaOf(object: SoqlObject): ObjectSchema {
    return (object as SoqlObjectView).schema;
}
