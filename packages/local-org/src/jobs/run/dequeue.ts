import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { endWorkers } from './batch-workers.ts';
import type { JobRecord, QueueableDetails, ScheduledRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { isTerminal } from '../rows/job-rows.ts';
import { dropRecord, writeOutcome } from './job-end.ts';
import type { JobHost } from './job-host.ts';
import { newRequestId } from './request-id.ts';
import type { CronState } from '../rows/schedule-rows.ts';
import { beginFire } from './schedule-fire.ts';

/**
 * Makes a job that is due the running one: its row says so, its duplicate signature is free again, a schedule has counted
 * the fire.
 *
 * @returns the record to run; null: the job was aborted, paused or done meanwhile
 */
export function dequeue(host: JobHost, transaction: OrgTransaction, record: JobRecord): JobRecord | null {
    const { rows } = host.org;
    const row = rows.find(transaction, 'AsyncApexJob', record.jobId);
    const isWork = record.phase !== 'finalize' && record.phase !== 'settle' && record.phase !== 'linger';
    if (isWork && (row === undefined || isTerminal(row))) {
        if (record.details.kind === 'batch') endWorkers(host, transaction, record.details, 'Aborted');
        dropRecord(transaction, record);
        return null;
    }
    if (!isWork) return record;
    if (record.details.kind === 'scheduled') return dequeueFire(host, transaction, record as ScheduledRecord);
    const running = { ...begun(host, record), signature: null, outcome: null };
    jobRecords.save(transaction, running);
    const values = { ...record.outcome, Status: record.phase === 'start' ? 'Preparing' : 'Processing' };
    writeOutcome(rows, transaction, record.jobId, values);
    return running;
}

function dequeueFire(host: JobHost, transaction: OrgTransaction, record: ScheduledRecord): JobRecord | null {
    const trigger = host.org.rows.find(transaction, 'CronTrigger', record.details.cronTriggerId);
    if (trigger?.text('State') === 'PAUSED') return null;
    const running: JobRecord = { ...record, cronTriggerId: null };
    jobRecords.save(transaction, running);
    writeOutcome(host.org.rows, transaction, record.jobId, { Status: 'Processing' });
    // A fire that was interrupted and runs again was counted already.
    if (record.cronTriggerId !== null) beginFire(host, transaction, record);
    return running;
}

function begun(host: JobHost, record: JobRecord): JobRecord {
    if (record.details.kind !== 'queueable') return record;
    const details: QueueableDetails = { ...record.details, requestId: newRequestId(() => host.random()) };
    return { ...record, details };
}

/**
 * Whether the job must wait: somebody holds its rows, or what only one job at a time may have is taken. A schedule that is
 * due while it still runs is shown as blocked.
 */
export function isOccupied(host: JobHost, transaction: OrgTransaction, record: JobRecord, isTaken: boolean): boolean {
    const { rows } = host.org;
    const cronTriggerId = record.details.kind === 'scheduled' ? record.details.cronTriggerId : null;
    for (const id of [record.jobId, cronTriggerId]) {
        if (id !== null && transaction.store.locks.take(id, transaction) !== undefined) return true;
    }
    const trigger = cronTriggerId === null ? undefined : rows.find(transaction, 'CronTrigger', cronTriggerId);
    if (isTaken && trigger?.text('State') === 'EXECUTING') {
        rows.update(transaction, 'CronTrigger', trigger.id, { State: 'BLOCKED' satisfies CronState });
    }
    return isTaken;
}
