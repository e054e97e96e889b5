import type { Waiting } from '@sw-studio/apex/runtime';
import type { ManualClock } from '../clock/clock.ts';
import type { JobEngine } from '../jobs/job-engine.ts';
import type { Store } from '../store/store.ts';

export interface InterleaverOptions {
    readonly store: Store;
    readonly clock: ManualClock;
    /** 0 <= x < 1: decides who goes on at each waiting point. */
    random(): number;
    /** Jobs that are due run beside the others, as many as the engine has workers. */
    readonly jobs?: JobEngine;
}

/** A transaction, or a job of several, on its way from one waiting point to the next. */
interface Strand {
    readonly name: string;
    readonly generator: Generator<Waiting, unknown, void>;
    readonly isJob: boolean;
    /** Waits for a lock: transactions that had ended, and the time, when it looked last. */
    parked: { readonly ended: number; readonly at: number } | null;
}

/** What became of a strand. */
export interface StrandEnd {
    readonly name: string;
    readonly value: unknown;
    /** null: it ended by itself. */
    readonly error: unknown;
}

/** Milliseconds by which the clock moves when everybody waits for somebody else's lock. */
const LOCK_POLL = 1000;

/**
 * Runs transactions beside each other, one step at a time: at each database, lock, enqueue and callout point of one of
 * them, a seeded choice says which goes on. The same choices give the same run.
 */
export class Interleaver {
    /** Who went on, and to which waiting point: `a: INSERT Account (1)`. */
    readonly trace: string[] = [];
    readonly ended: StrandEnd[] = [];
    private readonly options: InterleaverOptions;
    private readonly strands: Strand[] = [];

    constructor(options: InterleaverOptions) {
        this.options = options;
    }

    /** @param generator yields where it may be set aside; opens its transaction when it is first asked */
    spawn(name: string, generator: Generator<Waiting, unknown, void>): void {
        this.strands.push({ name, generator, isJob: false, parked: null });
    }

    /**
     * Runs until everything has ended, or until something is due only after `until`.
     *
     * @param until epoch milliseconds
     */
    run(until = Infinity): void {
        while (this.step(until));
    }

    /** @returns false when there is nothing to do any more */
    step(until = Infinity): boolean {
        this.takeJobs();
        const ready = this.strands.filter((strand) => this.isReady(strand));
        if (ready.length > 0) {
            const index = ready.length === 1 ? 0 : Math.floor(this.options.random() * ready.length);
            this.resume(ready[index] as Strand);
            return true;
        }
        return this.letTimePass(until);
    }

    /** The process ends here: nothing that was on its way goes on. The caller rolls back what was open. */
    abandon(): void {
        this.strands.length = 0;
        this.trace.push('-- crash --');
    }

    private takeJobs(): void {
        const { jobs } = this.options;
        if (jobs === undefined) return;
        while (this.strands.filter(({ isJob }) => isJob).length < jobs.options.workers) {
            const job = jobs.take();
            if (job === undefined) return;
            const name = `${job.kind} ${job.phase} ${job.jobId}`;
            this.strands.push({ name, generator: jobs.run(job), isJob: true, parked: null });
        }
    }

    private isReady({ parked }: Strand): boolean {
        const { store, clock } = this.options;
        return parked === null || store.locks.ended !== parked.ended || clock.now() !== parked.at;
    }

    private resume(strand: Strand): void {
        const { store, clock, jobs } = this.options;
        strand.parked = null;
        let step: IteratorResult<Waiting, unknown>;
        try {
            step = strand.generator.next();
        } catch (error) {
            this.end(strand, null, error);
            return;
        }
        if (step.done === true) {
            this.end(strand, step.value, null);
            jobs?.throwDefect();
            return;
        }
        this.trace.push(`${strand.name}: ${step.value.detail}`);
        if (step.value.outside !== undefined) step.value.block?.();
        if (step.value.kind === 'lock') strand.parked = { ended: store.locks.ended, at: clock.now() };
    }

    private end(strand: Strand, value: unknown, error: unknown): void {
        this.strands.splice(this.strands.indexOf(strand), 1);
        this.ended.push({ name: strand.name, value, error });
        this.trace.push(`${strand.name}: ${error === null ? 'end' : 'error'}`);
    }

    private letTimePass(until: number): boolean {
        const { clock, jobs } = this.options;
        if (this.strands.length > 0) {
            clock.advance(LOCK_POLL);
            return true;
        }
        const due = jobs?.nextDue ?? null;
        if (due === null || due > until) return false;
        clock.moveTo(Math.max(due, clock.now()));
        return true;
    }
}
