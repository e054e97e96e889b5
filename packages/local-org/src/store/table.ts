import type { ObjectSchema } from '../schema/object-schema.ts';
import { keyMaker, type IndexKey } from './index-key.ts';
import type { StoredRow } from './stored-row.ts';
import { ValueIndex } from './value-index.ts';

/** Whoever holds the pending version of a row: compared by identity alone. */
export type Writer = object;

/** `recycled`: in the recycle bin, seen by ALL ROWS only. `purged`: gone for good. */
export type RowState = 'live' | 'recycled' | 'purged';

/** The version of a row that an open transaction wrote and nobody else sees. */
export interface PendingRow {
    readonly writer: Writer;
    readonly row: StoredRow;
    readonly state: RowState;
    /** The record whose deletion took this one along; undeleting that one brings this one back. */
    readonly deletedWith?: string | undefined;
}

interface TableIndex {
    readonly slot: number;
    readonly keyOf: (value: StoredRow[number]) => IndexKey;
    readonly index: ValueIndex;
}

/**
 * The rows of one object in at most two versions: the committed one, and a pending one of the single transaction that
 * holds the row's lock. Indexes are built when they are first asked for, by a pass over the rows.
 */
export class Table {
    readonly object: ObjectSchema;
    private readonly rows = new Map<string, StoredRow>();
    private readonly recycled = new Map<string, StoredRow>();
    private readonly deletedWith = new Map<string, string>();
    private readonly pending = new Map<string, PendingRow>();
    private readonly indexes: (TableIndex | undefined)[] = [];
    private readonly builtIndexes: TableIndex[] = [];

    constructor(object: ObjectSchema) {
        this.object = object;
    }

    /** The row as a writer sees it; undefined when it is not there, or in the recycle bin. */
    visible(id: string, writer: Writer | null): StoredRow | undefined {
        const pending = this.pending.get(id);
        if (pending !== undefined && pending.writer === writer)
            return pending.state === 'live' ? pending.row : undefined;
        return this.rows.get(id);
    }

    /** The row in the recycle bin as a writer sees it. */
    visibleRecycled(id: string, writer: Writer | null): StoredRow | undefined {
        const pending = this.pending.get(id);
        if (pending !== undefined && pending.writer === writer)
            return pending.state === 'recycled' ? pending.row : undefined;
        return this.recycled.get(id);
    }

    /** The record with which a row in the recycle bin was deleted, as a writer sees it. */
    deletionRoot(id: string, writer: Writer | null): string | undefined {
        const pending = this.pending.get(id);
        return pending !== undefined && pending.writer === writer ? pending.deletedWith : this.deletedWith.get(id);
    }

    committed(id: string): StoredRow | undefined {
        return this.rows.get(id);
    }

    pendingOf(id: string): PendingRow | undefined {
        return this.pending.get(id);
    }

    /** All rows that the writer sees, in the order in which they were committed, then its own new ones. */
    scan(writer: Writer | null, state: 'live' | 'recycled' = 'live'): Iterable<StoredRow> {
        const committed = state === 'live' ? this.rows : this.recycled;
        return this.pending.size === 0 ? committed.values() : this.scanMerged(committed, writer, state);
    }

    /** The writer's own live rows alone: what a test that may not see the org's data reads. */
    *scanOwn(writer: Writer, state: 'live' | 'recycled' = 'live'): Generator<StoredRow> {
        for (const pending of this.pending.values()) {
            if (pending.writer === writer && pending.state === state) yield pending.row;
        }
    }

    get size(): number {
        return this.rows.size;
    }

    get isEmpty(): boolean {
        return this.rows.size === 0 && this.recycled.size === 0 && this.pending.size === 0;
    }

    /** Ids of rows whose committed or pending value has the key; undefined where the field is not indexed. */
    candidates(slot: number, value: StoredRow[number]): readonly string[] | undefined {
        const index = this.index(slot);
        return index && index.index.idsOf(index.keyOf(value));
    }

    /** The index of a field that the schema declares indexed; undefined for others. */
    index(slot: number): TableIndex | undefined {
        const known = this.indexes[slot];
        if (known !== undefined) return known;
        const field = this.object.fields[slot];
        if (field === undefined || !(field.indexed || field.unique)) return undefined;
        return this.buildIndex(slot);
    }

    /** Writes or, with undefined, takes back a pending version. The caller holds the row's lock. */
    setPending(id: string, next: PendingRow | undefined): void {
        const previous = this.pending.get(id);
        const committed = this.rows.get(id);
        for (const { slot, keyOf, index } of this.builtIndexes) {
            const committedKey = committed && keyOf(committed[slot]);
            const previousKey = liveKey(previous, slot, keyOf);
            const nextKey = liveKey(next, slot, keyOf);
            if (previousKey !== undefined && previousKey !== committedKey && previousKey !== nextKey)
                index.remove(previousKey, id);
            if (nextKey !== undefined && nextKey !== committedKey && nextKey !== previousKey) index.add(nextKey, id);
        }
        if (next === undefined) this.pending.delete(id);
        else this.pending.set(id, next);
    }

    /** Makes the pending version the committed one. */
    commit(id: string): void {
        const pending = this.pending.get(id);
        if (pending === undefined) return;
        const committed = this.rows.get(id);
        if (committed !== undefined) {
            for (const { slot, keyOf, index } of this.builtIndexes) {
                const committedKey = keyOf(committed[slot]);
                if (committedKey !== liveKey(pending, slot, keyOf)) index.remove(committedKey, id);
            }
        }
        this.pending.delete(id);
        this.place(id, pending.row, pending.state, pending.deletedWith);
    }

    /** Loads a row that is durable already. */
    load(id: string, row: StoredRow, state: 'live' | 'recycled', deletedWith?: string): void {
        this.place(id, row, state, deletedWith);
        if (state !== 'live') return;
        for (const { slot, keyOf, index } of this.builtIndexes) index.add(keyOf(row[slot]), id);
    }

    private place(id: string, row: StoredRow, state: RowState, deletedWith: string | undefined): void {
        if (state === 'live') this.rows.set(id, row);
        else this.rows.delete(id);
        if (state === 'recycled') this.recycled.set(id, row);
        else this.recycled.delete(id);
        if (deletedWith === undefined) this.deletedWith.delete(id);
        else this.deletedWith.set(id, deletedWith);
    }

    private *scanMerged(
        committed: ReadonlyMap<string, StoredRow>,
        writer: Writer | null,
        state: 'live' | 'recycled',
    ): Generator<StoredRow> {
        for (const [id, row] of committed) {
            const pending = this.pending.get(id);
            if (pending === undefined || pending.writer !== writer) yield row;
            else if (pending.state === state) yield pending.row;
        }
        for (const [id, pending] of this.pending) {
            if (pending.writer === writer && pending.state === state && !committed.has(id)) yield pending.row;
        }
    }

    private buildIndex(slot: number): TableIndex | undefined {
        const field = this.object.fields[slot];
        if (field === undefined) return undefined;
        const keyOf = keyMaker(field.type);
        const built: TableIndex = { slot, keyOf, index: new ValueIndex() };
        for (const [id, row] of this.rows) built.index.add(keyOf(row[slot]), id);
        for (const [id, pending] of this.pending) {
            const key = liveKey(pending, slot, keyOf);
            if (key !== undefined) built.index.add(key, id);
        }
        this.indexes[slot] = built;
        this.builtIndexes.push(built);
        return built;
    }
}

function liveKey(pending: PendingRow | undefined, slot: number, keyOf: TableIndex['keyOf']): IndexKey | undefined {
    return pending?.state === 'live' ? keyOf(pending.row[slot]) : undefined;
}
