import { contentHash, equalsMethod } from '../equality.ts';

/**
 * What sets and maps are made of: a native Map in insertion order. Primitives are their own keys. Objects compared by
 * content (sObjects, collections, dates, objects whose class defines equals and hashCode) are keyed by the first object
 * of their kind that was put, which `buckets` finds by hash. An object that changes after it was put is therefore lost
 * to look-ups and still iterated, as on the platform.
 */
export class KeyedStore {
    readonly entries = new Map<unknown, unknown>();
    private buckets: Map<number, object[]> | null = null;
    /** Number of `for` loops that run over the store now. */
    locks = 0;

    get size(): number {
        return this.entries.size;
    }

    has(key: unknown): boolean {
        if (typeof key !== 'object' || key === null) return this.entries.has(key);
        const stored = this.stored(key);
        return stored !== undefined && this.entries.has(stored);
    }

    /** undefined: absent. */
    get(key: unknown): unknown {
        if (typeof key !== 'object' || key === null) return this.entries.get(key);
        const stored = this.stored(key);
        return stored === undefined ? undefined : this.entries.get(stored);
    }

    put(key: unknown, value: unknown): void {
        if (typeof key !== 'object' || key === null) this.entries.set(key, value);
        else this.entries.set(this.store(key), value);
    }

    delete(key: unknown): boolean {
        if (typeof key !== 'object' || key === null) return this.entries.delete(key);
        const hash = contentHash(key);
        if (hash === null) return this.entries.delete(key);
        const bucket = this.buckets?.get(hash);
        const at = bucket?.findIndex((candidate) => equalsMethod(candidate, key)) ?? -1;
        if (bucket === undefined || at < 0) return false;
        const [stored] = bucket.splice(at, 1);
        if (bucket.length === 0) this.buckets?.delete(hash);
        return this.entries.delete(stored);
    }

    clear(): void {
        this.entries.clear();
        this.buckets = null;
    }

    /** The key object under which an equal one was put. Never the object itself unless its hash is still the same. */
    private stored(key: object): object | undefined {
        const hash = contentHash(key);
        if (hash === null) return key;
        return this.buckets?.get(hash)?.find((candidate) => equalsMethod(candidate, key));
    }

    private store(key: object): object {
        const hash = contentHash(key);
        if (hash === null) return key;
        this.buckets ??= new Map();
        const bucket = this.buckets.get(hash);
        if (bucket === undefined) {
            this.buckets.set(hash, [key]);
            return key;
        }
        const stored = bucket.find((candidate) => equalsMethod(candidate, key));
        if (stored === undefined) bucket.push(key);
        return stored ?? key;
    }
}
