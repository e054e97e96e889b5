import { drive, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import type { ApexSession } from '../apex/apex-session.ts';
import { type Clock, ManualClock } from '../clock/clock.ts';
import { ENGINE_STATE } from '../schema/internal-objects.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { AsyncUsage } from './async-usage.ts';
import { EngineHost } from './engine-host.ts';
import { promoteBatches } from './flex-queue-order.ts';
import { housekeep } from './housekeeping.ts';
import { JobQueue, type QueuedJob, queued } from './job-queue.ts';
import type { JobOptions } from './job-options.ts';
import type { JobRecord } from './records/job-record.ts';
import { jobRecords } from './records/job-records.ts';
import { SystemRows } from './rows/system-rows.ts';
import { dequeue, rowsOf } from './run/dequeue.ts';
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
 * belongs to; what it holds in memory is an index over them, which `recover` makes anew. So the process may end between
 * any two transactions, and no job is lost or done twice.
 */
export class JobEngine implements JobSink {
    readonly options: JobOptions;
    readonly rows: SystemRows;
    readonly host: EngineHost;
    /** Called after each piece of a job. */
    onEvent: ((event: JobEvent) => void) | null = null;
    /** Called where a batch fails whose class raises platform events. */
    onBatchError: ((error: BatchError) => void) | null = null;
    /** Called with sentences that the platform would write into its logs. */
    onLog: ((message: string) => void) | null = null;
    private readonly clock: Clock;
    private readonly org: JobOrg;
    private readonly queue: JobQueue;
    private readonly usage = new AsyncUsage();
    private readonly running = new Set<string>();
    private readonly defects: unknown[] = [];
    private startRuns = false;
    private nextHousekeeping = 0;

    constructor({ runtime, clock, options, random }: JobEngineOptions) {
        this.options = options;
        this.clock = clock;
        this.rows = new SystemRows(() => runtime.org.schema);
        const { organizationId } = runtime.org.ids;
        this.org = { rows: this.rows, options, sink: this, organizationId, testing: false };
        this.queue = new JobQueue(options, random);
        this.host = new EngineHost({
            runtime,
            org: this.org,
            random,
            log: (message) => this.onLog?.(message),
            defect: (error) => void this.defects.push(error),
            batchFailed: (error) => this.onBatchError?.(error),
        });
        this.recover();
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

    /** Reads from the rows what is to be done: at the start, and after the process was killed. */
    recover(): void {
        this.host.bookkeep((transaction) => {
            this.usage.load(transaction);
            const records = [...jobRecords.all(transaction)].sort((left, right) => left.sequence - right.sequence);
            for (const record of records) if (record.phase !== 'hold') this.queue.add(queued(record));
        });
        this.changedNow();
    }

    /** Jobs that wait, the flex queue left out. */
    get waiting(): number {
        return this.queue.size;
    }

    /** When something is next to be done, in epoch milliseconds; null: never. */
    get nextDue(): number | null {
        return this.queue.nextDue;
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
            const ran = drive(this.running$(job));
            if (ran) count++;
            else deferred.push(job);
            if (this.defects.length > 0) throw this.defects.splice(0)[0];
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

    advance(milliseconds: number): number {
        return this.moveTo(this.clock.now() + milliseconds);
    }

    /** The next job that is due; undefined: there is none now. */
    take(): QueuedJob | undefined {
        return this.queue.take(this.clock.now());
    }

    /** Puts back a job that could not be run. */
    putBack(job: QueuedJob): void {
        this.queue.add(job);
    }

    /** Runs one piece of a job. @returns false when somebody else holds what it needs, and nobody can be waited for */
    *running$(job: QueuedJob): Generator<Waiting, boolean, void> {
        const isStart = job.phase === 'start';
        if (this.running.has(job.recordId)) return true;
        this.running.add(job.recordId);
        try {
            const record = yield* this.begin(job, isStart);
            if (record === 'later') return false;
            if (record !== null) yield* this.runPiece(record, isStart);
        } finally {
            this.running.delete(job.recordId);
        }
        this.changedNow();
        return true;
    }

    added(transaction: OrgTransaction, record: JobRecord): void {
        transaction.afterCommit(() => {
            if (record.phase === 'hold') this.changedNow();
            else this.queue.add(queued(record));
        }, true);
    }

    changed(transaction: OrgTransaction): void {
        transaction.afterCommit(() => this.changedNow(), true);
    }

    executions(): number {
        return this.usage.total(this.clock.now());
    }

    private *runPiece(record: JobRecord, isStart: boolean): Generator<Waiting, void, void> {
        if (isStart) this.startRuns = true;
        const at = this.clock.now();
        let error: unknown;
        try {
            error = yield* runPhase(this.host, record);
        } finally {
            if (isStart) this.startRuns = false;
        }
        const { jobId, phase, details } = record;
        this.onEvent?.({ jobId, kind: details.kind, phase, at, error });
    }

    /** Waits until the job's rows are free, and until no other batch is starting. */
    private *begin(job: QueuedJob, isStart: boolean): Generator<Waiting, JobRecord | null | 'later', void> {
        let nobodyElseRuns = false;
        for (;;) {
            const begun = isStart && this.startRuns ? 'later' : this.tryBegin(job);
            if (begun !== 'later' || nobodyElseRuns) return begun;
            yield { kind: 'lock', detail: `start of ${job.jobId}`, block: () => void (nobodyElseRuns = true) };
        }
    }

    private tryBegin(job: QueuedJob): JobRecord | null | 'later' {
        return this.host.bookkeep((transaction) => {
            const record = jobRecords.find(transaction, job.recordId);
            if (record === undefined || record.phase !== job.phase) return null;
            for (const id of rowsOf(record)) {
                if (transaction.store.locks.take(id, transaction) !== undefined) return 'later';
            }
            const begun = dequeue(this.host, transaction, record);
            if (begun !== null && isCounted(begun)) this.usage.count(transaction);
            return begun;
        });
    }

    private changedNow(): void {
        promoteBatches(this.host);
    }

    private dueBy(time: number): number | null {
        const { nextDue } = this.queue;
        const next = Math.min(nextDue ?? Infinity, this.nextHousekeeping);
        return next > time ? null : next;
    }

    private housekeepIfDue(): void {
        const now = this.clock.now();
        if (now < this.nextHousekeeping) return;
        this.nextHousekeeping = (Math.floor(now / HOUR) + 1) * HOUR;
        housekeep(this.host);
    }

    private manualClock(): ManualClock {
        if (this.clock instanceof ManualClock) return this.clock;
        throw new Error('The clock of this org runs by itself and cannot be moved.');
    }

    private keepClock(): void {
        this.host.bookkeep((transaction) => {
            const [row] = transaction.scan(ENGINE_STATE);
            const id = (row?.[0] ?? transaction.store.ids.next(ENGINE_STATE.keyPrefix as string)) as string;
            transaction.writeLasting(ENGINE_STATE, id, [id, this.clock.now()]);
        });
    }
}

/** Finalizers are not charged to the daily allocation, nor is what runs no Apex. */
function isCounted({ phase }: JobRecord): boolean {
    return phase === 'run' || phase === 'start' || phase === 'execute' || phase === 'finish';
}
