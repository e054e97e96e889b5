import { ManualClock } from '../../clock/clock.ts';

/** How often those who wait on the clock look at it. */
const TICK = 250;

/** A clock that goes with the machine's and can be put forward: from then on it runs ahead by as much. */
export class RunningClock extends ManualClock {
    private ahead: number;
    private readonly ticking: NodeJS.Timeout;

    /** @param start epoch milliseconds, where it had been put forward to; times that have passed count as now */
    constructor(start: number) {
        super(start);
        this.ahead = Math.max(0, start - Date.now());
        this.ticking = setInterval(() => this.tell(), TICK).unref();
    }

    override now(): number {
        return Date.now() + this.ahead;
    }

    /** A time that has just passed is no error: the clock went on meanwhile. */
    override moveTo(milliseconds: number): void {
        this.ahead += Math.max(0, milliseconds - this.now());
        this.tell();
    }

    override advance(milliseconds: number): void {
        this.moveTo(this.now() + milliseconds);
    }

    stop(): void {
        clearInterval(this.ticking);
    }

    private tell(): void {
        for (const listener of this.onMoved) listener();
    }
}
