/** Mulberry32: a small seeded generator, so that a failing case can be run again by its seed. */
export class Random {
    #state: number;

    constructor(seed: number) {
        this.#state = seed;
    }

    /** A whole number from 0 up to, not including, the limit. */
    below(limit: number): number {
        this.#state = (this.#state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    }

    pick<T>(values: readonly T[]): T {
        return values[this.below(values.length)] as T;
    }
}
