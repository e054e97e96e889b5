/** A seeded source of choices, so that a run can be repeated case by case. */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** 0 <= x < 1 (mulberry32). */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
    }

    /** A whole number from `low` to `high`, both included. */
    between(low: number, high: number): number {
        return low + Math.floor(this.next() * (high - low + 1));
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    pick<T>(choices: readonly T[]): T {
        return choices[this.between(0, choices.length - 1)] as T;
    }

    /** As many results of `make` as a number from `low` to `high` says. */
    many<T>(low: number, high: number, make: () => T): T[] {
        return Array.from({ length: this.between(low, high) }, make);
    }

    text(low: number, high: number, alphabet: readonly string[]): string {
        return this.many(low, high, () => this.pick(alphabet)).join('');
    }
}
