import { mapType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';
import { KeyedStore } from './keyed-store.ts';
import { ApexList, throwIterated } from './list.ts';
import { ApexSet } from './set.ts';

/** `Map<K, V>`, in insertion order; a null key is allowed. */
export class ApexMap {
    readonly keyType: RuntimeType;
    readonly valueType: RuntimeType;
    readonly store = new KeyedStore();

    constructor(keyType: RuntimeType, valueType: RuntimeType) {
        this.keyType = keyType;
        this.valueType = valueType;
    }

    static of(keyType: RuntimeType, valueType: RuntimeType, entries: Iterable<readonly [unknown, unknown]>): ApexMap {
        const map = new ApexMap(keyType, valueType);
        for (const [key, value] of entries) map.store.put(key, value);
        return map;
    }

    get $type(): RuntimeType {
        return mapType(this.keyType, this.valueType);
    }

    size(): number {
        return this.store.size;
    }

    isEmpty(): boolean {
        return this.store.size === 0;
    }

    /** null where the key is absent. */
    get(key: unknown): unknown {
        const value = this.store.get(key);
        return value === undefined ? null : value;
    }

    containsKey(key: unknown): boolean {
        return this.store.has(key);
    }

    /** @returns the value that the key had before, or null */
    put(key: unknown, value: unknown): unknown {
        const { store } = this;
        if (store.locks !== 0) throwIterated();
        const previous = store.get(key);
        store.put(key, value);
        return previous === undefined ? null : previous;
    }

    putAll(entries: ApexMap): void {
        for (const [key, value] of [...entries.store.entries]) this.put(key, value);
    }

    remove(key: unknown): unknown {
        if (this.store.locks !== 0) throwIterated();
        const previous = this.get(key);
        this.store.delete(key);
        return previous;
    }

    clear(): void {
        if (this.store.locks !== 0) throwIterated();
        this.store.clear();
    }

    /** Live: what is removed from it is removed from the map. */
    keySet(): ApexSet {
        return new ApexSet(this.keyType, this.store);
    }

    /** A new list. */
    values(): ApexList {
        return new ApexList(this.valueType, [...this.store.entries.values()]);
    }

    clone(): ApexMap {
        return ApexMap.of(this.keyType, this.valueType, this.store.entries);
    }
}
