import type { Waiting } from '@sw-studio/apex/runtime';
import { parseCron } from '../cron/cron-expression.ts';
import { nextFire } from '../cron/next-fire.ts';
import { jobRecords } from '../records/job-records.ts';
import type { SystemRow } from '../rows/system-rows.ts';
import { jobException } from '../sentences.ts';
import type { JobContext } from './job-context.ts';

/** `System.pauseJobById` and `pauseJobByName`: the schedule keeps its name and slot and does not fire. */
export function* pauseSchedule(context: JobContext, by: 'id' | 'name', value: string): Generator<Waiting, void, void> {
    const { org, transaction } = context;
    yield { kind: 'enqueue', detail: `pauseJob ${value}` };
    const trigger = findSchedule(context, by, value);
    yield* transaction.lock(trigger.id, 'pauseJob');
    org.rows.update(transaction, 'CronTrigger', trigger.id, { State: 'PAUSED' });
    org.sink.changed(transaction);
}

/** A schedule that missed a fire while it was paused fires once at once; the others it missed are not made up. */
export function* resumeSchedule(context: JobContext, by: 'id' | 'name', value: string): Generator<Waiting, void, void> {
    const { org, transaction } = context;
    yield { kind: 'enqueue', detail: `resumeJob ${value}` };
    const trigger = findSchedule(context, by, value);
    yield* transaction.lock(trigger.id, 'resumeJob');
    const record = jobRecords.ofSchedule(transaction, trigger.id);
    const due = record?.dueAt ?? nextFireOf(trigger, transaction.now());
    org.rows.update(transaction, 'CronTrigger', trigger.id, { State: 'WAITING', NextFireTime: due });
    if (record !== undefined) org.sink.added(transaction, record);
}

function nextFireOf(trigger: SystemRow, now: number): number | null {
    return nextFire(parseCron(trigger.text('CronExpression') ?? ''), trigger.text('TimeZoneSidKey') ?? 'GMT', now);
}

function findSchedule({ org, transaction }: JobContext, by: 'id' | 'name', value: string): SystemRow {
    for (const trigger of org.rows.scan(transaction, 'CronTrigger')) {
        if (by === 'id' && trigger.id === value) return trigger;
        const detail = org.rows.find(transaction, 'CronJobDetail', trigger.text('CronJobDetailId') ?? '');
        if (by === 'name' && detail?.text('Name') === value) return trigger;
    }
    throw jobException('noSuchSchedule', value);
}
