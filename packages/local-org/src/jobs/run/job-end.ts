import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { batchScopes } from '../records/batch-scopes.ts';
import type { JobRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { extendedStatus, isTerminal, type JobStatus, wholeSeconds } from '../rows/job-rows.ts';
import type { RowValues, SystemRows } from '../rows/system-rows.ts';
import { messageOf } from './failure.ts';
import type { JobHost } from './job-host.ts';

export type FinalStatus = Extract<JobStatus, 'Completed' | 'Failed'>;

/** Values of the public row of a job that has ended. */
export function finalValues(transaction: OrgTransaction, status: FinalStatus, more: RowValues = {}): RowValues {
    return { Status: status, CompletedDate: wholeSeconds(transaction), ...more };
}

export function failedValues(transaction: OrgTransaction, error: unknown): RowValues {
    return finalValues(transaction, 'Failed', { NumberOfErrors: 1, ExtendedStatus: extendedStatus(messageOf(error)) });
}

/**
 * Says on the public row how a job, or a piece of it, ended, and what there is still to do; null: nothing, and so for a job
 * that was aborted while it ran. While another transaction holds the row (it is aborting the job, perhaps), the values
 * stay with the record until the row is free.
 */
export function endJob(
    { org }: JobHost,
    transaction: OrgTransaction,
    record: JobRecord,
    values: RowValues,
    next: JobRecord | null,
): void {
    const row = org.rows.find(transaction, 'AsyncApexJob', record.jobId);
    const isOver = row === undefined || isTerminal(row);
    const locked = !isOver && transaction.store.locks.take(record.jobId, transaction) !== undefined;
    if (!isOver && !locked) org.rows.update(transaction, 'AsyncApexJob', record.jobId, values);
    const kept = isOver ? null : (next ?? (locked ? { ...record, phase: 'settle' as const } : null));
    if (kept === null) {
        dropRecord(transaction, record);
        return;
    }
    const saved: JobRecord = { ...kept, outcome: locked ? values : null };
    jobRecords.save(transaction, saved);
    org.sink.added(transaction, saved);
}

/** Nothing of the job is to be done any more. */
export function dropRecord(transaction: OrgTransaction, record: JobRecord): void {
    jobRecords.remove(transaction, record);
    const { details, jobId } = record;
    if (details.kind !== 'batch') return;
    for (let position = details.processed; position < details.total; position++) {
        batchScopes.remove(transaction, jobId, position);
    }
}

/** A job that was aborted, or whose row was deleted, stays so. */
export function writeOutcome(rows: SystemRows, transaction: OrgTransaction, jobId: string, values: RowValues): void {
    const row = rows.find(transaction, 'AsyncApexJob', jobId);
    if (row !== undefined && !isTerminal(row)) rows.update(transaction, 'AsyncApexJob', jobId, values);
}
