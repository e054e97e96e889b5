/**
 * Text of an auto number: `{000}` is the number with that many digits at least, `{YYYY}`, `{YY}`, `{MM}` and `{DD}` are
 * of the day of creation in GMT (Salesforce Help, "Auto-Number Fields").
 *
 * @param now epoch milliseconds
 */
export function autoNumberText(format: string, number: number, now: number): string {
    const date = new Date(now).toISOString();
    return format.replaceAll(/\{([^}]*)\}/g, (whole, inner: string) => {
        switch (inner.toUpperCase()) {
            case 'YYYY':
                return date.slice(0, 4);
            case 'YY':
                return date.slice(2, 4);
            case 'MM':
                return date.slice(5, 7);
            case 'DD':
                return date.slice(8, 10);
            default:
                return /^0+$/.test(inner) ? String(number).padStart(inner.length, '0') : whole;
        }
    });
}
