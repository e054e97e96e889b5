/** Rounding of doubles as java.lang.Math does it. */

/** `Math.rint`: to the nearest integer, halves to the even one; keeps the sign of zero. */
export function roundHalfEven(value: number): number {
    const floor = Math.floor(value);
    const fraction = value - floor;
    if (fraction === 0) return value;
    const rounded = fraction < 0.5 || (fraction === 0.5 && floor % 2 === 0) ? floor : floor + 1;
    return rounded === 0 ? (value < 0 ? -0 : 0) : rounded;
}

/** `Math.round`: to the nearest integer, halves towards positive infinity. */
export function roundHalfUp(value: number): number {
    return Math.round(value);
}
