import type { ApexSession } from '../../apex/apex-session.ts';
import type { OpenTransaction } from '../../org.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Caller } from '../callers.ts';
import type { JobOrg } from '../service/job-context.ts';

/** The transaction of one piece of a job: a new one in an org, a part of the test's own in a test. */
export interface JobTransaction {
    readonly open: OpenTransaction;
    commit(): void;
    rollback(): void;
}

/** A batch scope, start or finish that failed, for `BatchApexErrorEvent`. */
export interface BatchError {
    readonly jobId: string;
    readonly scopeIds: readonly string[];
    readonly exceptionType: string;
    readonly message: string;
    readonly stackTrace: string;
    readonly phase: 'START' | 'EXECUTE' | 'FINISH';
    readonly requestId: string;
    readonly userId: string;
}

/** Where jobs run. */
export interface JobHost {
    readonly org: JobOrg;
    /** Changes the engine's own rows, committed when `work` returns. */
    bookkeep<T>(work: (transaction: OrgTransaction) => T): T;
    open(userId: string): JobTransaction;
    session(open: OpenTransaction, caller: Caller, requestId: string): ApexSession;
    /** Static methods of a class by their mangled names. */
    statics(className: string): Readonly<Record<string, (...values: unknown[]) => unknown>>;
    /** 0 <= x < 1. */
    random(): number;
    /** What only a log sees: a finalizer that failed. */
    log(message: string): void;
    /** An error that is no Apex situation: a defect of the local org. */
    defect(error: unknown): void;
    /** A batch whose class raises platform events failed in part. @param transaction the one that notes the failure */
    batchFailed(transaction: OrgTransaction, error: BatchError): void;
}
