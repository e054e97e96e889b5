import { equalsOperator } from '../equality.ts';
import { compareValues } from '../compare.ts';
import { throwNullPointer } from '../exceptions/translate.ts';
import { apexToString } from '../to-string.ts';
import { toDecimal } from '../primitives.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { BoxedDouble, boxDouble, integerOfDouble, longOfDouble, divideDoubles } from '../values/double.ts';
import { toId } from '../values/id.ts';
import * as integers from '../values/integer.ts';
import { userZone } from '../values/locale.ts';
import * as longs from '../values/long.ts';
import type { ApexTime } from '../values/time.ts';

/** Operators of emitted code that are more than JavaScript's own. Nulls fail or compare as Apex says. */
type Nullable<T> = T | null;

export const arithmetic = {
    nonNull: <T>(value: T): T => (value === null ? throwNullPointer() : value),
    divideIntegers: integers.divideIntegers,
    remainderOfIntegers: integers.remainderOfIntegers,
    addLongs: longs.addLongs,
    subtractLongs: longs.subtractLongs,
    multiplyLongs: longs.multiplyLongs,
    divideLongs: longs.divideLongs,
    remainderLongs: longs.remainderOfLongs,
    negateLong: longs.negateLong,
    complementLong: longs.complementLong,
    andLongs: longs.andLongs,
    orLongs: longs.orLongs,
    xorLongs: longs.xorLongs,
    shiftLeftLongs: longs.shiftLongLeft,
    shiftRightLongs: longs.shiftLongRight,
    shiftRightUnsignedLongs: longs.shiftLongRightUnsigned,
    divideDoubles,
    decimal: (text: string): Decimal => Decimal.literal(text),

    addToDate: (date: ApexDate, days: number): ApexDate => date.addDays(days),
    addToDatetime(datetime: ApexDatetime, days: number | bigint | Decimal | BoxedDouble, sign: number): ApexDatetime {
        if (typeof days === 'number' && Number.isInteger(days)) return datetime.addDays(sign * days, userZone());
        const milliseconds = Math.round(toDecimal(days).doubleValue() * 86_400_000);
        return datetime.addMilliseconds(sign * milliseconds);
    },
    addToTime: (time: ApexTime, milliseconds: number | bigint, sign: number): ApexTime =>
        time.addMilliseconds(sign * Number(milliseconds)),

    integerToLong: (value: Nullable<number>) => (value === null ? null : BigInt(value)),
    integerToDecimal: (value: Nullable<number>) => (value === null ? null : Decimal.ofInteger(value)),
    longToInteger: (value: Nullable<bigint>) => (value === null ? null : longs.integerOfLong(value)),
    longToDouble: (value: Nullable<bigint>) => (value === null ? null : Number(value)),
    longToDecimal: (value: Nullable<bigint>) => (value === null ? null : Decimal.ofLong(value)),
    doubleToInteger: (value: Nullable<number>) => (value === null ? null : integerOfDouble(value)),
    doubleToLong: (value: Nullable<number>) => (value === null ? null : longOfDouble(value)),
    doubleToDecimal: (value: Nullable<number>) => (value === null ? null : Decimal.ofDouble(value)),
    decimalToInteger: (value: Nullable<Decimal>) => (value === null ? null : value.intValue()),
    decimalToLong: (value: Nullable<Decimal>) => (value === null ? null : value.longValue()),
    decimalToDouble: (value: Nullable<Decimal>) => (value === null ? null : value.doubleValue()),
    dateToDatetime: (value: Nullable<ApexDate>) =>
        value === null ? null : new ApexDatetime(value.epochDay * 86_400_000),
    stringToId: (value: Nullable<string>) => toId(value),
    boxDouble,
    decimalToBoxedDouble: (value: Nullable<Decimal>) => boxDouble(value === null ? null : value.doubleValue()),
    longToBoxedDouble: (value: Nullable<bigint>) => boxDouble(value === null ? null : Number(value)),
    unboxDouble: (value: unknown): unknown => (value instanceof BoxedDouble ? value.value : value),

    lessNumbers: (left: number, right: number) => left !== null && right !== null && left < right,
    lessOrEqualNumbers: (left: number, right: number) => left !== null && right !== null && left <= right,
    greaterNumbers: (left: number, right: number) => left !== null && right !== null && left > right,
    greaterOrEqualNumbers: (left: number, right: number) => left !== null && right !== null && left >= right,
    lessValues: (left: unknown, right: unknown) => left !== null && right !== null && compareValues(left, right) < 0,
    lessOrEqualValues: (left: unknown, right: unknown) =>
        left !== null && right !== null && compareValues(left, right) <= 0,
    greaterValues: (left: unknown, right: unknown) => left !== null && right !== null && compareValues(left, right) > 0,
    greaterOrEqualValues: (left: unknown, right: unknown) =>
        left !== null && right !== null && compareValues(left, right) >= 0,
    lessDecimals: (left: Nullable<Decimal>, right: Nullable<Decimal>) =>
        left !== null && right !== null && left.compareTo(right) < 0,
    lessOrEqualDecimals: (left: Nullable<Decimal>, right: Nullable<Decimal>) =>
        left !== null && right !== null && left.compareTo(right) <= 0,
    greaterDecimals: (left: Nullable<Decimal>, right: Nullable<Decimal>) =>
        left !== null && right !== null && left.compareTo(right) > 0,
    greaterOrEqualDecimals: (left: Nullable<Decimal>, right: Nullable<Decimal>) =>
        left !== null && right !== null && left.compareTo(right) >= 0,
    lessTexts: (left: Nullable<string>, right: Nullable<string>) => compareTexts(left, right) < 0,
    lessOrEqualTexts: (left: Nullable<string>, right: Nullable<string>) => compareTexts(left, right) <= 0,
    greaterTexts: (left: Nullable<string>, right: Nullable<string>) => compareTexts(left, right) > 0,
    greaterOrEqualTexts: (left: Nullable<string>, right: Nullable<string>) => compareTexts(left, right) >= 0,

    /** `==` on text ignores case. */
    equalTexts(left: Nullable<string>, right: Nullable<string>): boolean {
        if (left === right) return true;
        if (left === null || right === null || left.length !== right.length) return false;
        return left.toLowerCase() === right.toLowerCase();
    },
    /** An Id against text: 15 and 18 characters name the same record. */
    equalIds(left: Nullable<string>, right: Nullable<string>): boolean {
        if (left === right) return true;
        if (left === null || right === null) return false;
        return (
            left.slice(0, 15) === right.slice(0, 15) &&
            [15, 18].includes(left.length) &&
            [15, 18].includes(right.length)
        );
    },
    equalDecimals(left: Nullable<Decimal>, right: Nullable<Decimal>): boolean {
        if (left === null || right === null) return left === right;
        return left.compareTo(right) === 0;
    },
    equalsOperator,
    /** A value as `'text' + value` prints it. */
    concatenated: (value: unknown): string =>
        value instanceof ApexDate ? `${apexToString(value)} 00:00:00` : apexToString(value),
};

/** A text is greater than null (Apex Developer Guide, "Expression Operators"); case decides nothing. */
function compareTexts(left: Nullable<string>, right: Nullable<string>): number {
    if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
    const lowerLeft = left.toLowerCase();
    const lowerRight = right.toLowerCase();
    return lowerLeft < lowerRight ? -1 : lowerLeft > lowerRight ? 1 : 0;
}
