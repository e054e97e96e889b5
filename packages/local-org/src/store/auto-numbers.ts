/**
 * Counters of auto number fields, by `Object.Field`. A number is used up when it is drawn: rolling back leaves a gap, as
 * the platform documents it ("Auto Number gaps").
 */
export class AutoNumbers {
    private readonly last = new Map<string, number>();

    next(field: string, startingNumber: number): number {
        const number = (this.last.get(field) ?? startingNumber - 1) + 1;
        this.last.set(field, number);
        return number;
    }

    entries(): IterableIterator<[field: string, last: number]> {
        return this.last.entries();
    }

    /** Goes back to what it was: only for an org whose rows go back as well. */
    reset(entries: Iterable<readonly [field: string, last: number]>): void {
        this.last.clear();
        for (const [field, last] of entries) this.last.set(field, last);
    }

    advanceTo(field: string, last: number): void {
        this.last.set(field, Math.max(last, this.last.get(field) ?? 0));
    }
}
