import type { Waiting } from '@sw-studio/apex/runtime';
import type { Writer } from '../../store/table.ts';
import { RowLockedError } from '../../transaction/lock-errors.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { SystemRows } from './system-rows.ts';
import { wholeSeconds } from './job-rows.ts';

export type CronState = 'WAITING' | 'EXECUTING' | 'COMPLETE' | 'PAUSED' | 'BLOCKED' | 'ERROR';

/** `CronJobDetail.JobType` of scheduled Apex. */
const SCHEDULED_APEX = '7';

export interface NewSchedule {
    readonly name: string;
    readonly expression: string;
    readonly nextFire: number;
    readonly timeZone: string;
    readonly userId: string;
}

/** @returns the id of the CronTrigger */
export function insertSchedule(rows: SystemRows, transaction: OrgTransaction, schedule: NewSchedule): string {
    const now = wholeSeconds(transaction);
    const detailId = rows.insert(transaction, 'CronJobDetail', { Name: schedule.name, JobType: SCHEDULED_APEX });
    return rows.insert(transaction, 'CronTrigger', {
        CronJobDetailId: detailId,
        CronExpression: schedule.expression,
        State: 'WAITING' satisfies CronState,
        NextFireTime: schedule.nextFire,
        StartTime: now,
        TimesTriggered: 0,
        TimeZoneSidKey: schedule.timeZone,
        OwnerId: schedule.userId,
        CreatedById: schedule.userId,
        LastModifiedById: schedule.userId,
        CreatedDate: now,
    });
}

/** The schedule and its name. */
export function removeSchedule(rows: SystemRows, transaction: OrgTransaction, cronTriggerId: string): void {
    const detailId = rows.find(transaction, 'CronTrigger', cronTriggerId)?.text('CronJobDetailId');
    rows.remove(transaction, 'CronTrigger', cronTriggerId);
    if (detailId != null) rows.remove(transaction, 'CronJobDetail', detailId);
}

/**
 * Whether the name belongs to a schedule that is there in any state. A name that another open transaction is taking or
 * giving up makes this one wait for that transaction's end, as the unique key behind it does.
 */
export function* isNameTaken(
    rows: SystemRows,
    transaction: OrgTransaction,
    name: string,
): Generator<Waiting, boolean, void> {
    const object = rows.object('CronJobDetail');
    const slot = object.field('Name')?.slot ?? -1;
    const table = transaction.store.table(object);
    for (const id of table.candidates(slot, name) ?? []) {
        for (;;) {
            const pending = table.pendingOf(id);
            if (pending === undefined || pending.writer === transaction) break;
            if (!(yield* hasEnded(transaction, pending.writer, id, name))) return true;
        }
        if (transaction.row(object, id)?.[slot] === name) return true;
    }
    return false;
}

/** @returns false when the other transaction did not end in time: its name counts as taken then */
function* hasEnded(
    transaction: OrgTransaction,
    other: Writer,
    id: string,
    name: string,
): Generator<Waiting, boolean, void> {
    try {
        yield* transaction.awaitEnd(other, id, `name of the scheduled job ${name}`);
        return true;
    } catch (error) {
        if (!(error instanceof RowLockedError)) throw error;
        return false;
    }
}

/** Scheduled jobs that are still to fire. */
export function countSchedules(rows: SystemRows, transaction: OrgTransaction): number {
    let count = 0;
    for (const row of rows.scan(transaction, 'CronTrigger')) if (row.text('State') !== 'COMPLETE') count++;
    return count;
}
