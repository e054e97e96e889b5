import { translateUncaught, type Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Caller } from '../callers.ts';
import type { QueueableDetails } from '../records/job-record.ts';
import type { JobContext } from '../service/job-context.ts';
import { SessionJobs } from '../service/session-jobs.ts';
import { inSession } from './call-apex.ts';
import { exceptionOf } from './failure.ts';
import type { JobHost } from './job-host.ts';

export interface AttemptOptions {
    readonly userId: string;
    readonly caller: Caller;
    readonly requestId: string;
    readonly queueable?: QueueableDetails;
    work(context: JobContext): Generator<Waiting, void, void>;
    /** Changes of the job's own rows, committed together with what `work` did. */
    complete(transaction: OrgTransaction, context: JobContext): void;
}

export interface Attempt {
    readonly context: JobContext;
    /** null: committed. Else everything was rolled back. */
    readonly error: unknown;
}

/** One transaction of a job: Apex and the job's own rows are committed together or not at all. */
export function* attempt(host: JobHost, options: AttemptOptions): Generator<Waiting, Attempt, void> {
    const { caller, queueable = null } = options;
    const unit = host.open(options.userId);
    const { transaction } = unit.open;
    const session = host.session(unit.open, caller, options.requestId);
    const context: JobContext = {
        org: host.org,
        session,
        transaction,
        caller,
        queueable,
        finalizer: null,
        batchesStarted: 0,
    };
    session.provide('jobs', new SessionJobs(context));
    try {
        yield* inSession(session, options.work(context));
        yield { kind: 'database', detail: 'COMMIT' };
        session.run(() => options.complete(transaction, context));
    } catch (thrown) {
        unit.rollback();
        const error = session.run(() => translateUncaught(thrown));
        if (exceptionOf(error) === null) host.defect(error);
        return { context, error };
    }
    unit.commit();
    return { context, error: null };
}
