import { type Clock, ManualClock } from '../clock/clock.ts';
import type { LockTable } from '../store/lock-table.ts';

interface Parked {
    readonly deadline: number | null;
    readonly timer: NodeJS.Timeout | null;
    readonly resolve: () => void;
    readonly reject: (reason: unknown) => void;
}

/**
 * Transactions that wait for a lock. All of them look again whenever a transaction has ended, first come first, and when
 * the time of one is over on the clock of the org.
 */
export class LockParking {
    private readonly locks: LockTable;
    private readonly clock: Clock;
    private readonly parked = new Set<Parked>();
    private readonly wake = (): void => this.scheduleWake();
    private wakeScheduled = false;

    constructor(locks: LockTable, clock: Clock) {
        this.locks = locks;
        this.clock = clock;
        locks.onEnded.add(this.wake);
        if (clock instanceof ManualClock) clock.onMoved.add(this.wake);
    }

    get size(): number {
        return this.parked.size;
    }

    /** Whether somebody is about to look again. */
    get isWaking(): boolean {
        return this.wakeScheduled;
    }

    /** The first time at which somebody gives up, in epoch milliseconds; null: nobody ever does. */
    get nextDeadline(): number | null {
        const deadlines = [...this.parked].flatMap(({ deadline }) => deadline ?? []);
        return deadlines.length === 0 ? null : Math.min(...deadlines);
    }

    /** @param deadline epoch milliseconds of the org's clock; null: none */
    park(deadline: number | null): Promise<void> {
        return new Promise((resolve, reject) => {
            this.parked.add({ deadline, timer: this.timerFor(deadline), resolve, reject });
        });
    }

    close(reason: unknown): void {
        this.locks.onEnded.delete(this.wake);
        if (this.clock instanceof ManualClock) this.clock.onMoved.delete(this.wake);
        for (const { reject } of this.release()) reject(reason);
    }

    /** The machine's clock tells the time by a timer; one that is moved by hand tells when it was moved. */
    private timerFor(deadline: number | null): NodeJS.Timeout | null {
        if (deadline === null || this.clock instanceof ManualClock) return null;
        return setTimeout(this.wake, Math.max(0, deadline - this.clock.now()));
    }

    /** In a step of its own: a transaction that has just ended is still on the stack. */
    private scheduleWake(): void {
        if (this.parked.size === 0 || this.wakeScheduled) return;
        this.wakeScheduled = true;
        queueMicrotask(() => {
            this.wakeScheduled = false;
            for (const { resolve } of this.release()) resolve();
        });
    }

    private release(): Parked[] {
        const released = [...this.parked];
        this.parked.clear();
        for (const { timer } of released) if (timer !== null) clearTimeout(timer);
        return released;
    }
}
