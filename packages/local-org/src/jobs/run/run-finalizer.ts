import { FinalizerContext, type FrozenState, thaw, type Waiting } from '@sw-studio/apex/runtime';
import type { QueueableRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { attempt } from './attempt.ts';
import { callApex } from './call-apex.ts';
import { messageOf, thawFailure } from './failure.ts';
import type { JobHost } from './job-host.ts';

/**
 * Runs the finalizer of a queueable that has ended, in a transaction of its own. A finalizer that fails is only logged.
 *
 * @returns what ended it; null: it succeeded
 */
export function* runFinalizer(host: JobHost, record: QueueableRecord): Generator<Waiting, unknown, void> {
    const { details, jobId } = record;
    const { error } = yield* attempt(host, {
        userId: record.userId,
        caller: 'finalizer',
        requestId: details.requestId,
        queueable: details,
        *work({ session }) {
            const finalizer = thaw(details.finalizer as FrozenState) as object;
            const failure = details.failure === null ? null : thawFailure(details.failure);
            const context = new FinalizerContext(jobId, details.requestId, failure);
            yield* callApex(session, finalizer, 'execute$finalizercontext', context);
        },
        complete: (transaction) => jobRecords.remove(transaction, record),
    });
    if (error !== null) {
        host.log(`Finalizer of ${details.className} (${jobId}): ${messageOf(error)}`);
        host.bookkeep((transaction) => jobRecords.remove(transaction, record));
    }
    return error;
}
