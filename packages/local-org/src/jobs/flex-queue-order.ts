import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { BatchRecord, JobRecord } from './records/job-record.ts';
import { jobRecords } from './records/job-records.ts';
import type { JobHost } from './run/job-host.ts';
import { flexQueue } from './service/flex-queue.ts';

/**
 * Starts the batches at the front of the flex queue while fewer than the maximum are active.
 *
 * @returns false when one was passed over because somebody is aborting it: it is to be looked at again
 */
export function promoteBatches(host: JobHost): boolean {
    return host.bookkeep((transaction) => {
        const waiting = flexQueue(transaction);
        if (waiting.length === 0 && !hasFlexItems(host, transaction)) return true;
        let room = host.org.options.activeBatches - jobRecords.active(transaction);
        let passedOver = false;
        for (const record of waiting) {
            if (room === 0) break;
            if (promote(host, transaction, record)) room--;
            else passedOver = true;
        }
        showFlexQueue(host, transaction);
        return !passedOver;
    });
}

/** @returns false for a job that somebody is aborting */
function promote(host: JobHost, transaction: OrgTransaction, record: BatchRecord): boolean {
    if (transaction.store.locks.take(record.jobId, transaction) !== undefined) return false;
    const started: JobRecord = { ...record, phase: 'start', dueAt: transaction.now() };
    jobRecords.save(transaction, started);
    host.org.rows.update(transaction, 'AsyncApexJob', record.jobId, { Status: 'Queued' });
    host.org.sink.added(transaction, started);
    return true;
}

function hasFlexItems({ org }: JobHost, transaction: OrgTransaction): boolean {
    return !org.rows.scan(transaction, 'FlexQueueItem').next().done;
}

/** FlexQueueItem rows with the positions as they are now, from 0. */
function showFlexQueue({ org }: JobHost, transaction: OrgTransaction): void {
    const shown = [...org.rows.scan(transaction, 'FlexQueueItem')];
    const jobs = flexQueue(transaction);
    shown.slice(jobs.length).forEach(({ id }) => org.rows.remove(transaction, 'FlexQueueItem', id));
    jobs.forEach(({ jobId }, position) => {
        const values = { AsyncApexJobId: jobId, FlexQueueItemId: jobId, JobType: 'BatchApex', JobPosition: position };
        const row = shown[position];
        if (row === undefined) org.rows.insert(transaction, 'FlexQueueItem', values);
        else if (row.text('AsyncApexJobId') !== jobId) org.rows.update(transaction, 'FlexQueueItem', row.id, values);
    });
}
