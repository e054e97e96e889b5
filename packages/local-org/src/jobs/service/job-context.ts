import type { ApexSession } from '../../apex/apex-session.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Caller } from '../callers.ts';
import type { JobOptions } from '../job-options.ts';
import type { JobRecord, QueueableDetails } from '../records/job-record.ts';
import type { SystemRows } from '../rows/system-rows.ts';

/** Hears of jobs that were written in a transaction which may still be rolled back. */
export interface JobSink {
    added(transaction: OrgTransaction, record: JobRecord): void;
    /** Rows of jobs or schedules changed otherwise: aborted, moved, paused. */
    changed(transaction: OrgTransaction): void;
    /** Asynchronous executions of the last 24 hours. */
    executions(): number;
    /** Refuses what a test may not start. */
    checkStart?(what: string, kind: JobRecord['details']['kind']): void;
}

/** The org's side of `System.enqueueJob` and its like. */
export interface JobOrg {
    readonly rows: SystemRows;
    readonly options: JobOptions;
    readonly sink: JobSink;
    readonly organizationId: string;
    /** Delays are ignored and chains end after one job. */
    readonly testing: boolean;
}

/** What runs, and may ask for asynchronous work. */
export interface JobContext {
    readonly org: JobOrg;
    readonly session: ApexSession;
    readonly transaction: OrgTransaction;
    readonly caller: Caller;
    /** The running queueable, or the parent of the running finalizer. */
    readonly queueable: QueueableDetails | null;
    /** What the running queueable attached. */
    finalizer: object | null;
    batchesStarted: number;
}
