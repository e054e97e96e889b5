import type { ApexRuntime } from '../apex/apex-runtime.ts';
import type { ApexSession } from '../apex/apex-session.ts';
import type { OpenTransaction } from '../org.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { type Caller, CALLERS, requestFlags } from './callers.ts';
import type { BatchError, JobHost, JobTransaction } from './run/job-host.ts';
import type { JobOrg } from './service/job-context.ts';

export interface EngineHostOptions {
    readonly runtime: ApexRuntime;
    readonly org: JobOrg;
    random(): number;
    log(message: string): void;
    defect(error: unknown): void;
    batchFailed(transaction: OrgTransaction, error: BatchError): void;
}

/** Jobs in an org: each piece has a transaction of its own. */
export class EngineHost implements JobHost {
    readonly org: JobOrg;
    private readonly options: EngineHostOptions;

    constructor(options: EngineHostOptions) {
        this.options = options;
        this.org = options.org;
    }

    bookkeep<T>(work: (transaction: OrgTransaction) => T): T {
        const { transaction } = this.options.runtime.open();
        try {
            const result = work(transaction);
            transaction.commit();
            return result;
        } catch (error) {
            transaction.rollback();
            throw error;
        }
    }

    open(userId: string): JobTransaction {
        const open = this.options.runtime.open(userId);
        const { transaction } = open;
        return { open, commit: () => transaction.commit(), rollback: () => transaction.rollback() };
    }

    session(open: OpenTransaction, caller: Caller, requestId: string): ApexSession {
        const { limits } = CALLERS[caller];
        return this.options.runtime.session(open, { limits, request: { ...requestFlags(caller), requestId } });
    }

    statics(className: string): ReturnType<JobHost['statics']> {
        return this.options.runtime.program.statics(className);
    }

    random(): number {
        return this.options.random();
    }

    log(message: string): void {
        this.options.log(message);
    }

    defect(error: unknown): void {
        this.options.defect(error);
    }

    batchFailed(transaction: OrgTransaction, error: BatchError): void {
        this.options.batchFailed(transaction, error);
    }
}
