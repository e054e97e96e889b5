import { freeze, type FrozenState, QueueableContext, thaw, type Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { QueueableRecord } from '../records/job-record.ts';
import type { JobContext } from '../service/job-context.ts';
import { attempt } from './attempt.ts';
import { callApex } from './call-apex.ts';
import { refusalOf } from './callout-declaration.ts';
import { freezeFailure } from './failure.ts';
import { endJob, failedValues, finalValues } from './job-end.ts';
import type { JobHost } from './job-host.ts';

/**
 * Runs a queueable. Its finalizer, as the run left it, is committed as the job's next piece together with the run's
 * outcome, so that nothing can come between them.
 *
 * @returns what ended the run; null: it succeeded
 */
export function* runQueueable(host: JobHost, record: QueueableRecord): Generator<Waiting, unknown, void> {
    const { details } = record;
    const end = (transaction: OrgTransaction, context: JobContext, error: unknown): void => {
        const finalizer = freezeFinalizer(host, context);
        const failure = error === null ? null : freezeFailure(error);
        const values = error === null ? finalValues(transaction, 'Completed') : failedValues(transaction, error);
        const next: QueueableRecord | null =
            finalizer === null
                ? null
                : { ...record, phase: 'finalize', state: null, details: { ...details, finalizer, failure } };
        endJob(host, transaction, record, values, next);
    };
    const { context, error } = yield* attempt(host, {
        userId: record.userId,
        caller: 'queueable',
        requestId: details.requestId,
        queueable: details,
        *work({ session }) {
            const job = thaw(record.state as FrozenState) as object;
            session.calloutRefusal = refusalOf(job);
            yield* callApex(session, job, 'execute$queueablecontext', new QueueableContext(record.jobId));
        },
        complete: (transaction, succeeded) => end(transaction, succeeded, null),
    });
    if (error !== null) host.bookkeep((transaction) => end(transaction, context, error));
    return error;
}

/** The finalizer as the run left it, also where the run failed. */
function freezeFinalizer(host: JobHost, { finalizer }: JobContext): FrozenState | null {
    if (finalizer === null) return null;
    try {
        return freeze(finalizer);
    } catch (error) {
        host.log(`A finalizer could not be kept: ${String(error)}`);
        return null;
    }
}
