import { ApexEnumConstant } from './enums.ts';
import { throwApex } from './exceptions/throw.ts';
import { isNumber, toDecimal } from './primitives.ts';
import { compareRecords } from './sobject/record-order.ts';
import { SObject } from './sobject/sobject.ts';
import { Decimal } from './values/decimal.ts';

interface Ordered {
    compareTo(other: unknown): number;
}

interface Comparable {
    compareto$object(other: unknown): number;
}

/**
 * The order of `List.sort()` and of the comparison operators: null first, text by code unit, numbers by value, values by
 * their own order, enum constants as declared, records field by field, objects by `compareTo`.
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
    if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right);
    if (isNumber(left) && isNumber(right)) return toDecimal(left).compareTo(toDecimal(right));
    if (typeof left === 'object') return compareObjects(left, right);
    return throwNotComparable();
}

function compareObjects(left: object, right: unknown): number {
    if (left instanceof SObject && right instanceof SObject) return compareRecords(left, right);
    if (left instanceof ApexEnumConstant && right instanceof ApexEnumConstant) return left.ordinal - right.ordinal;
    if ('compareto$object' in left) return (left as Comparable).compareto$object(right);
    if ('compareTo' in left) return (left as Ordered).compareTo(right);
    return throwNotComparable();
}

function throwNotComparable(): never {
    throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}
