/** Rounds half away from zero to that many decimals, by the number's decimal digits rather than its binary form. */
export function roundToScale(value: number, scale: number): number {
    const scaled = shift(Math.abs(value), scale);
    const rounded = shift(Math.floor(scaled + 0.5), -scale);
    return value < 0 ? -rounded + 0 : rounded;
}

/** Moves the decimal point through the shortest text of the number: 1.005 becomes 100.5, not 100.49999999999999. */
function shift(value: number, places: number): number {
    const [digits = '0', exponent = '0'] = String(value).split('e');
    return Number(`${digits}e${Number(exponent) + places}`);
}
