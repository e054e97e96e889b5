/** Digits of ids in the platform's order. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export type PrefixFamily = 'a' | 'e' | 'm' | 'z';

/**
 * Hands out key prefixes in the order of creation: `a00` onwards to custom objects and settings, `e00` to platform
 * events, `m00` to custom metadata types, and `z00` to standard objects whose real prefix is not known.
 */
export class KeyPrefixes {
    private readonly byObject = new Map<string, string>();
    private readonly next: Record<PrefixFamily, number> = { a: 0, e: 0, m: 0, z: 0 };

    /** The same object has the same prefix for the life of the org. */
    of(objectName: string, family: PrefixFamily): string {
        const key = objectName.toLowerCase();
        let prefix = this.byObject.get(key);
        if (prefix === undefined) {
            const number = this.next[family]++;
            prefix = `${family}${digit(Math.floor(number / DIGITS.length))}${digit(number % DIGITS.length)}`;
            this.byObject.set(key, prefix);
        }
        return prefix;
    }

    /** For durability: every prefix given so far. */
    entries(): IterableIterator<[object: string, prefix: string]> {
        return this.byObject.entries();
    }

    restore(entries: Iterable<readonly [object: string, prefix: string]>): void {
        for (const [object, prefix] of entries) {
            this.byObject.set(object, prefix);
            const family = prefix.charAt(0) as PrefixFamily;
            const number = DIGITS.indexOf(prefix.charAt(1)) * DIGITS.length + DIGITS.indexOf(prefix.charAt(2));
            this.next[family] = Math.max(this.next[family], number + 1);
        }
    }
}

function digit(value: number): string {
    const character = DIGITS[value];
    if (character === undefined)
        throw new RangeError(`No key prefix is left: ${DIGITS.length ** 2} objects of one kind`);
    return character;
}
