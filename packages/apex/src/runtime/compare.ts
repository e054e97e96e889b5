import { throwApex } from './exceptions/throw.ts';

interface Ordered {
    compareTo(other: unknown): number;
}

interface Comparable {
    compareto$object(other: unknown): number;
}

/**
 * The order of `List.sort()` and of Comparator-less sorting: null first, text by code unit, numbers by value, values by
 * their own order, objects by `compareTo`.
 *
 * @throws System.ListException for objects that are not Comparable
 */
export function compareValues(left: unknown, right: unknown): number {
    if (left === right) return 0;
    if (left === null) return -1;
    if (right === null) return 1;
    if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : 1;
    if (typeof left === 'boolean' && typeof right === 'boolean') return left ? 1 : -1;
    if (typeof left === 'object') {
        if ('compareto$object' in left) return (left as Comparable).compareto$object(right);
        if ('compareTo' in left) return (left as Ordered).compareTo(right);
    }
    throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}
