import { drive } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../apex/apex-session.ts';
import type { OpenTransaction } from '../../org.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Caller } from '../callers.ts';
import { promoteBatches } from '../flex-queue-order.ts';
import type { JobOptions } from '../job-options.ts';
import type { JobRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import type { SystemRows } from '../rows/system-rows.ts';
import { dequeue } from '../run/dequeue.ts';
import type { BatchError, JobHost, JobTransaction } from '../run/job-host.ts';
import { runWhole } from '../run/run-job.ts';
import { jobException } from '../sentences.ts';
import { addEmptyBatch } from '../service/execute-batch.ts';
import { flexQueue } from '../service/flex-queue.ts';
import type { JobContext, JobOrg, JobSink } from '../service/job-context.ts';
import { SessionJobs } from '../service/session-jobs.ts';

/** Batch jobs that one test may start (Apex guide, "Testing Batch Apex"). */
const MAXIMUM_BATCHES = 5;

export interface TestJobsOptions {
    readonly open: OpenTransaction;
    readonly rows: SystemRows;
    readonly jobs: JobOptions;
    readonly organizationId: string;
    /** How many generations of jobs run: 1, those that the test started itself. */
    readonly levels: number;
    /** A test that is marked `@IsTest(IsParallel=true)` starts nothing. */
    readonly parallel: boolean;
    openAs(userId: string): OpenTransaction;
    /** A session that shares the test's static variables. */
    session(open: OpenTransaction, caller: Caller, requestId: string): ApexSession;
    statics: JobHost['statics'];
    random(): number;
    log(message: string): void;
    batchFailed(error: BatchError): void;
}

interface Collected {
    readonly recordId: string;
    readonly level: number;
}

/**
 * Asynchronous Apex of one test method. Jobs are rows of the test's own transaction; `Test.stopTest`, or the end of the
 * method, runs them one after the other. What a job starts itself is left in the queue, but for chains of queueables that
 * AsyncOptions allow.
 */
export class TestJobs implements JobHost, JobSink {
    readonly org: JobOrg;
    private readonly options: TestJobsOptions;
    private collected: Collected[] = [];
    private level = 0;
    private batches = 0;

    constructor(options: TestJobsOptions) {
        this.options = options;
        const { rows, jobs, organizationId } = options;
        this.org = { rows, options: jobs, sink: this, organizationId, testing: true };
    }

    /** The service of the test method itself. */
    service(session: ApexSession): SessionJobs {
        const context: JobContext = {
            org: this.org,
            session,
            transaction: this.options.open.transaction,
            caller: 'synchronous',
            queueable: null,
            finalizer: null,
            batchesStarted: 0,
        };
        return new SessionJobs(context);
    }

    /** Jobs that are collected from now on are those of `Test.startTest`; what was there before waits for the test's end. */
    setAside(): Collected[] {
        const before = this.collected;
        this.collected = [];
        return before;
    }

    putBack(before: readonly Collected[]): void {
        this.collected.unshift(...before);
    }

    /**
     * Runs what was collected, finalizers included.
     *
     * @throws the first exception that a job did not catch, once all have run
     */
    runCollected(): void {
        const errors: unknown[] = [];
        for (let next = this.collected.shift(); next !== undefined; next = this.collected.shift()) {
            const { transaction } = this.options.open;
            const record = jobRecords.find(transaction, next.recordId);
            if (record === undefined) continue;
            this.level = next.level;
            // In a test a schedule's rows stay as they were: its one run is no fire of the trigger.
            const running = record.details.kind === 'scheduled' ? record : dequeue(this, transaction, started(record));
            const error = running === null ? null : drive(runWhole(this, running));
            if (error !== null) errors.push(error);
        }
        this.level = 0;
        if (errors.length > 0) throw errors[0];
    }

    added(_transaction: OrgTransaction, record: JobRecord): void {
        const level = this.level + 1;
        if ((record.phase !== 'run' && record.phase !== 'hold') || record.state === null) return;
        if (level > this.options.levels && !isAllowedChain(record)) return;
        this.collected.push({ recordId: record.id, level });
        if (record.phase === 'hold') promoteBatches(this);
    }

    changed(): void {
        promoteBatches(this);
    }

    flexQueueOrder(): readonly string[] {
        return flexQueue(this.options.open.transaction).map(({ jobId }) => jobId);
    }

    /** `Test.enqueueBatchJobs`: jobs that do nothing; five are active, the others wait in the flex queue. */
    enqueueBatchJobs(count: number): readonly string[] {
        const { transaction, user } = this.options.open;
        const jobs = Array.from({ length: count }, () => addEmptyBatch(this.org, transaction, user.id).jobId);
        promoteBatches(this);
        return jobs;
    }

    executions(): number {
        return 0;
    }

    checkStart(what: string, kind: JobRecord['details']['kind']): void {
        if (this.options.parallel) throw jobException('parallelTest', what);
        if (kind === 'batch' && ++this.batches > MAXIMUM_BATCHES) throw jobException('tooManyTestBatches');
    }

    bookkeep<T>(work: (transaction: OrgTransaction) => T): T {
        return work(this.options.open.transaction);
    }

    open(userId: string): JobTransaction {
        const open = this.options.openAs(userId);
        const savepoint = open.transaction.setSavepoint();
        return {
            open,
            commit: () => void open.transaction.releaseSavepoint(savepoint),
            rollback: () => void open.transaction.rollbackTo(savepoint),
        };
    }

    session(open: OpenTransaction, caller: Caller, requestId: string): ApexSession {
        return this.options.session(open, caller, requestId);
    }

    statics(className: string): ReturnType<JobHost['statics']> {
        return this.options.statics(className);
    }

    random(): number {
        return this.options.random();
    }

    log(message: string): void {
        this.options.log(message);
    }

    /** The test fails with it. */
    defect(): void {}

    batchFailed(_transaction: OrgTransaction, error: BatchError): void {
        this.options.batchFailed(error);
    }
}

function isAllowedChain({ details }: JobRecord): boolean {
    return details.kind === 'queueable' && details.depth > 1 && details.maximumDepth !== null;
}

/** A batch of a test does not wait for others. */
function started(record: JobRecord): JobRecord {
    return record.phase === 'hold' ? { ...record, phase: 'start' } : record;
}
