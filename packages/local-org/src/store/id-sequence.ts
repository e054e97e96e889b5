import { id18 } from '@sw-studio/apex/runtime';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Server and reserved characters that every id of the org has after its key prefix. */
const INSTANCE = '5e0';
const NUMBER_LENGTH = 9;

/**
 * New record ids: key prefix, instance, and a number that only grows. An id that a rolled back transaction drew is never
 * drawn again, as on the platform, where records in memory keep it.
 */
export class IdSequence {
    private readonly last = new Map<string, number>();

    /** @param keyPrefix three characters */
    next(keyPrefix: string): string {
        const number = (this.last.get(keyPrefix) ?? 0) + 1;
        this.last.set(keyPrefix, number);
        return id18(`${keyPrefix}${INSTANCE}${encode(number)}`);
    }

    entries(): IterableIterator<[keyPrefix: string, last: number]> {
        return this.last.entries();
    }

    /** Goes back to what it was: only for an org whose rows go back as well. */
    reset(entries: Iterable<readonly [keyPrefix: string, last: number]>): void {
        this.last.clear();
        for (const [keyPrefix, last] of entries) this.last.set(keyPrefix, last);
    }

    /** Goes on after what was handed out before. */
    advanceTo(keyPrefix: string, last: number): void {
        this.last.set(keyPrefix, Math.max(last, this.last.get(keyPrefix) ?? 0));
    }
}

function encode(number: number): string {
    let text = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / DIGITS.length)) {
        text = (DIGITS[rest % DIGITS.length] as string) + text;
    }
    return text.padStart(NUMBER_LENGTH, '0');
}
