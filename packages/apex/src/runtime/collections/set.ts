import { setType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';
import { KeyedStore } from './keyed-store.ts';
import { ApexList, ListIterator, throwIterated } from './list.ts';

/** `Set<T>`, in insertion order. `Map.keySet()` is a set over the map's own store: removing from it removes entries. */
export class ApexSet {
    readonly elementType: RuntimeType;
    readonly store: KeyedStore;

    constructor(elementType: RuntimeType, store: KeyedStore = new KeyedStore()) {
        this.elementType = elementType;
        this.store = store;
    }

    static of(elementType: RuntimeType, values: Iterable<unknown>): ApexSet {
        const set = new ApexSet(elementType);
        for (const value of values) set.add(value);
        return set;
    }

    /** Number of `for` loops that run over the set now; of a key set, over its map. */
    get locks(): number {
        return this.store.locks;
    }

    set locks(locks: number) {
        this.store.locks = locks;
    }

    get $type(): RuntimeType {
        return setType(this.elementType);
    }

    size(): number {
        return this.store.size;
    }

    isEmpty(): boolean {
        return this.store.size === 0;
    }

    contains(value: unknown): boolean {
        return this.store.has(value);
    }

    /** @returns whether the set changed */
    add(value: unknown): boolean {
        const { store } = this;
        if (store.locks !== 0) throwIterated();
        if (store.has(value)) return false;
        store.put(value, null);
        return true;
    }

    addAll(values: ApexList | ApexSet): boolean {
        let changed = false;
        for (const value of elementsOf(values)) changed = this.add(value) || changed;
        return changed;
    }

    remove(value: unknown): boolean {
        if (this.store.locks !== 0) throwIterated();
        return this.store.delete(value);
    }

    removeAll(values: ApexList | ApexSet): boolean {
        let changed = false;
        for (const value of elementsOf(values)) changed = this.remove(value) || changed;
        return changed;
    }

    retainAll(values: ApexList | ApexSet): boolean {
        const kept = values instanceof ApexSet ? values : ApexSet.of(this.elementType, values.items);
        let changed = false;
        for (const value of this.values()) if (!kept.contains(value)) changed = this.remove(value) || changed;
        return changed;
    }

    containsAll(values: ApexList | ApexSet): boolean {
        return elementsOf(values).every((value) => this.store.has(value));
    }

    clear(): void {
        if (this.store.locks !== 0) throwIterated();
        this.store.clear();
    }

    clone(): ApexSet {
        return ApexSet.of(this.elementType, this.store.entries.keys());
    }

    /** A snapshot. */
    values(): unknown[] {
        return [...this.store.entries.keys()];
    }

    iterator$(): ListIterator {
        return new ListIterator(new ApexList(this.elementType, this.values()));
    }
}

/** A snapshot of the elements; null fails as null does. */
export function elementsOf(values: ApexList | ApexSet): unknown[] {
    return values instanceof ApexList ? values.items.slice() : values.values();
}
