import type { Waiting } from '@sw-studio/apex/runtime';
import type { BatchRecord, FutureRecord, JobRecord, QueueableRecord, ScheduledRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { writeOutcome } from './job-end.ts';
import type { JobHost } from './job-host.ts';
import { runBatchPhase } from './run-batch.ts';
import { runFinalizer } from './run-finalizer.ts';
import { runFuture } from './run-future.ts';
import { runQueueable } from './run-queueable.ts';
import { runScheduled } from './run-scheduled.ts';
import { endLingering } from './schedule-fire.ts';

/** Runs the next piece of a job. @returns what ended it; null: it succeeded, or no Apex was run */
export function* runPhase(host: JobHost, record: JobRecord): Generator<Waiting, unknown, void> {
    switch (record.phase) {
        case 'run':
            return yield* runJob(host, record);
        case 'finalize':
            return yield* runFinalizer(host, record as QueueableRecord);
        case 'start':
        case 'execute':
        case 'finish':
            return yield* runBatchPhase(host, record as BatchRecord);
        case 'linger':
            host.bookkeep((transaction) => endLingering(host, transaction, record as ScheduledRecord));
            return null;
        case 'settle':
            host.bookkeep((transaction) => {
                writeOutcome(host.org.rows, transaction, record.jobId, record.outcome ?? {});
                jobRecords.remove(transaction, record);
            });
            return null;
        case 'hold':
            throw new Error(`The batch ${record.jobId} waits in the flex queue.`);
    }
}

function runJob(host: JobHost, record: JobRecord): Generator<Waiting, unknown, void> {
    switch (record.details.kind) {
        case 'queueable':
            return runQueueable(host, record as QueueableRecord);
        case 'future':
            return runFuture(host, record as FutureRecord);
        case 'scheduled':
            return runScheduled(host, record as ScheduledRecord);
        case 'batch':
            throw new Error(`A batch has no phase "run".`);
    }
}

/** All pieces of a job, one after the other. @returns the first error; a finalizer's is only logged */
export function* runWhole(host: JobHost, record: JobRecord): Generator<Waiting, unknown, void> {
    let first: unknown = null;
    let next: JobRecord | undefined = record;
    while (next !== undefined) {
        const error = yield* runPhase(host, next);
        if (next.phase !== 'finalize') first ??= error;
        if (record.details.kind === 'scheduled') break;
        next = host.bookkeep((transaction) => jobRecords.find(transaction, record.id));
    }
    return first;
}
