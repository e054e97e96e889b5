import { throwApex, throwNullPointer } from '../exceptions.ts';
import { throwDivideByZero } from './decimal.ts';

/**
 * Apex Long: a bigint kept within 64 bits. An Integer operand is widened with `BigInt()` before it comes here.
 */
type Nullable = bigint | null;

export const SMALLEST_LONG = -(1n << 63n);
export const LARGEST_LONG = (1n << 63n) - 1n;

function requireLong(value: Nullable): bigint {
    if (value === null) throwNullPointer();
    return value;
}

export function addLongs(left: Nullable, right: Nullable): bigint {
    return BigInt.asIntN(64, requireLong(left) + requireLong(right));
}

export function subtractLongs(left: Nullable, right: Nullable): bigint {
    return BigInt.asIntN(64, requireLong(left) - requireLong(right));
}

export function multiplyLongs(left: Nullable, right: Nullable): bigint {
    return BigInt.asIntN(64, requireLong(left) * requireLong(right));
}

export function divideLongs(left: Nullable, right: Nullable): bigint {
    const dividend = requireLong(left);
    const divisor = requireLong(right);
    if (divisor === 0n) throwDivideByZero();
    return BigInt.asIntN(64, dividend / divisor);
}

/** The sign is the dividend's: `Math.mod`. */
export function remainderOfLongs(left: Nullable, right: Nullable): bigint {
    const dividend = requireLong(left);
    const divisor = requireLong(right);
    if (divisor === 0n) throwDivideByZero();
    return dividend % divisor;
}

export function negateLong(value: Nullable): bigint {
    return BigInt.asIntN(64, -requireLong(value));
}

export function complementLong(value: Nullable): bigint {
    return ~requireLong(value);
}

export function andLongs(left: Nullable, right: Nullable): bigint {
    return requireLong(left) & requireLong(right);
}

export function orLongs(left: Nullable, right: Nullable): bigint {
    return requireLong(left) | requireLong(right);
}

export function xorLongs(left: Nullable, right: Nullable): bigint {
    return requireLong(left) ^ requireLong(right);
}

/** Shift distances count modulo 64. */
export function shiftLongLeft(value: Nullable, distance: Nullable): bigint {
    return BigInt.asIntN(64, requireLong(value) << (requireLong(distance) & 63n));
}

export function shiftLongRight(value: Nullable, distance: Nullable): bigint {
    return requireLong(value) >> (requireLong(distance) & 63n);
}

/** `>>>`: zeros come in from the left. */
export function shiftLongRightUnsigned(value: Nullable, distance: Nullable): bigint {
    return BigInt.asIntN(64, BigInt.asUintN(64, requireLong(value)) >> (requireLong(distance) & 63n));
}

/** The low 32 bits, as Java's narrowing. */
export function integerOfLong(value: bigint): number {
    return Number(BigInt.asIntN(32, value));
}

const LONG = /^[+-]?\d+$/;

/** @throws System.TypeException `Invalid long: x`, also when the number does not fit 64 bits */
export function parseLong(text: string): bigint {
    if (LONG.test(text)) {
        const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
        if (value >= SMALLEST_LONG && value <= LARGEST_LONG) return value;
    }
    throwApex('System.TypeException', `Invalid long: ${text}`);
}
