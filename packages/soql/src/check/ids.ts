const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const idShape = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/**
 * The 18-character form of a 15 or 18-character id: the suffix holds, for each block of five, which characters are
 * upper case. Only the first 15 characters identify a record. Undefined for what is no id.
 */
export function toStoredId(id: string): string | undefined {
    if (!idShape.test(id)) return undefined;
    let suffix = '';
    for (let block = 0; block < 15; block += 5) {
        let bits = 0;
        for (let position = 0; position < 5; position++) {
            const code = id.charCodeAt(block + position);
            if (code >= 0x41 && code <= 0x5a) bits |= 1 << position;
        }
        suffix += suffixAlphabet[bits];
    }
    return id.slice(0, 15) + suffix;
}
