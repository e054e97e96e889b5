import { ApexDatetime } from './values/datetime.ts';
import { ApexEnumConstant } from './enums.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { SObject } from './sobject/sobject.ts';
import { hashOfBoolean, hashOfLong, hashOfString } from './hash.ts';
import { isNumber, primitiveNameOf, toDecimal } from './primitives.ts';
import { equalsRecord, hashOfRecord } from './sobject/record-equality.ts';

/** Decimal, BoxedDouble, dates, times, blobs: immutable values with an order and a hash of their own. */
interface Value {
    equals(other: unknown): boolean;
    hashCode(): number;
}

interface DefinesEquality {
    equals$object(other: unknown): boolean;
    hashcode$(): number;
}

/** `a.equals(b)`: what lists, sets and maps compare by. Text is compared with case; 1 and 1L are different. */
export function equalsMethod(left: unknown, right: unknown): boolean {
    if (left === right) return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
    if (left instanceof SObject) return right instanceof SObject && equalsRecord(left, right);
    if (left instanceof ApexList) return right instanceof ApexList && equalsItems(left.items, right.items);
    if (left instanceof ApexSet) return right instanceof ApexSet && equalsSet(left, right);
    if (left instanceof ApexMap) return right instanceof ApexMap && equalsMap(left, right);
    if (left instanceof ApexEnumConstant) return false;
    if ('equals$object' in left) return (left as DefinesEquality).equals$object(right);
    // values compare with their own kind only: a Decimal does not expect a Date
    if ('hashCode' in left) return left.constructor === right.constructor && (left as Value).equals(right);
    return false;
}

/**
 * `a == b` where both are Objects, and on every type that has no faster comparison of its own: text without case, numbers
 * by value whatever their types, records, collections and objects that define `equals` by content, else by identity.
 */
export function equalsOperator(left: unknown, right: unknown): boolean {
    if (left === right) return true;
    if (left === null || right === null) return false;
    if (typeof left === 'string') return typeof right === 'string' && left.toLowerCase() === right.toLowerCase();
    if (isNumber(left)) return isNumber(right) && equalsNumber(left, right);
    if (left instanceof ApexDatetime && right instanceof ApexDatetime) return isSameSecond(left, right);
    return equalsMethod(left, right);
}

/**
 * The platform compares the seconds of two Datetimes and leaves their milliseconds out: a test of open-force/jsonparse,
 * which passes in orgs, asserts that 23:43:59.073 equals 23:43:59.
 */
function isSameSecond(left: ApexDatetime, right: ApexDatetime): boolean {
    return Math.floor(left.milliseconds / 1000) === Math.floor(right.milliseconds / 1000);
}

/** `a === b`: the same object, or the same primitive value. */
export function exactEquals(left: unknown, right: unknown): boolean {
    if (left === right) return true;
    if (isNumber(left)) return isNumber(right) && equalsNumber(left, right);
    return primitiveNameOf(left) !== null && equalsMethod(left, right);
}

/** What the assertions compare by: as `==`, but text with case. */
export function equalsForAssertion(left: unknown, right: unknown): boolean {
    return typeof left === 'string' ? left === right : equalsOperator(left, right);
}

function equalsNumber(left: Parameters<typeof toDecimal>[0], right: Parameters<typeof toDecimal>[0]): boolean {
    return toDecimal(left).compareTo(toDecimal(right)) === 0;
}

function equalsItems(left: readonly unknown[], right: readonly unknown[]): boolean {
    return left.length === right.length && left.every((item, index) => equalsMethod(item, right[index]));
}

function equalsSet(left: ApexSet, right: ApexSet): boolean {
    return left.size() === right.size() && left.values().every((value) => right.contains(value));
}

function equalsMap(left: ApexMap, right: ApexMap): boolean {
    if (left.size() !== right.size()) return false;
    for (const [key, value] of left.store.entries) {
        const other = right.store.get(key);
        if (other === undefined || !equalsMethod(value, other)) return false;
    }
    return true;
}

/**
 * The hash by which sets and maps find an object that is compared by content; null for objects compared by identity
 * (enum constants, objects whose class does not define both equals and hashCode).
 */
export function contentHash(value: object): number | null {
    if (value instanceof SObject) return hashOfRecord(value);
    if (value instanceof ApexList)
        return value.items.reduce<number>((hash, item) => (31 * hash + hashCode(item)) | 0, 1);
    if (value instanceof ApexSet) return value.values().reduce<number>((hash, item) => (hash + hashCode(item)) | 0, 0);
    if (value instanceof ApexMap) {
        let hash = 0;
        for (const [key, item] of value.store.entries) hash = (hash + (hashCode(key) ^ hashCode(item))) | 0;
        return hash;
    }
    if ('hashcode$' in value && 'equals$object' in value) return (value as DefinesEquality).hashcode$();
    if ('hashCode' in value) return (value as Value).hashCode();
    return null;
}

const identityHashes = new WeakMap<object, number>();
let identities = 0;

/** `System.hashCode(Object)`: as Java's for text, numbers and booleans; 0 for null. */
export function hashCode(value: unknown): number {
    switch (typeof value) {
        case 'string':
            return hashOfString(value);
        case 'number':
            return value | 0;
        case 'bigint':
            return hashOfLong(value);
        case 'boolean':
            return hashOfBoolean(value);
        default:
            return value === null ? 0 : hashOfObject(value as object);
    }
}

function hashOfObject(value: object): number {
    if (value instanceof ApexEnumConstant) return hashOfString(value.name);
    const hash = contentHash(value);
    if (hash !== null) return hash;
    if ('hashcode$' in value) return (value as DefinesEquality).hashcode$();
    let identity = identityHashes.get(value);
    if (identity === undefined) identityHashes.set(value, (identity = ++identities));
    return identity;
}
