import { throwApex, throwNullPointer } from '../exceptions.ts';
import { throwDivideByZero } from './decimal.ts';

/**
 * Apex Integer: an int32 that wraps around. JavaScript takes null for 0 in arithmetic, so every operation asks for null
 * itself; the test costs nothing measurable beside the addition once the function is inlined.
 */
type Nullable = number | null;

export const SMALLEST_INTEGER = -0x80000000;
export const LARGEST_INTEGER = 0x7fffffff;

export function addIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return (left + right) | 0;
}

export function subtractIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return (left - right) | 0;
}

export function multiplyIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return Math.imul(left, right);
}

/** Truncates towards zero; the smallest Integer divided by -1 is itself, as in Java. */
export function divideIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    if (right === 0) throwDivideByZero();
    return (left / right) | 0;
}

/** The sign is the dividend's: `Math.mod`. */
export function remainderOfIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    if (right === 0) throwDivideByZero();
    return (left % right) | 0;
}

export function negateInteger(value: Nullable): number {
    if (value === null) throwNullPointer();
    return -value | 0;
}

export function complementInteger(value: Nullable): number {
    if (value === null) throwNullPointer();
    return ~value;
}

export function andIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return left & right;
}

export function orIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return left | right;
}

export function xorIntegers(left: Nullable, right: Nullable): number {
    if (left === null || right === null) throwNullPointer();
    return left ^ right;
}

/** Shift distances count modulo 32. */
export function shiftIntegerLeft(value: Nullable, distance: Nullable): number {
    if (value === null || distance === null) throwNullPointer();
    return value << distance;
}

export function shiftIntegerRight(value: Nullable, distance: Nullable): number {
    if (value === null || distance === null) throwNullPointer();
    return value >> distance;
}

/** `>>>`: zeros come in from the left, the result is an int32 again. */
export function shiftIntegerRightUnsigned(value: Nullable, distance: Nullable): number {
    if (value === null || distance === null) throwNullPointer();
    return (value >>> distance) | 0;
}

const INTEGER = /^[+-]?\d+$/;

/** @throws System.TypeException `Invalid integer: x`, also when the number does not fit 32 bits */
export function parseInteger(text: string): number {
    const value = INTEGER.test(text) ? Number(text) + 0 : NaN;
    if (!(value >= SMALLEST_INTEGER && value <= LARGEST_INTEGER)) {
        throwApex('System.TypeException', `Invalid integer: ${text}`);
    }
    return value;
}
