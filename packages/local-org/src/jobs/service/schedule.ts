import { current, freeze, type FrozenState, type RuntimeType, type Waiting } from '@sw-studio/apex/runtime';
import { CALLERS } from '../callers.ts';
import { parseCron } from '../cron/cron-expression.ts';
import { CronSyntaxError } from '../cron/cron-fields.ts';
import { nextFire } from '../cron/next-fire.ts';
import { oneOffExpression } from '../cron/one-off.ts';
import { jobRecords } from '../records/job-records.ts';
import { classIdOf, insertJob } from '../rows/job-rows.ts';
import { countSchedules, insertSchedule, isNameTaken } from '../rows/schedule-rows.ts';
import { jobException } from '../sentences.ts';
import { jobType } from './interfaces.ts';
import type { JobContext } from './job-context.ts';

/** `System.schedule`: the state of the schedulable is kept as it is now, for every run. */
export function* schedule(
    context: JobContext,
    name: string,
    expression: string,
    job: object,
): Generator<Waiting, string, void> {
    const type = jobType(job, 'System.Schedulable');
    yield { kind: 'enqueue', detail: `schedule ${type.name} as ${name}` };
    if (!CALLERS[context.caller].schedule) throw jobException('scheduleNotAllowed');
    context.org.sink.checkStart?.('System.schedule', 'scheduled');
    return yield* addSchedule(context, { name, expression, type, state: freeze(job), batchScope: null });
}

/** `System.scheduleBatch`: fires once, in whole minutes from now. */
export function* scheduleBatch(
    context: JobContext,
    job: object,
    name: string,
    minutes: number,
    scope: number,
): Generator<Waiting, string, void> {
    const type = jobType(job, 'Database.Batchable');
    yield { kind: 'enqueue', detail: `scheduleBatch ${type.name} as ${name}` };
    if (!CALLERS[context.caller].scheduleBatch) throw jobException('scheduleBatchNotAllowed');
    context.org.sink.checkStart?.('System.scheduleBatch', 'scheduled');
    if (minutes <= 0) throw jobException('minutesFromNow', minutes);
    if (scope <= 0) throw jobException('scopeSize', scope);
    const due = context.transaction.now() + minutes * 60_000;
    const expression = oneOffExpression(due, current.transaction.user.timeZone);
    return yield* addSchedule(context, { name, expression, type, state: freeze(job), batchScope: scope });
}

interface Addition {
    readonly name: string;
    readonly expression: string;
    readonly type: RuntimeType;
    readonly state: FrozenState;
    readonly batchScope: number | null;
}

function* addSchedule(context: JobContext, addition: Addition): Generator<Waiting, string, void> {
    const { org, transaction } = context;
    const { name, expression, type, state, batchScope } = addition;
    const user = current.transaction.user;
    const fire = firstFire(name, expression, user.timeZone, transaction.now());
    if (yield* isNameTaken(org.rows, transaction, name)) throw jobException('jobNameTaken', name);
    const { maximumSchedules } = org.options;
    if (countSchedules(org.rows, transaction) >= maximumSchedules) {
        throw jobException('tooManySchedules', maximumSchedules);
    }
    const userId = user.id;
    const cronTriggerId = insertSchedule(org.rows, transaction, {
        name,
        expression,
        nextFire: fire,
        timeZone: user.timeZone,
        userId,
    });
    const classId = classIdOf(org.rows, transaction, type);
    const pending = { jobType: 'ScheduledApex', status: 'Queued', classId, userId, cronTriggerId } as const;
    const record = jobRecords.insert(transaction, {
        jobId: insertJob(org.rows, transaction, pending),
        phase: 'run',
        dueAt: fire,
        userId,
        signature: null,
        cronTriggerId,
        state,
        details: { kind: 'scheduled', className: type.name, cronTriggerId, batchScope },
    });
    org.sink.added(transaction, record);
    return cronTriggerId;
}

function firstFire(name: string, expression: string, timeZone: string, now: number): number {
    try {
        const fire = nextFire(parseCron(expression), timeZone, now);
        if (fire === null) throw jobException('neverFires', `'${name}'`);
        return fire;
    } catch (error) {
        if (error instanceof CronSyntaxError) throw jobException('cronSyntax', error.message);
        throw error;
    }
}
