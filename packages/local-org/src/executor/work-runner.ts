import { type Clock, ManualClock } from '../clock/clock.ts';
import type { Executor } from './executor.ts';
import type { WorkOutcome, WorkSource } from './work-source.ts';

export interface WorkRunnerOptions {
    readonly executor: Executor;
    readonly sources: readonly WorkSource[];
    /** The clock that the org was made with. */
    readonly clock: Clock;
    /** How many pieces of work are on their way at once. */
    readonly workers: number;
    /** Pieces that may run without a manual clock moving before the runner says that they never end. */
    readonly maximumPerInstant: number;
    /** Notes how far the clock was moved. */
    keepClock?(): void;
}

interface Waiter {
    readonly countBefore: number;
    readonly resolve: (count: number) => void;
    readonly reject: (reason: unknown) => void;
}

/** Longest sleep, in milliseconds: timers of the platform overflow beyond 24 days. */
const LONGEST_SLEEP = 3_600_000;

/**
 * Runs what an org does by itself, several pieces at once, their callouts for real: on request until nothing is due any
 * more, or by itself whenever something is.
 */
export class WorkRunner {
    private readonly options: WorkRunnerOptions;
    private readonly waiters: Waiter[] = [];
    private active = 0;
    private count = 0;
    private onError: ((error: unknown) => void) | null = null;
    private timer: NodeJS.Timeout | null = null;
    private closed = false;

    constructor(options: WorkRunnerOptions) {
        this.options = options;
    }

    /** Pieces that are on their way. */
    get size(): number {
        return this.active;
    }

    /**
     * Runs everything that is due, and what that leaves behind, until nothing is due and nothing is on its way any more.
     *
     * @returns how many pieces were run meanwhile
     * @throws for a defect of the local org, and when jobs enqueue each other without end while the clock stands still
     */
    runDue(): Promise<number> {
        return new Promise((resolve, reject) => {
            this.waiters.push({ countBefore: this.count, resolve, reject });
            this.pump();
        });
    }

    /** Moves the clock from one due time to the next and runs what is due there. @param time epoch milliseconds */
    async moveTo(time: number): Promise<number> {
        const { clock } = this.options;
        if (!(clock instanceof ManualClock))
            throw new Error('The clock of this org runs by itself and cannot be moved.');
        let count = await this.runDue();
        for (let next = this.nextWork; next !== null && next <= time; next = this.nextWork) {
            clock.moveTo(Math.max(next, clock.now()));
            count += await this.runDue();
        }
        clock.moveTo(Math.max(time, clock.now()));
        this.options.keepClock?.();
        return count + (await this.runDue());
    }

    advance(milliseconds: number): Promise<number> {
        return this.moveTo(this.options.clock.now() + milliseconds);
    }

    /**
     * Runs by itself what is due from now on. Its timer alone keeps no process alive.
     *
     * @param onError what runs into a defect of the local org; the runner goes on
     */
    start(onError: (error: unknown) => void): void {
        this.onError = onError;
        for (const source of this.options.sources) source.onAdded = () => this.schedule();
        this.schedule();
    }

    /** Takes nothing more by itself; what is on its way goes on. */
    stop(): void {
        this.onError = null;
        for (const source of this.options.sources) source.onAdded = null;
        if (this.timer !== null) clearTimeout(this.timer);
        this.timer = null;
    }

    /** Takes nothing more at all. What is on its way ends with the executor. */
    close(): void {
        this.stop();
        this.closed = true;
    }

    private get nextWork(): number | null {
        const times = this.options.sources.flatMap(({ nextWork }) => nextWork ?? []);
        return times.length === 0 ? null : Math.min(...times);
    }

    private pump(): void {
        while (!this.closed && this.active < this.options.workers) {
            const work = this.take();
            if (work === undefined) break;
            this.active++;
            void this.options.executor.run(work).then(
                (outcome) => this.ended(outcome),
                (error: unknown) => {
                    this.report(error);
                    this.ended('gone');
                },
            );
        }
        if (this.active > 0) return;
        for (const { countBefore, resolve } of this.waiters.splice(0)) resolve(this.count - countBefore);
    }

    private take(): ReturnType<WorkSource['takeWork']> {
        for (const source of this.options.sources) {
            const work = source.takeWork();
            if (work !== undefined) return work;
        }
        return undefined;
    }

    private ended(outcome: WorkOutcome): void {
        this.active--;
        if (outcome === 'ran') this.count++;
        this.refuseEndlessWork();
        if (this.waiters.length > 0 || this.onError !== null) this.pump();
        if (this.onError !== null) this.schedule();
    }

    private refuseEndlessWork(): void {
        const [first] = this.waiters;
        const { clock, maximumPerInstant } = this.options;
        if (first === undefined || !(clock instanceof ManualClock)) return;
        const count = this.count - first.countBefore;
        if (count <= maximumPerInstant) return;
        const error = new Error(
            `${count} jobs ran and more are due without the clock moving: the jobs enqueue each other without end. ` +
                'Give them a delay, or let the clock move while they run.',
        );
        for (const { reject } of this.waiters.splice(0)) reject(error);
    }

    private report(error: unknown): void {
        const waiter = this.waiters.shift();
        if (waiter !== undefined) waiter.reject(error);
        else this.onError?.(error);
    }

    private schedule(): void {
        if (this.timer !== null) clearTimeout(this.timer);
        const next = this.nextWork;
        const sleep = next === null ? LONGEST_SLEEP : Math.max(0, next - this.options.clock.now());
        this.timer = setTimeout(() => this.wake(), Math.min(sleep, LONGEST_SLEEP)).unref();
    }

    private wake(): void {
        this.timer = null;
        this.pump();
        this.schedule();
    }
}
