/**
 * As Java's `Double.toString` since release 19: the shortest digits that identify the double, always with a point,
 * with an exponent below 10^-3 and from 10^7.
 */
export function doubleToString(value: number): string {
    const magnitude = Math.abs(value);
    if (magnitude < 1e7 && Number.isInteger(value)) return Object.is(value, -0) ? '-0.0' : `${value}.0`;
    if (magnitude >= 1e-3 && magnitude < 1e7) return String(value);
    if (!Number.isFinite(value)) return String(value);
    const [mantissa = '', exponent = ''] = scientific(value).split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** Java wants two digits at least, and the nearest of them: 4.9E-324 where JavaScript has 5e-324. */
function scientific(value: number): string {
    const shortest = value.toExponential();
    const longer = value.toExponential(1);
    return /^-?\de/.test(shortest) && Number(longer) === value ? longer : shortest;
}
