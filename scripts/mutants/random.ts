/** A seeded source of choices (mulberry32): the same seed makes the same mutants. */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** From 0 to below `bound`. */
    below(bound: number): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
    }

    pick<T>(choices: readonly T[]): T {
        const chosen = choices[this.below(choices.length)];
        if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
        return chosen;
    }
}
