import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { parseCron } from '../cron/cron-expression.ts';
import { nextFire } from '../cron/next-fire.ts';
import type { ScheduledRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { insertJob } from '../rows/job-rows.ts';
import { type CronState, removeSchedule } from '../rows/schedule-rows.ts';
import type { JobOrg } from '../service/job-context.ts';
import type { JobHost } from './job-host.ts';

/**
 * The moment a schedule fires: the trigger counts it and knows its next time, and the next fire's job is there, `Queued`,
 * while this one runs.
 */
export function beginFire({ org }: JobHost, transaction: OrgTransaction, record: ScheduledRecord): void {
    const { cronTriggerId } = record.details;
    const trigger = org.rows.find(transaction, 'CronTrigger', cronTriggerId);
    if (trigger === undefined) return;
    const now = transaction.now();
    const zone = trigger.text('TimeZoneSidKey') ?? 'GMT';
    const next = nextFire(parseCron(trigger.text('CronExpression') ?? ''), zone, now);
    org.rows.update(transaction, 'CronTrigger', cronTriggerId, {
        State: 'EXECUTING' satisfies CronState,
        TimesTriggered: (trigger.number('TimesTriggered') ?? 0) + 1,
        PreviousFireTime: Math.floor(now / 1000) * 1000,
        NextFireTime: next,
    });
    if (next === null) return;
    const classId = org.rows.find(transaction, 'AsyncApexJob', record.jobId)?.text('ApexClassId') ?? null;
    const following = jobRecords.insert(transaction, {
        ...record,
        jobId: insertJob(org.rows, transaction, {
            jobType: 'ScheduledApex',
            status: 'Queued',
            classId,
            userId: record.userId,
            cronTriggerId,
        }),
        dueAt: next,
        cronTriggerId,
    });
    org.sink.added(transaction, following);
}

/**
 * A schedule without a next time is complete and lingers; one that `System.scheduleBatch` made is gone at once. A trigger
 * that somebody else is changing is left to them.
 */
export function endFire({ org }: JobHost, transaction: OrgTransaction, record: ScheduledRecord): void {
    const { cronTriggerId, batchScope } = record.details;
    const trigger = org.rows.find(transaction, 'CronTrigger', cronTriggerId);
    if (trigger === undefined || transaction.store.locks.take(cronTriggerId, transaction) !== undefined) return;
    if (trigger.number('NextFireTime') === null) {
        if (batchScope !== null) removeSchedule(org.rows, transaction, cronTriggerId);
        else complete(org, transaction, record);
    } else if (trigger.text('State') !== 'PAUSED') {
        org.rows.update(transaction, 'CronTrigger', cronTriggerId, { State: 'WAITING' satisfies CronState });
    }
}

function complete(org: JobOrg, transaction: OrgTransaction, record: ScheduledRecord): void {
    const { cronTriggerId } = record.details;
    org.rows.update(transaction, 'CronTrigger', cronTriggerId, { State: 'COMPLETE' satisfies CronState });
    const dueAt = transaction.now() + org.options.completedScheduleLingers;
    org.sink.added(transaction, jobRecords.insert(transaction, { ...record, phase: 'linger', dueAt, cronTriggerId }));
}

/** The end of a schedule that had fired for the last time. */
export function endLingering({ org }: JobHost, transaction: OrgTransaction, record: ScheduledRecord): void {
    removeSchedule(org.rows, transaction, record.details.cronTriggerId);
    jobRecords.remove(transaction, record);
}
