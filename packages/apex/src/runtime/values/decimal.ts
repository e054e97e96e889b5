import { throwApex } from '../exceptions.ts';
import { doubleToString } from './double-text.ts';
import { parseDecimalText, printDecimal, printPlainDecimal } from './decimal-text.ts';
import {
    digitsOfBigInt,
    digitsOfSafeInteger,
    LARGEST_SMALL_POWER,
    powerOfTen,
    smallPowerOfTen,
} from './powers-of-ten.ts';
import { divideBigInts, divideSafeIntegers, type RoundingMode } from './rounding.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Significant digits of a quotient: `1/3.0` has 33 threes and `1/31.0` is 0.0322580645161290322580645161290323, rounded
 * half up (observed in orgs; the Apex reference does not state it).
 */
const QUOTIENT_DIGITS = 33;

/**
 * Apex Decimal: java.math.BigDecimal, that is `unscaled * 10^-scale`. Immutable.
 *
 * The unscaled value is a number while it is a safe integer and a bigint beyond, so that sums and products of everyday
 * amounts never allocate a bigint. Exactly one form is valid: `small` is NaN whenever `big` is set, which lets the fast
 * paths add first and compare once.
 */
export class Decimal {
    /** Unscaled value, a safe integer and never -0; NaN where `big` has it. */
    readonly small: number;
    readonly big: bigint | null;
    /** Digits after the point; negative for multiples of powers of ten. */
    readonly scale: number;

    static readonly ZERO: Decimal = new Decimal(0, null, 0);
    static readonly ONE: Decimal = new Decimal(1, null, 0);

    /** Use the static makers: this one trusts its arguments. */
    constructor(small: number, big: bigint | null, scale: number) {
        this.small = small;
        this.big = big;
        this.scale = scale;
    }

    /** @param value any safe integer; Apex Integers are */
    static ofInteger(value: number): Decimal {
        return new Decimal(value, null, 0);
    }

    static ofBigInt(unscaled: bigint, scale: number): Decimal {
        const small = Number(unscaled);
        return small >= -LARGEST && small <= LARGEST
            ? new Decimal(small, null, scale)
            : new Decimal(NaN, unscaled, scale);
    }

    static ofLong(value: bigint): Decimal {
        return Decimal.ofBigInt(value, 0);
    }

    /**
     * Through the text of the double, as `Decimal.valueOf(Double)` does: 0.1 has scale 1, 5.0 has scale 1.
     *
     * @throws System.MathException for infinities and NaN
     */
    static ofDouble(value: number): Decimal {
        if (Number.isInteger(value) && Math.abs(value) < 1e7) return new Decimal(value * 10 + 0, null, 1);
        const text = doubleToString(value);
        return Decimal.parse(text) ?? throwApex('System.MathException', `Invalid decimal: ${text}`);
    }

    /** The double's own value, all of its digits: 0.1 is 0.1000000000000000055511151231257827... */
    static exactOfDouble(value: number): Decimal {
        if (Number.isSafeInteger(value)) return new Decimal(value + 0, null, 0);
        let scaled = value;
        let doublings = 0;
        for (; !Number.isInteger(scaled); doublings++) scaled *= 2;
        return Decimal.ofBigInt(BigInt(scaled) * 5n ** BigInt(doublings), doublings);
    }

    /** @returns null where the text is no decimal number */
    static parse(text: string): Decimal | null {
        const parts = parseDecimalText(text);
        if (parts === null) return null;
        return parts.digits.length <= LARGEST_SMALL_POWER
            ? new Decimal(Number(parts.digits) + 0, null, parts.scale)
            : Decimal.ofBigInt(BigInt(parts.digits), parts.scale);
    }

    /** What the emitter calls for a literal such as `1.50`. */
    static literal(text: string): Decimal {
        const value = Decimal.parse(text);
        if (value === null) throw new TypeError(`Not a decimal literal: ${text}`);
        return value;
    }

    unscaled(): bigint {
        return this.big ?? BigInt(this.small);
    }

    add(other: Decimal): Decimal {
        if (this.scale === other.scale) {
            const sum = this.small + other.small;
            if (sum >= -LARGEST && sum <= LARGEST) return new Decimal(sum, null, this.scale);
        }
        return addScaled(this, other, false);
    }

    subtract(other: Decimal): Decimal {
        if (this.scale === other.scale) {
            const difference = this.small - other.small;
            if (difference >= -LARGEST && difference <= LARGEST) return new Decimal(difference, null, this.scale);
        }
        return addScaled(this, other, true);
    }

    multiply(other: Decimal): Decimal {
        const scale = this.scale + other.scale;
        const product = this.small * other.small;
        if (product >= -LARGEST && product <= LARGEST) return new Decimal(product + 0, null, scale);
        return Decimal.ofBigInt(this.unscaled() * other.unscaled(), scale);
    }

    /**
     * The operator `/`: 33 significant digits; a quotient that ends earlier keeps the difference of the scales where
     * that suffices.
     *
     * @throws System.MathException Divide by 0
     */
    divide(divisor: Decimal): Decimal {
        if (divisor.signum() === 0) throwDivideByZero();
        const preferredScale = this.scale - divisor.scale;
        if (this.signum() === 0) return new Decimal(0, null, Math.max(preferredScale, 0));
        return divideShort(this, divisor, preferredScale) ?? this.divideLong(divisor, preferredScale);
    }

    private divideLong(divisor: Decimal, preferredScale: number): Decimal {
        const dividend = this.unscaled();
        const by = divisor.unscaled();
        // One digit more than wanted may come out, never one less.
        const shift = QUOTIENT_DIGITS + digitsOfBigInt(by) - digitsOfBigInt(dividend);
        const numerator = shift >= 0 ? dividend * powerOfTen(shift) : dividend;
        const denominator = shift >= 0 ? by : by * powerOfTen(-shift);
        const exact = numerator % denominator === 0n;
        const truncated = numerator / denominator;
        const scale = preferredScale + shift;
        if (exact) {
            const quotient = Decimal.ofBigInt(truncated, scale).roundToPrecision(QUOTIENT_DIGITS);
            return quotient.stripZerosTo(Math.max(preferredScale, 0)).withoutNegativeScale();
        }
        const surplus = digitsOfBigInt(truncated) - QUOTIENT_DIGITS;
        const rounded = divideBigInts(numerator, denominator * powerOfTen(Math.max(surplus, 0)), 'HALF_UP');
        return Decimal.ofBigInt(rounded, scale - Math.max(surplus, 0)).withoutNegativeScale();
    }

    /**
     * `Decimal.divide(divisor, scale[, mode])`.
     *
     * @throws System.MathException Divide by 0
     */
    divideToScale(divisor: Decimal, scale: number, mode: RoundingMode): Decimal {
        if (divisor.signum() === 0) throwDivideByZero();
        const shift = scale - (this.scale - divisor.scale);
        const numerator = shift >= 0 ? this.unscaled() * powerOfTen(shift) : this.unscaled();
        const denominator = shift >= 0 ? divisor.unscaled() : divisor.unscaled() * powerOfTen(-shift);
        if (mode === 'UNNECESSARY' && numerator % denominator !== 0n) throwRoundingNecessary();
        return Decimal.ofBigInt(divideBigInts(numerator, denominator, mode), scale);
    }

    /** Multiplied by 10^digits, by the scale alone. */
    movePointRight(digits: number): Decimal {
        const moved = new Decimal(this.small, this.big, this.scale - digits);
        return moved.scale < 0 ? raiseScale(moved, 0) : moved;
    }

    negate(): Decimal {
        return this.big === null
            ? new Decimal(0 - this.small, null, this.scale)
            : new Decimal(NaN, -this.big, this.scale);
    }

    abs(): Decimal {
        return this.signum() < 0 ? this.negate() : this;
    }

    /** -1, 0 or 1. */
    signum(): number {
        if (this.big === null) return Math.sign(this.small);
        return this.big < 0n ? -1 : 1;
    }

    /** By value: 1.0 and 1.00 are equal. */
    compareTo(other: Decimal): number {
        const digits = this.scale - other.scale;
        if (digits === 0 && this.big === null && other.big === null) return order(this.small, other.small);
        // NaN, which stands for a bigint, fails both tests.
        if (digits > 0 && digits <= LARGEST_SMALL_POWER) {
            const raised = other.small * smallPowerOfTen(digits);
            if (Math.abs(raised) <= LARGEST && this.big === null) return order(this.small, raised);
        } else if (digits < 0 && digits >= -LARGEST_SMALL_POWER) {
            const raised = this.small * smallPowerOfTen(-digits);
            if (Math.abs(raised) <= LARGEST && other.big === null) return order(raised, other.small);
        }
        return compareScaled(this, other);
    }

    equals(other: unknown): boolean {
        return other instanceof Decimal && this.compareTo(other) === 0;
    }

    /** Equal values have equal hash codes, whatever their scales. */
    hashCode(): number {
        const { small, big, scale } = this.stripTrailingZeros();
        const unscaled = big ?? BigInt(small);
        return (Math.imul(31, Number(BigInt.asIntN(32, unscaled ^ (unscaled >> 32n)))) + scale) | 0;
    }

    /** @throws System.MathException where digits would be lost and `mode` is UNNECESSARY */
    setScale(scale: number, mode: RoundingMode): Decimal {
        if (scale === this.scale) return this;
        return scale > this.scale ? raiseScale(this, scale) : lowerScale(this, scale, mode);
    }

    /** Digits of the unscaled value; 1 for zero. */
    precision(): number {
        return this.big === null ? digitsOfSafeInteger(this.small) : digitsOfBigInt(this.big);
    }

    stripTrailingZeros(): Decimal {
        if (this.signum() === 0) return Decimal.ZERO;
        return this.stripZerosTo(-Infinity);
    }

    /** @param exponent 0 or more */
    pow(exponent: number): Decimal {
        if (exponent === 0) return Decimal.ONE;
        const scale = this.scale * exponent;
        const power = this.small ** exponent;
        if (Math.abs(power) <= LARGEST) return new Decimal(power + 0, null, scale);
        return Decimal.ofBigInt(this.unscaled() ** BigInt(exponent), scale);
    }

    /** Truncated; the low 32 bits where it does not fit, as BigDecimal.intValue. */
    intValue(): number {
        if (this.big === null && this.scale === 0 && this.small === (this.small | 0)) return this.small;
        return Number(BigInt.asIntN(32, this.toBigInt()));
    }

    /** Truncated; the low 64 bits where it does not fit. */
    longValue(): bigint {
        return BigInt.asIntN(64, this.toBigInt());
    }

    /** The nearest double. */
    doubleValue(): number {
        if (this.big === null) {
            if (this.scale === 0) return this.small;
            // Both operands are exact, so one correctly rounded division is the nearest double.
            if (this.scale > 0 && this.scale <= LARGEST_SMALL_POWER) return this.small / smallPowerOfTen(this.scale);
        }
        return Number(this.toString());
    }

    /** Truncated towards zero. */
    toBigInt(): bigint {
        if (this.scale <= 0) return this.unscaled() * powerOfTen(-this.scale);
        return this.unscaled() / powerOfTen(this.scale);
    }

    /** With an exponent below 10^-6 and for negative scales: what `String.valueOf` prints. */
    toString(): string {
        return printDecimal(this.digits(), this.scale);
    }

    toPlainString(): string {
        return printPlainDecimal(this.digits(), this.scale);
    }

    private digits(): string {
        return this.big === null ? String(this.small) : this.big.toString();
    }

    private roundToPrecision(precision: number): Decimal {
        const surplus = this.precision() - precision;
        return surplus > 0 ? this.setScale(this.scale - surplus, 'HALF_UP') : this;
    }

    private withoutNegativeScale(): Decimal {
        return this.scale < 0 ? this.setScale(0, 'UNNECESSARY') : this;
    }

    private stripZerosTo(lowestScale: number): Decimal {
        let { small, big, scale } = this;
        while (big !== null && scale > lowestScale && big % 10n === 0n) {
            big /= 10n;
            scale--;
            if (Number.isSafeInteger(Number(big))) {
                small = Number(big);
                big = null;
            }
        }
        while (big === null && scale > lowestScale && small !== 0 && small % 10 === 0) {
            small /= 10;
            scale--;
        }
        return new Decimal(small, big, scale);
    }
}

function order(left: number, right: number): number {
    return left < right ? -1 : left > right ? 1 : 0;
}

function addScaled(left: Decimal, right: Decimal, subtract: boolean): Decimal {
    const scale = Math.max(left.scale, right.scale);
    const a = raisedSmall(left, scale);
    const b = raisedSmall(right, scale);
    const sum = subtract ? a - b : a + b;
    if (sum >= -LARGEST && sum <= LARGEST) return new Decimal(sum, null, scale);
    const x = raiseScale(left, scale).unscaled();
    const y = raiseScale(right, scale).unscaled();
    return Decimal.ofBigInt(subtract ? x - y : x + y, scale);
}

/** The unscaled value at a scale that is not lower; NaN where it is no safe integer. */
function raisedSmall(value: Decimal, scale: number): number {
    const digits = scale - value.scale;
    if (digits === 0) return value.small;
    if (digits > LARGEST_SMALL_POWER) return NaN;
    const raised = value.small * smallPowerOfTen(digits);
    return raised >= -LARGEST && raised <= LARGEST ? raised : NaN;
}

function compareScaled(left: Decimal, right: Decimal): number {
    const signs = left.signum() - right.signum();
    if (signs !== 0) return Math.sign(signs);
    if (left.signum() === 0) return 0;
    // Magnitudes first: 1E+1000000 must not be written out to learn that it is more than 1.
    const magnitude = left.precision() - left.scale - (right.precision() - right.scale);
    if (magnitude !== 0) return Math.sign(magnitude) * left.signum();
    const scale = Math.max(left.scale, right.scale);
    const a = raiseScale(left, scale).unscaled();
    const b = raiseScale(right, scale).unscaled();
    return a < b ? -1 : a > b ? 1 : 0;
}

function raiseScale(value: Decimal, scale: number): Decimal {
    const digits = scale - value.scale;
    if (digits === 0) return value;
    if (digits <= LARGEST_SMALL_POWER) {
        const unscaled = value.small * smallPowerOfTen(digits);
        if (unscaled >= -LARGEST && unscaled <= LARGEST) return new Decimal(unscaled, null, scale);
    }
    return Decimal.ofBigInt(value.unscaled() * powerOfTen(digits), scale);
}

function lowerScale(value: Decimal, scale: number, mode: RoundingMode): Decimal {
    const digits = value.scale - scale;
    if (value.big === null && digits <= LARGEST_SMALL_POWER) {
        const power = smallPowerOfTen(digits);
        if (mode === 'UNNECESSARY' && value.small % power !== 0) throwRoundingNecessary();
        return new Decimal(divideSafeIntegers(value.small, power, mode), null, scale);
    }
    const power = powerOfTen(digits);
    const unscaled = value.unscaled();
    if (mode === 'UNNECESSARY' && unscaled % power !== 0n) throwRoundingNecessary();
    return Decimal.ofBigInt(divideBigInts(unscaled, power, mode), scale);
}

/** A quotient that ends after few digits, as those of amounts and percentages mostly do; null: another way is needed. */
function divideShort(dividend: Decimal, divisor: Decimal, preferredScale: number): Decimal | null {
    if (dividend.big !== null || divisor.big !== null) return null;
    const missing = Math.max(0, -preferredScale);
    if (missing > LARGEST_SMALL_POWER) return null;
    let numerator = dividend.small * smallPowerOfTen(missing);
    for (let scale = preferredScale + missing; Math.abs(numerator) <= LARGEST; scale++) {
        if (numerator % divisor.small === 0) return new Decimal(numerator / divisor.small + 0, null, scale);
        numerator *= 10;
    }
    return null;
}

function throwRoundingNecessary(): never {
    throwApex('System.MathException', 'Rounding necessary');
}

export function throwDivideByZero(): never {
    throwApex('System.MathException', 'Divide by 0');
}
