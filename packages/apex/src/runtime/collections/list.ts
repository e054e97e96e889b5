import { equalsMethod } from '../equality.ts';
import { throwApex } from '../exceptions/throw.ts';
import { listType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';
import type { ApexSet } from './set.ts';
import { sortValues, type CompareFunction } from './sort.ts';

/** Thrown by every mutation of a list, set or map inside a `for` loop over it (set and map: API 62 and later). */
export function throwIterated(): never {
    throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}

/** `List<T>`. Emitted code calls these methods directly, so they are small, monomorphic and check only what Apex sees. */
export class ApexList {
    readonly elementType: RuntimeType;
    items: unknown[];
    /** Number of `for` loops that run over the list now. */
    locks = 0;
    /** Trigger.new and Trigger.old, whose membership is fixed. */
    frozen = false;

    constructor(elementType: RuntimeType, items: unknown[] = []) {
        this.elementType = elementType;
        this.items = items;
    }

    /** Copies `values`. */
    static of(elementType: RuntimeType, values: Iterable<unknown>): ApexList {
        return new ApexList(elementType, [...values]);
    }

    /** A list of `length` nulls: what `new T[length]` makes. */
    static ofLength(elementType: RuntimeType, length: number): ApexList {
        return new ApexList(elementType, new Array<unknown>(length).fill(null));
    }

    get $type(): RuntimeType {
        return listType(this.elementType);
    }

    size(): number {
        return this.items.length;
    }

    isEmpty(): boolean {
        return this.items.length === 0;
    }

    get(index: number): unknown {
        const value = this.items[index];
        // no element is ever undefined
        return value === undefined ? outOfBounds(index) : value;
    }

    set(index: number, value: unknown): void {
        if (this.frozen) throwFrozen();
        if (this.items[index] === undefined) outOfBounds(index);
        this.items[index] = value;
    }

    add(value: unknown): void {
        if (this.locks !== 0 || this.frozen) this.refuseChange();
        this.items.push(value);
    }

    addAt(index: number, value: unknown): void {
        if (this.locks !== 0 || this.frozen) this.refuseChange();
        if (index !== this.items.length && this.items[index] === undefined) outOfBounds(index);
        this.items.splice(index, 0, value);
    }

    addAll(values: ApexList | ApexSet): void {
        if (this.locks !== 0 || this.frozen) this.refuseChange();
        // a snapshot, since a list may be added to itself; not spread into push, whose arguments are limited by the stack
        for (const value of values instanceof ApexList ? values.items.slice() : values.values()) this.items.push(value);
    }

    remove(index: number): unknown {
        if (this.locks !== 0 || this.frozen) this.refuseChange();
        const value = this.get(index);
        this.items.splice(index, 1);
        return value;
    }

    clear(): void {
        if (this.locks !== 0 || this.frozen) this.refuseChange();
        this.items.length = 0;
    }

    contains(value: unknown): boolean {
        return this.indexOf(value) >= 0;
    }

    indexOf(value: unknown): number {
        if (typeof value !== 'object' || value === null) return this.items.indexOf(value);
        return this.items.findIndex((item) => equalsMethod(item, value));
    }

    /** Shallow: elements are shared. */
    clone(): ApexList {
        return new ApexList(this.elementType, this.items.slice());
    }

    /** Without `compare` by the elements' own order: primitives, Comparable, SelectOption, sObjects. */
    sort(compare?: CompareFunction): void {
        if (this.locks !== 0) throwIterated();
        this.items = sortValues(this.items, compare);
    }

    /** The list seen with another element type; both share their elements. */
    as(elementType: RuntimeType): ApexList {
        return elementType === this.elementType ? this : new ApexList(elementType, this.items);
    }

    iterator$(): ListIterator {
        return new ListIterator(this);
    }

    private refuseChange(): never {
        return this.locks !== 0 ? throwIterated() : throwFrozen();
    }
}

/** What `iterator()` returns; it reads the live list, as the platform's does. */
export class ListIterator {
    private readonly list: ApexList;
    private position = 0;

    constructor(list: ApexList) {
        this.list = list;
    }

    hasnext$(): boolean {
        return this.position < this.list.items.length;
    }

    next$(): unknown {
        if (!this.hasnext$()) throwApex('System.NoSuchElementException', `Iterator has no more elements`);
        return this.list.items[this.position++];
    }
}

function outOfBounds(index: number | null): never {
    // null as index is a null dereference on the platform
    if (index === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    throwApex('System.ListException', `List index out of bounds: ${index}`);
}

function throwFrozen(): never {
    throwApex('System.FinalException', 'Collection is read-only');
}
