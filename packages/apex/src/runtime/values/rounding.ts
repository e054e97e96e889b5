/** `System.RoundingMode`, with java.math.RoundingMode's meaning. */
export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/**
 * Whether a truncated quotient moves away from zero by one.
 *
 * @param half how the discarded fraction compares with one half: negative, 0 or positive; the fraction is not zero
 */
function roundsAway(mode: RoundingMode, negative: boolean, half: number, odd: boolean): boolean {
    switch (mode) {
        case 'UP':
            return true;
        case 'DOWN':
            return false;
        case 'CEILING':
            return !negative;
        case 'FLOOR':
            return negative;
        case 'HALF_UP':
            return half >= 0;
        case 'HALF_DOWN':
            return half > 0;
        case 'HALF_EVEN':
            return half > 0 || (half === 0 && odd);
        case 'UNNECESSARY':
            throw new RangeError('Digits would be lost: the caller must have asked');
    }
}

/**
 * `dividend / divisor`, rounded to an integer.
 *
 * @param dividend a safe integer
 * @param divisor a safe integer, not 0
 * @throws RoundingNecessaryError
 */
export function divideSafeIntegers(dividend: number, divisor: number, mode: RoundingMode): number {
    const remainder = dividend % divisor;
    // Exact: a multiple of the divisor divides without rounding in binary64.
    const quotient = (dividend - remainder) / divisor + 0;
    if (remainder === 0) return quotient;
    const magnitude = Math.abs(remainder);
    // The doubled remainder could leave the safe range; its complement cannot.
    const half = magnitude - (Math.abs(divisor) - magnitude);
    const negative = dividend < 0 !== divisor < 0;
    if (!roundsAway(mode, negative, half, quotient % 2 !== 0)) return quotient;
    return negative ? quotient - 1 : quotient + 1;
}

/** As `divideSafeIntegers`, without bounds. */
export function divideBigInts(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
    const quotient = dividend / divisor;
    const remainder = dividend - quotient * divisor;
    if (remainder === 0n) return quotient;
    const doubled = (remainder < 0n ? -remainder : remainder) * 2n;
    const limit = divisor < 0n ? -divisor : divisor;
    const half = doubled < limit ? -1 : doubled > limit ? 1 : 0;
    const negative = dividend < 0n !== divisor < 0n;
    if (!roundsAway(mode, negative, half, (quotient & 1n) === 1n)) return quotient;
    return negative ? quotient - 1n : quotient + 1n;
}
