import { ApexBlob } from './values/blob.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { BoxedDouble } from './values/double.ts';
import { isValidId } from './values/id.ts';
import { ApexTime } from './values/time.ts';

export type PrimitiveName =
    'Blob' | 'Boolean' | 'Date' | 'Datetime' | 'Decimal' | 'Double' | 'Id' | 'Integer' | 'Long' | 'String' | 'Time';

/**
 * What `instanceof` answers for a value in an Object slot. Numbers count as every wider type too: an Integer is a Long,
 * a Double and a Decimal, and Double and Decimal are each other; a Date is a Datetime; a String that has the form of an Id
 * is an Id.
 */
export function isPrimitiveInstance(name: PrimitiveName, value: unknown): boolean {
    switch (name) {
        case 'String':
            return typeof value === 'string';
        case 'Id':
            return typeof value === 'string' && isValidId(value);
        case 'Boolean':
            return typeof value === 'boolean';
        case 'Integer':
            return typeof value === 'number';
        case 'Long':
            return typeof value === 'number' || typeof value === 'bigint';
        case 'Double':
        case 'Decimal':
            return isNumber(value);
        case 'Date':
            return value instanceof ApexDate;
        case 'Datetime':
            // a Date is a Datetime to the platform, as an Integer is a Long
            return value instanceof ApexDatetime || value instanceof ApexDate;
        case 'Time':
            return value instanceof ApexTime;
        case 'Blob':
            return value instanceof ApexBlob;
    }
}

export function isNumber(value: unknown): value is number | bigint | Decimal | BoxedDouble {
    return (
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Decimal ||
        value instanceof BoxedDouble
    );
}

/** The primitive that a value in an Object slot is; null for everything else. */
export function primitiveNameOf(value: unknown): PrimitiveName | null {
    switch (typeof value) {
        case 'string':
            return 'String';
        case 'number':
            return 'Integer';
        case 'bigint':
            return 'Long';
        case 'boolean':
            return 'Boolean';
        default:
            break;
    }
    if (value instanceof Decimal) return 'Decimal';
    if (value instanceof BoxedDouble) return 'Double';
    if (value instanceof ApexDate) return 'Date';
    if (value instanceof ApexDatetime) return 'Datetime';
    if (value instanceof ApexTime) return 'Time';
    return value instanceof ApexBlob ? 'Blob' : null;
}

/** Any number as a Decimal. */
export function toDecimal(value: number | bigint | Decimal | BoxedDouble): Decimal {
    if (value instanceof Decimal) return value;
    if (value instanceof BoxedDouble) return Decimal.ofDouble(value.value);
    return typeof value === 'bigint' ? Decimal.ofLong(value) : Decimal.ofInteger(value);
}
