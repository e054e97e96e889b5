/** A place in a list of changes, as the client keeps it. */
export interface CursorPlace {
    readonly list: string;
    /** The data it was made for: a backend that starts with other data does not know it. */
    readonly epoch: string;
    readonly place: number;
    /** Epoch milliseconds. */
    readonly issuedAt: number;
}

/** As the contract says. */
const VALID_DAYS = 90;
const DAY = 86_400_000;

export function encodeCursor({ list, epoch, place, issuedAt }: CursorPlace): string {
    return Buffer.from(`${list}.${epoch}.${place}.${issuedAt}`).toString('base64url');
}

/** @returns null for a text that is no cursor of this list */
export function decodeCursor(text: string, list: string): CursorPlace | null {
    const match = /^([a-z]+)\.([0-9a-z]+)\.(\d+)\.(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
    if (match === null || match[1] !== list) return null;
    const [, , epoch = '', place, issuedAt] = match;
    return { list, epoch, place: Number(place), issuedAt: Number(issuedAt) };
}

/** @param now epoch milliseconds */
export function isKnown(cursor: CursorPlace, epoch: string, now: number): boolean {
    return cursor.epoch === epoch && now - cursor.issuedAt <= VALID_DAYS * DAY;
}
