import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { BatchDetails, BatchRecord } from '../records/job-record.ts';
import { insertJob, isTerminal, type JobStatus, setStatus } from '../rows/job-rows.ts';
import type { JobHost } from './job-host.ts';

/** Records for which the platform keeps one BatchApexWorker row (Object Reference, "AsyncApexJob"). */
const RECORDS_PER_WORKER = 10_000;

/** The worker rows of a batch over a query; a test has none. */
export function addWorkers(
    { org }: JobHost,
    transaction: OrgTransaction,
    { jobId, userId }: BatchRecord,
    records: number,
    scopeSize: number,
): BatchDetails['workers'] {
    if (org.testing) return [];
    const classId = org.rows.find(transaction, 'AsyncApexJob', jobId)?.text('ApexClassId') ?? null;
    return Array.from({ length: Math.ceil(records / RECORDS_PER_WORKER) }, (_, index) => ({
        id: insertJob(org.rows, transaction, {
            jobType: 'BatchApexWorker',
            status: 'Processing',
            classId,
            userId,
            parentJobId: jobId,
        }),
        lastPosition: Math.ceil(Math.min((index + 1) * RECORDS_PER_WORKER, records) / scopeSize) - 1,
    }));
}

/** The worker that executes a scope; null: the batch has none. */
export function workerOf({ workers }: BatchDetails, position: number): string | null {
    return workers.find(({ lastPosition }) => position <= lastPosition)?.id ?? null;
}

/** Workers whose last scope is done; with a status, all that are left. */
export function endWorkers(
    { org }: JobHost,
    transaction: OrgTransaction,
    { workers, processed }: BatchDetails,
    status: JobStatus | null = null,
): void {
    for (const { id, lastPosition } of workers) {
        if (status === null && lastPosition >= processed) continue;
        const row = org.rows.find(transaction, 'AsyncApexJob', id);
        if (row !== undefined && !isTerminal(row)) setStatus(org.rows, transaction, id, status ?? 'Completed');
    }
}
