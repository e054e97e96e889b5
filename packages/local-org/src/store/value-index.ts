import type sortedBTree from 'sorted-btree';
import { bulkLoad } from 'sorted-btree/extended/bulkLoad.js';
import { compareKeys, type IndexKey } from './index-key.ts';

const MAXIMUM_NODE_SIZE = 64;

/** Ids of the rows with one key. Most keys have one row, and a bare id costs nothing. */
type Posting = string | Set<string>;
type Tree = InstanceType<typeof sortedBTree.default<IndexKey, true>>;

export interface KeyRange {
    readonly from?: IndexKey;
    readonly fromInclusive?: boolean;
    readonly to?: IndexKey;
    readonly toInclusive?: boolean;
    readonly descending?: boolean;
}

/**
 * Ids by the value of one field. Answers equality from a hash table; order comes from a tree of the distinct keys, which
 * is built when it is first asked for and kept from then on.
 *
 * It holds a row under the key of its committed value and under that of a pending one, so what it answers are
 * candidates: whoever reads checks visibility and value of each.
 */
export class ValueIndex {
    private readonly postings = new Map<IndexKey, Posting>();
    private order: Tree | null = null;

    add(key: IndexKey, id: string): void {
        const posting = this.postings.get(key);
        if (posting === undefined) {
            this.postings.set(key, id);
            if (key !== null) this.order?.set(key, true);
        } else if (typeof posting === 'string') {
            if (posting !== id) this.postings.set(key, new Set([posting, id]));
        } else {
            posting.add(id);
        }
    }

    remove(key: IndexKey, id: string): void {
        const posting = this.postings.get(key);
        if (posting === id) this.drop(key);
        else if (posting instanceof Set && posting.delete(id) && posting.size === 0) this.drop(key);
    }

    /** A copy where the answer could change under the reader. */
    idsOf(key: IndexKey): readonly string[] {
        const posting = this.postings.get(key);
        if (posting === undefined) return [];
        return typeof posting === 'string' ? [posting] : [...posting];
    }

    countOf(key: IndexKey): number {
        const posting = this.postings.get(key);
        if (posting === undefined) return 0;
        return typeof posting === 'string' ? 1 : posting.size;
    }

    get distinctKeys(): number {
        return this.postings.size;
    }

    /** Keys and ids in key order. Nulls come first (last when descending), and only where there is no bound. */
    *range({
        from,
        fromInclusive = true,
        to,
        toInclusive = true,
        descending = false,
    }: KeyRange): Generator<readonly [key: IndexKey, id: string]> {
        const unbounded = from === undefined && to === undefined;
        if (unbounded && !descending) yield* this.entriesOf(null);
        const keys = descending
            ? this.keysDown(from, fromInclusive, to, toInclusive)
            : this.keysUp(from, fromInclusive, to, toInclusive);
        for (const key of keys) yield* this.entriesOf(key);
        if (unbounded && descending) yield* this.entriesOf(null);
    }

    private *entriesOf(key: IndexKey): Generator<readonly [key: IndexKey, id: string]> {
        for (const id of this.idsOf(key)) yield [key, id];
    }

    private *keysUp(
        from: IndexKey | undefined,
        fromInclusive: boolean,
        to: IndexKey | undefined,
        toInclusive: boolean,
    ): Generator<IndexKey> {
        for (const [key] of this.tree().entries(from)) {
            if (!fromInclusive && from !== undefined && compareKeys(key, from) === 0) continue;
            if (to !== undefined && beyond(compareKeys(key, to), toInclusive)) return;
            yield key;
        }
    }

    private *keysDown(
        from: IndexKey | undefined,
        fromInclusive: boolean,
        to: IndexKey | undefined,
        toInclusive: boolean,
    ): Generator<IndexKey> {
        for (const [key] of this.tree().entriesReversed(to)) {
            if (!toInclusive && to !== undefined && compareKeys(key, to) === 0) continue;
            if (from !== undefined && beyond(compareKeys(from, key), fromInclusive)) return;
            yield key;
        }
    }

    private tree(): Tree {
        if (this.order !== null) return this.order;
        const keys = [...this.postings.keys()].filter((key) => key !== null).sort(compareKeys);
        this.order = bulkLoad<IndexKey, true>(
            keys,
            new Array<true>(keys.length).fill(true),
            MAXIMUM_NODE_SIZE,
            compareKeys,
        );
        return this.order;
    }

    private drop(key: IndexKey): void {
        this.postings.delete(key);
        if (key !== null) this.order?.delete(key);
    }
}

function beyond(comparison: number, inclusive: boolean): boolean {
    return comparison > 0 || (comparison === 0 && !inclusive);
}
