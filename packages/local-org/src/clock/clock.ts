/** The time of an org. Everything that waits in it waits on this clock. */
export interface Clock {
    /** Epoch milliseconds. */
    now(): number;
}

/** The machine's time. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until somebody moves it: an hour's schedule takes no hour. */
export class ManualClock implements Clock {
    /** Called after the clock was moved on. */
    readonly onMoved = new Set<() => void>();
    private milliseconds: number;

    /** @param start epoch milliseconds */
    constructor(start: number) {
        this.milliseconds = start;
    }

    now(): number {
        return this.milliseconds;
    }

    /** @throws RangeError for a time that has passed: what is due would be due twice */
    moveTo(milliseconds: number): void {
        if (milliseconds < this.milliseconds) throw new RangeError('A clock cannot be moved back.');
        this.milliseconds = milliseconds;
        for (const listener of this.onMoved) listener();
    }

    /** Starts anew, with an org whose rows start anew as well. */
    reset(milliseconds: number): void {
        this.milliseconds = milliseconds;
    }

    advance(milliseconds: number): void {
        this.moveTo(this.milliseconds + milliseconds);
    }
}
