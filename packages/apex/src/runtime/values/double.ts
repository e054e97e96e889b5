import { throwApex, throwNullPointer } from '../exceptions.ts';
import { hashOfDouble } from '../hash.ts';
import { doubleToString } from './double-text.ts';
import { throwDivideByZero } from './decimal.ts';

/**
 * A Double in an Object slot or a collection, where a bare JavaScript number would be an Integer. Immutable; equal ones
 * are equal by value, so `==` on it must never be JavaScript's.
 */
export class BoxedDouble {
    readonly value: number;

    constructor(value: number) {
        this.value = value;
    }

    equals(other: unknown): boolean {
        return other instanceof BoxedDouble && Object.is(this.value, other.value);
    }

    hashCode(): number {
        return hashOfDouble(this.value);
    }

    compareTo(other: BoxedDouble): number {
        return this.value < other.value ? -1 : this.value > other.value ? 1 : 0;
    }

    toString(): string {
        return doubleToString(this.value);
    }
}

export function boxDouble(value: number | null): BoxedDouble | null {
    return value === null ? null : new BoxedDouble(value);
}

/** @throws System.MathException Divide by 0, where Java would answer an infinity */
export function divideDoubles(left: number | null, right: number | null): number {
    if (left === null || right === null) throwNullPointer();
    if (right === 0) throwDivideByZero();
    return left / right;
}

const DOUBLE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/;

/** @throws System.TypeException `Invalid double: x` */
export function parseDouble(text: string): number {
    const trimmed = text.trim();
    if (!DOUBLE.test(trimmed)) throwApex('System.TypeException', `Invalid double: ${text}`);
    return Number(trimmed.replace(/[dDfF]$/, ''));
}

/** Truncates towards zero and saturates, as Java's narrowing from double to int. */
export function integerOfDouble(value: number): number {
    if (Number.isNaN(value)) return 0;
    return Math.trunc(Math.min(Math.max(value, -0x80000000), 0x7fffffff)) | 0;
}

/** Truncates towards zero and saturates, as Java's narrowing from double to long. */
export function longOfDouble(value: number): bigint {
    if (Number.isNaN(value)) return 0n;
    if (value >= 2 ** 63) return (1n << 63n) - 1n;
    if (value <= -(2 ** 63)) return -(1n << 63n);
    return BigInt(Math.trunc(value));
}
