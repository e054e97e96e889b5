import { performance } from 'node:perf_hooks';
import type { Waiting } from '@sw-studio/apex/runtime';
import { type Clock, ManualClock } from '../clock/clock.ts';
import type { Store } from '../store/store.ts';
import { LockParking } from './lock-parking.ts';

export interface ExecutorOptions {
    readonly store: Store;
    /** The clock that the org was made with. */
    readonly clock: Clock;
}

/** The executor was closed while the computation was on its way; its transaction is rolled back. */
export class ExecutorClosedError extends Error {
    override readonly name = 'ExecutorClosedError';
    readonly code = 'EXECUTOR_CLOSED';

    constructor() {
        super('The org was closed before this had ended: nothing of it was kept.');
    }
}

/** Milliseconds for which computations may hold the thread before timers and sockets get their turn. */
const LONGEST_TURN = 20;

/**
 * Drives computations of Apex beside each other in real time, on one thread. A callout is awaited while the others go on;
 * a wait for a lock ends when the transaction in the way has ended or the time for it is over; elsewhere a computation
 * goes straight on, but for turns that it leaves to timers and sockets.
 *
 * Apex that is to be set aside was compiled with generators and runs in sessions that are interleaved.
 */
export class Executor {
    private readonly options: ExecutorOptions;
    private readonly parking: LockParking;
    private running = 0;
    private turnBegan = performance.now();
    /** Ends waits for work outside of the org. */
    private readonly abandon = new Set<(reason: ExecutorClosedError) => void>();
    private closed: ExecutorClosedError | null = null;

    constructor(options: ExecutorOptions) {
        this.options = options;
        this.parking = new LockParking(options.store.locks, options.clock);
    }

    /** Computations that are on their way. */
    get size(): number {
        return this.running;
    }

    /**
     * Drives a computation to its end.
     *
     * @throws what the computation throws, and ExecutorClosedError
     */
    async run<T>(computation: Generator<Waiting, T, void>): Promise<T> {
        this.running++;
        try {
            for (;;) {
                if (performance.now() - this.turnBegan > LONGEST_TURN) await this.nextTurn();
                if (this.closed !== null) throw this.closed;
                const step = computation.next();
                if (step.done === true) return step.value;
                if (step.value.outside !== undefined) await this.unlessClosed(step.value.outside());
                else if (step.value.kind === 'lock') await this.park(step.value);
            }
        } finally {
            this.running--;
            this.checkStandstill();
        }
    }

    /** Ends what is on its way. The caller rolls back the transactions that were open (`ApexRuntime.rollbackAll`). */
    close(): void {
        this.closed ??= new ExecutorClosedError();
        this.parking.close(this.closed);
        for (const end of this.abandon) end(this.closed);
    }

    private unlessClosed(work: Promise<void>): Promise<void> {
        return new Promise((resolve, reject) => {
            this.abandon.add(reject);
            void work.then(resolve, reject).finally(() => this.abandon.delete(reject));
        });
    }

    private async nextTurn(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
        this.turnBegan = performance.now();
    }

    private async park({ deadline }: Waiting): Promise<void> {
        const woken = this.parking.park(deadline ?? null);
        this.checkStandstill();
        await woken;
    }

    /**
     * A clock that is moved by hand stands still while everybody waits for a lock: somebody outside holds it. Then the
     * clock is moved to the time at which the first of them gives up.
     */
    private checkStandstill(): void {
        const { clock } = this.options;
        if (!(clock instanceof ManualClock) || this.parking.size === 0) return;
        setImmediate(() => {
            if (this.parking.size < this.running || this.parking.isWaking) return;
            const { nextDeadline } = this.parking;
            if (nextDeadline !== null) clock.moveTo(Math.max(nextDeadline, clock.now()));
        });
    }
}
