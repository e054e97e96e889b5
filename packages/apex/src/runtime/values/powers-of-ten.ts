/** Powers of ten and digit counts, for numbers that are safe integers and for bigints. */

/** 10^15 is the largest power of ten that is a safe integer. */
export const LARGEST_SMALL_POWER = 15;

const small = Array.from({ length: LARGEST_SMALL_POWER + 1 }, (_, exponent) => 10 ** exponent);
const big: bigint[] = [1n];

/** @param exponent 0 to `LARGEST_SMALL_POWER` */
export function smallPowerOfTen(exponent: number): number {
    return small[exponent] as number;
}

export function powerOfTen(exponent: number): bigint {
    // Beyond the cache a value is used once: keeping 10^100000 would hold memory for nothing.
    if (exponent > 400) return 10n ** BigInt(exponent);
    for (let next = big.length; next <= exponent; next++) big.push((big[next - 1] as bigint) * 10n);
    return big[exponent] as bigint;
}

/** Decimal digits of the absolute value; 1 for zero. */
export function digitsOfSafeInteger(value: number): number {
    const magnitude = Math.abs(value);
    for (let digits = 1; digits <= LARGEST_SMALL_POWER; digits++) {
        if (magnitude < (small[digits] as number)) return digits;
    }
    return LARGEST_SMALL_POWER + 1;
}

/** Decimal digits of the absolute value; 1 for zero. */
export function digitsOfBigInt(value: bigint): number {
    const magnitude = value < 0n ? -value : value;
    return magnitude.toString().length;
}
