import { LimitError } from '@sw-studio/apex/runtime';
import { CALLERS } from '../callers.ts';
import { LIMIT_SENTENCES } from '../sentences.ts';
import type { JobContext } from './job-context.ts';

/**
 * Counts a job of the transaction; a finalizer's jobs of all kinds count together.
 *
 * @throws LimitError which no Apex code can catch
 */
export function countJob(context: JobContext, counter: keyof typeof LIMIT_SENTENCES): void {
    const { limits } = context.session;
    limits.count(counter);
    const used = CALLERS[context.caller].oneJobInAll
        ? limits.used('QueueableJobs') + limits.used('FutureCalls') + context.batchesStarted
        : limits.used(counter);
    if (used > limits.limit(counter)) throw new LimitError(LIMIT_SENTENCES[counter] + used);
}

/** A batch that a finalizer starts takes the place of the one job it may add. */
export function countBatch(context: JobContext): void {
    if (!CALLERS[context.caller].oneJobInAll) return;
    context.batchesStarted++;
    const { limits } = context.session;
    const used = limits.used('QueueableJobs') + limits.used('FutureCalls') + context.batchesStarted;
    if (used > 1) throw new LimitError(LIMIT_SENTENCES.QueueableJobs + used);
}
