import { drive, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import type { ApexSession } from '../apex/apex-session.ts';
import { type Clock, ManualClock } from '../clock/clock.ts';
import { EventEngine, type EventWork } from '../events/delivery/event-engine.ts';
import { OrgDeliveryHost } from '../events/delivery/org-delivery-host.ts';
import type { LockTable } from '../store/lock-table.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { WorkOutcome, WorkSource } from '../executor/work-source.ts';
import { AsyncUsage } from './async-usage.ts';
import { EngineHost } from './engine-host.ts';
import { promoteBatches } from './flex-queue-order.ts';
import { housekeep, keepClock } from './housekeeping.ts';
import { JobQueue, type QueuedJob, queued, queuedEvent } from './job-queue.ts';
import type { JobOptions } from './job-options.ts';
import type { JobRecord } from './records/job-record.ts';
import { jobRecords, SEQUENCE } from './records/job-records.ts';
import { SystemRows } from './rows/system-rows.ts';
import { dequeue, isOccupied } from './run/dequeue.ts';
import type { BatchError } from './run/job-host.ts';
import { runPhase } from './run/run-job.ts';
import type { JobContext, JobOrg, JobSink } from './service/job-context.ts';
import { SessionJobs } from './service/session-jobs.ts';

export interface JobEngineOptions {
    readonly runtime: ApexRuntime;
    readonly clock: Clock;
    readonly options: JobOptions;
    random(): number;
}

/** What the engine did, for whoever watches it. */
export interface JobEvent {
    readonly jobId: string;
    readonly kind: string;
    readonly phase: string;
    /** Epoch milliseconds. */
    readonly at: number;
    /** null: it succeeded. */
    readonly error: unknown;
}

const HOUR = 3_600_000;

/**
 * Runs the asynchronous Apex of an org. Everything it must not forget stands in rows, written in the transactions that it
 * belongs to; what it holds in memory is an index over them, which a new engine makes again. So the process may end
 * between any two transactions, and no job is lost or done twice.
 */
export class JobEngine implements JobSink, WorkSource {
    readonly options: JobOptions;
    readonly rows: SystemRows;
    readonly clock: Clock;
    /** Event triggers, which run among the jobs. */
    readonly events: EventEngine;
    /** Called after each piece of a job. */
    onEvent: ((event: JobEvent) => void) | null = null;
    /** Called where a batch fails whose class raises platform events. */
    onBatchError: ((error: BatchError) => void) | null = null;
    /** Called with sentences that the platform would write into its logs. */
    onLog: ((message: string) => void) | null = null;
    /** Called when a job was added: a timer may have to go off earlier. */
    onAdded: (() => void) | null = null;
    private readonly host: EngineHost;
    private readonly org: JobOrg;
    private readonly locks: LockTable;
    private readonly queue: JobQueue;
    private readonly usage = new AsyncUsage();
    /** Records, and schedules, that run at this moment. */
    private readonly running = new Set<string>();
    private readonly defects: unknown[] = [];
    /** Whether every batch that may start was started. */
    private promoted = true;
    private nextHousekeeping = 0;

    constructor({ runtime, clock, options, random }: JobEngineOptions) {
        this.options = options;
        this.clock = clock;
        this.rows = new SystemRows(() => runtime.org.schema);
        this.locks = runtime.org.store.locks;
        const { organizationId } = runtime.org.ids;
        this.org = { rows: this.rows, options, sink: this, organizationId, testing: false };
        this.queue = new JobQueue(options, random);
        this.host = new EngineHost({
            runtime,
            org: this.org,
            random,
            log: (message) => this.onLog?.(message),
            defect: (error) => void this.defects.push(error),
            batchFailed: (transaction, error) => {
                runtime.org.events.publishBatchError(transaction, error);
                this.onBatchError?.(error);
            },
        });
        runtime.org.allocations.register('DailyAsyncApexExecutions', () => ({
            value: this.executions(),
            limit: options.dailyExecutions,
        }));
        this.recover();
        this.events = this.eventEngine(runtime);
    }

    /** The jobs service of a session that runs synchronous code. */
    service(session: ApexSession): SessionJobs {
        const context: JobContext = {
            org: this.org,
            session,
            transaction: session.options.open.transaction,
            caller: 'synchronous',
            queueable: null,
            finalizer: null,
            batchesStarted: 0,
        };
        return new SessionJobs(context);
    }

    /** Jobs that wait, the flex queue left out. */
    get waiting(): number {
        return this.queue.size;
    }

    /** When something is next to be done, in epoch milliseconds; null: never. */
    get nextDue(): number | null {
        return this.queue.nextDue;
    }

    /** Takes a job that is due; undefined: there is none now. */
    take(): QueuedJob | undefined {
        if (!this.promoted) this.promote();
        return this.queue.take(this.clock.now());
    }

    /** As `take`, for a runner that knows several sources of work. */
    takeWork(): Generator<Waiting, WorkOutcome, void> | undefined {
        this.housekeepIfDue();
        const job = this.take();
        return job && this.runChecked(job);
    }

    get nextWork(): number {
        return Math.min(this.queue.nextDue ?? Infinity, this.nextHousekeeping);
    }

    /** Gives back a job that was taken and could not be run. */
    putBack(job: QueuedJob): void {
        this.queue.add(job);
    }

    /**
     * Runs everything that is due, and what that leaves behind, until nothing is due any more.
     *
     * @returns how many pieces of jobs were run
     * @throws Error when it does not end, and for a defect of the local org
     */
    runDue(): number {
        const { maximumJobsPerInstant } = this.options;
        this.housekeepIfDue();
        const deferred: QueuedJob[] = [];
        let count = 0;
        for (let job = this.take(); job !== undefined; job = this.take()) {
            const outcome = drive(this.run(job));
            if (outcome === 'ran') count++;
            if (outcome === 'later') deferred.push(job);
            this.throwDefect();
            if (count > maximumJobsPerInstant) {
                throw new Error(
                    `${count} jobs ran and more are due without the clock moving: the jobs enqueue each other without end. ` +
                        'Give them a delay, or let the clock move while they run.',
                );
            }
        }
        for (const job of deferred) this.queue.add(job);
        return count;
    }

    /** Moves the clock from one due time to the next and runs what is due there. @param time epoch milliseconds */
    moveTo(time: number): number {
        const clock = this.manualClock();
        let count = this.runDue();
        for (let due = this.dueBy(time); due !== null; due = this.dueBy(time)) {
            clock.moveTo(Math.max(due, clock.now()));
            count += this.runDue();
        }
        clock.moveTo(Math.max(time, clock.now()));
        this.keepClock();
        return count + this.runDue();
    }

    /** Notes how far the clock was moved, for the engine that opens the org again. */
    keepClock(): void {
        keepClock(this.host, this.clock.now());
    }

    advance(milliseconds: number): number {
        return this.moveTo(this.clock.now() + milliseconds);
    }

    /**
     * Runs one piece of a job that was taken.
     *
     * @returns `gone` for a job that was aborted, paused or done meanwhile; `later` when somebody else holds what it needs
     *     and nobody can be waited for
     */
    *run(job: QueuedJob): Generator<Waiting, WorkOutcome, void> {
        if (job.kind === 'event') return yield* this.runEvent(job);
        if (this.running.has(job.recordId)) return 'gone';
        this.running.add(job.recordId);
        const occupied = occupiedBy(job);
        try {
            const record = yield* this.begin(job, occupied);
            if (record === 'later') return 'later';
            if (record === null) return 'gone';
            yield* this.runPiece(record, occupied);
        } finally {
            this.running.delete(job.recordId);
        }
        if (job.kind === 'batch' || job.kind === 'scheduled') this.promote();
        return 'ran';
    }

    /** @throws the first defect of the local org that a job met */
    throwDefect(): void {
        if (this.defects.length > 0) throw this.defects.splice(0)[0];
    }

    added(transaction: OrgTransaction, record: JobRecord): void {
        transaction.afterCommit(() => {
            if (record.phase === 'hold') this.promote();
            else this.queue.add(queued(record));
            this.onAdded?.();
        }, true);
    }

    changed(transaction: OrgTransaction): void {
        transaction.afterCommit(() => this.promote(), true);
    }

    executions(): number {
        return this.usage.total(this.clock.now());
    }

    /** Reads from the rows what is to be done. What an earlier engine was running is run again. */
    private recover(): void {
        this.host.bookkeep((transaction) => {
            this.usage.load(transaction);
            const records = [...jobRecords.all(transaction)].sort((left, right) => left.sequence - right.sequence);
            for (const record of records) if (record.phase !== 'hold') this.queue.add(queued(record));
        });
        this.promote();
    }

    private eventEngine(runtime: ApexRuntime): EventEngine {
        const { org, triggers } = runtime;
        return new EventEngine({
            host: new OrgDeliveryHost(runtime, this.rows, this.host),
            events: org.events,
            store: org.store,
            triggers: triggers.eventTriggers(),
            now: () => this.clock.now(),
            queue: (work) => {
                this.queue.add(queuedEvent(work, org.store.autoNumbers.next(SEQUENCE, 1)));
                this.onAdded?.();
            },
        });
    }

    private *runEvent({ recordId, phase, jobId, dueAt }: QueuedJob): Generator<Waiting, WorkOutcome, void> {
        const at = this.clock.now();
        const work: EventWork = { recordId, phase: phase as EventWork['phase'], name: jobId, dueAt };
        const end = yield* this.events.run(work);
        if (end === null) return 'gone';
        this.onEvent?.({ jobId: end.name, kind: 'event', phase, at, error: end.error });
        return 'ran';
    }

    private *runChecked(job: QueuedJob): Generator<Waiting, WorkOutcome, void> {
        const outcome = yield* this.run(job);
        this.throwDefect();
        return outcome;
    }

    private *runPiece(record: JobRecord, occupied: string | null): Generator<Waiting, void, void> {
        const at = this.clock.now();
        if (occupied !== null) this.running.add(occupied);
        try {
            const error = yield* runPhase(this.host, record);
            const { jobId, phase, details } = record;
            this.onEvent?.({ jobId, kind: details.kind, phase, at, error });
        } finally {
            if (occupied !== null) this.running.delete(occupied);
        }
    }

    /** Waits until the job's rows are free, and what only one job at a time may do is not being done. */
    private *begin(job: QueuedJob, occupied: string | null): Generator<Waiting, JobRecord | null | 'later', void> {
        let nobodyElseRuns = false;
        let begun = this.tryBegin(job, this.isTaken(occupied));
        while (begun === 'later' && !nobodyElseRuns) {
            yield { kind: 'lock', detail: `start of ${job.jobId}`, block: () => void (nobodyElseRuns = true) };
            // Looking is no transaction: its end would wake the others who wait, and theirs this one, without end.
            if (!this.isTaken(occupied) && !this.isLocked(job)) begun = this.tryBegin(job, false);
        }
        return begun;
    }

    private isTaken(occupied: string | null): boolean {
        return occupied !== null && this.running.has(occupied);
    }

    private isLocked({ jobId, cronTriggerId }: QueuedJob): boolean {
        const ids = cronTriggerId === null ? [jobId] : [jobId, cronTriggerId];
        return ids.some((id) => this.locks.holder(id) !== undefined);
    }

    private tryBegin(job: QueuedJob, isTaken: boolean): JobRecord | null | 'later' {
        return this.host.bookkeep((transaction) => {
            const record = jobRecords.find(transaction, job.recordId);
            if (record === undefined || record.phase !== job.phase) return null;
            if (isOccupied(this.host, transaction, record, isTaken)) return 'later';
            const begun = dequeue(this.host, transaction, record);
            if (begun !== null && isCounted(begun)) this.usage.count(transaction);
            return begun;
        });
    }

    private promote(): void {
        this.promoted = promoteBatches(this.host);
    }

    private dueBy(time: number): number | null {
        return this.nextWork > time ? null : this.nextWork;
    }

    private housekeepIfDue(): void {
        const now = this.clock.now();
        if (now < this.nextHousekeeping) return;
        this.nextHousekeeping = (Math.floor(now / HOUR) + 1) * HOUR;
        housekeep(this.host);
        this.events.prune();
    }

    private manualClock(): ManualClock {
        if (this.clock instanceof ManualClock) return this.clock;
        throw new Error('The clock of this org runs by itself and cannot be moved.');
    }
}

/** What only one job at a time may have: the start of batches, each schedule. */
function occupiedBy(job: QueuedJob): string | null {
    if (job.phase === 'start') return 'start of batches';
    return job.kind === 'scheduled' && job.phase === 'run' ? job.cronTriggerId : null;
}

/** Finalizers are not charged to the daily allocation, nor is what runs no Apex. */
function isCounted({ phase }: JobRecord): boolean {
    return phase === 'run' || phase === 'start' || phase === 'execute' || phase === 'finish';
}
