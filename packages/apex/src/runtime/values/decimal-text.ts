/** Decimals as text, by the rules of java.math.BigDecimal (`new BigDecimal(String)`, `toString`, `toPlainString`). */

export interface UnscaledText {
    /** Digits with an optional minus sign: what `BigInt` and `Number` read. */
    readonly digits: string;
    readonly scale: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** @returns null where BigDecimal's constructor would refuse the text */
export function parseDecimalText(text: string): UnscaledText | null {
    const match = NUMBER.exec(text);
    if (match === null) return null;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    if (whole === '' && fraction === '') return null;
    const scale = fraction.length - Number(exponent);
    if (!Number.isSafeInteger(scale) || Math.abs(scale) > 0x7fffffff) return null;
    return { digits: (sign === '-' ? '-' : '') + whole + fraction, scale };
}

/** Canonical text: with an exponent where the scale is negative or the value is below 10^-6. */
export function printDecimal(digits: string, scale: number): string {
    if (scale === 0) return digits;
    const { sign, magnitude } = splitSign(digits);
    const exponent = magnitude.length - 1 - scale;
    if (scale > 0 && exponent >= -6) return sign + pointAt(magnitude, scale);
    const mantissa = magnitude.length > 1 ? `${magnitude[0]}.${magnitude.slice(1)}` : magnitude;
    return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
}

/** Without an exponent, whatever the scale. */
export function printPlainDecimal(digits: string, scale: number): string {
    if (scale === 0 || (digits === '0' && scale < 0)) return digits;
    const { sign, magnitude } = splitSign(digits);
    return sign + (scale < 0 ? magnitude + '0'.repeat(-scale) : pointAt(magnitude, scale));
}

function splitSign(digits: string): { sign: string; magnitude: string } {
    return digits.startsWith('-') ? { sign: '-', magnitude: digits.slice(1) } : { sign: '', magnitude: digits };
}

function pointAt(magnitude: string, scale: number): string {
    const padded = magnitude.padStart(scale + 1, '0');
    return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
