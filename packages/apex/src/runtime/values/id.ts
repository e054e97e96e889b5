import { throwApex } from '../exceptions.ts';

/** Three characters that make the 15 case-sensitive ones safe where case is lost: a bit per upper-case letter. */
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

const ID_15 = /^[A-Za-z0-9]{15}$/;
const ID_18 = /^[A-Za-z0-9]{18}$/;

function checksum(id: string): string {
    let suffix = '';
    for (let block = 0; block < 15; block += 5) {
        let bits = 0;
        for (let at = 0; at < 5; at++) {
            const code = id.charCodeAt(block + at);
            if (code >= 65 && code <= 90) bits |= 1 << at;
        }
        suffix += CHECKSUM[bits] as string;
    }
    return suffix;
}

/** The 18 character form of a 15 character id. */
export function id18(id15: string): string {
    return id15 + checksum(id15);
}

/** Whether the text has the form of an Id; the checksum of an 18 character one must be right, in any case. */
export function isValidId(text: string): boolean {
    if (text.length === 15) return ID_15.test(text);
    return text.length === 18 && ID_18.test(text) && checksum(text) === text.slice(15).toUpperCase();
}

/**
 * What assigning a String to an Id does.
 *
 * @returns the 18 character form
 * @throws System.StringException `Invalid id: x`
 */
export function toId(text: string | null): string | null {
    if (text === null) return null;
    const trimmed = text.trim();
    if (!isValidId(trimmed)) throwApex('System.StringException', `Invalid id: ${text}`);
    return id18(trimmed.slice(0, 15));
}

/** `Id.valueOf(text, true)`: the checksum says which letters were upper case before something changed the case. */
export function restoreCasing(text: string): string {
    if (!ID_18.test(text)) throwApex('System.StringException', `Invalid id: ${text}`);
    const suffix = text.slice(15).toUpperCase();
    let restored = '';
    for (let at = 0; at < 15; at++) {
        const bits = CHECKSUM.indexOf(suffix[Math.floor(at / 5)] as string);
        if (bits < 0) throwApex('System.StringException', `Invalid id: ${text}`);
        const character = text[at] as string;
        restored += (bits >> (at % 5)) & 1 ? character.toUpperCase() : character.toLowerCase();
    }
    // A digit that the checksum takes for an upper-case letter was never an id.
    if (checksum(restored) !== suffix) throwApex('System.StringException', `Invalid id: ${text}`);
    return restored + suffix;
}

export function keyPrefix(id: string): string {
    return id.slice(0, 3);
}
