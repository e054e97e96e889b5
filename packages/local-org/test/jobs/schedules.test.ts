import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, JobOrg, type JobOrgOptions, MIDNIGHT, MINUTE } from '../support/job-org.ts';

const BELL = `public class Bell implements Schedulable {
    public void execute(SchedulableContext context) {
        CronTrigger timer = [SELECT TimesTriggered, State, CronJobDetail.Name FROM CronTrigger WHERE Id = :context.getTriggerId()];
        Journal.write(timer.CronJobDetail.Name + ' ' + timer.TimesTriggered + ' ' + timer.State + ' ' + System.now().formatGmt('HH:mm'));
    }
}`;

function bells(options: JobOrgOptions = {}): JobOrg {
    return new JobOrg({
        ...options,
        classes: [BELL, ...(options.classes ?? [])],
        scripts: { start: `System.schedule('bell', '0 30 * * * ?', new Bell());`, ...options.scripts },
    });
}

function triggers(org: JobOrg) {
    return org.rows('SELECT State, NextFireTime, PreviousFireTime, TimesTriggered FROM CronTrigger');
}

function jobs(org: JobOrg): [string, unknown][] {
    return org
        .rows("SELECT Status, CronTriggerId FROM AsyncApexJob WHERE JobType = 'ScheduledApex' ORDER BY Id")
        .map(({ Status, CronTriggerId }) => [Status as string, CronTriggerId]);
}

test('a schedule fires each hour, with its trigger executing', () => {
    const org = bells();
    org.run('start');
    org.jobs.advance(2 * HOUR);
    assert.deepEqual(org.entries(), ['bell 1 EXECUTING 00:30', 'bell 2 EXECUTING 01:30']);
});

test('the trigger knows its next and its last time, and who made it', () => {
    const org = bells();
    org.run('start');
    const [made] = org.rows('SELECT CronExpression, TimeZoneSidKey, OwnerId, CronJobDetail.JobType FROM CronTrigger');
    assert.deepEqual(
        [made?.['CronExpression'], made?.['TimeZoneSidKey'], made?.['OwnerId'], made?.['cronjobdetail.JobType']],
        ['0 30 * * * ?', 'GMT', org.org.ids.adminId, '7'],
    );
    org.jobs.advance(HOUR);
    const [trigger] = triggers(org);
    assert.deepEqual(
        [trigger?.['State'], trigger?.['NextFireTime'], trigger?.['PreviousFireTime'], trigger?.['TimesTriggered']],
        ['WAITING', '2026-03-15T01:30:00.000Z', '2026-03-15T00:30:00.000Z', 1],
    );
});

test('a Queued row stands for the fire that is pending, completed when it fires, and the next one follows', () => {
    const org = bells();
    org.run('start');
    const [id] = org.rows('SELECT Id FROM CronTrigger').map((row) => row['Id']);
    assert.deepEqual(jobs(org), [['Queued', id]]);
    org.jobs.advance(HOUR);
    assert.deepEqual(jobs(org), [
        ['Completed', id],
        ['Queued', id],
    ]);
});

test('a name is taken as long as its schedule is there, also for the job that runs under it', () => {
    const org = bells({
        classes: [
            `public class Again implements Schedulable {
                public void execute(SchedulableContext context) {
                    try {
                        System.schedule('again', '0 0 0 1 1 ?', new Again());
                    } catch (AsyncException e) {
                        Journal.write(e.getMessage());
                    }
                    System.abortJob(context.getTriggerId());
                    System.schedule('again', '0 0 0 1 1 ?', new Again());
                }
            }`,
        ],
        scripts: {
            once: `System.schedule('again', '0 5 0 15 3 ? 2026', new Again());`,
            twice: `System.schedule('bell', '0 0 0 1 1 ?', new Bell());`,
        },
    });
    org.run('start');
    assert.throws(() => org.run('twice'), { message: /The Apex job named "bell" is already scheduled for execution/ });
    org.run('once');
    org.jobs.advance(10 * MINUTE);
    assert.deepEqual(org.entries(), ['The Apex job named "again" is already scheduled for execution.']);
    assert.deepEqual(
        org
            .rows("SELECT NextFireTime FROM CronTrigger WHERE CronJobDetail.Name = 'again'")
            .map((row) => row['NextFireTime']),
        ['2027-01-01T00:00:00.000Z'],
    );
});

test('a one-off schedule that has fired lingers as complete, its name taken, and is then gone', () => {
    const org = bells({
        scripts: {
            once: `System.schedule('once', '0 5 0 15 3 ? 2026', new Bell());`,
            onceMore: `System.schedule('once', '0 0 0 1 1 ?', new Bell());`,
        },
        jobs: { completedScheduleLingers: 10 * MINUTE },
    });
    org.run('once');
    org.jobs.advance(5 * MINUTE);
    const [trigger] = triggers(org);
    assert.deepEqual([trigger?.['State'], trigger?.['NextFireTime']], ['COMPLETE', null]);
    assert.throws(() => org.run('onceMore'), { message: /already scheduled/ });
    org.jobs.advance(10 * MINUTE);
    assert.deepEqual(triggers(org), []);
    assert.equal(org.count('SELECT Id FROM CronJobDetail'), 0);
    org.run('onceMore');
});

test('a schedule that never fires is refused, and so is what is no cron expression', () => {
    const org = bells({
        scripts: {
            past: `System.schedule('past', '0 0 0 1 1 ? 2020', new Bell());`,
            quarterly: `System.schedule('often', '0 0/15 * * * ?', new Bell());`,
        },
    });
    assert.throws(() => org.run('past'), {
        message: /Based on configured schedule, the given trigger .* will never fire/,
    });
    assert.throws(() => org.run('quarterly'), {
        message: /Seconds and minutes must be specified as integers: 0 0\/15 \* \* \* \?/,
    });
});

for (const [edition, maximum] of [
    ['Developer Edition', 5],
    ['Enterprise Edition', 100],
] as const) {
    test(`${edition}: ${maximum} scheduled jobs at a time`, () => {
        const org = bells({
            scripts: {
                many: `for (Integer i = 0; i <= ${maximum}; i++) { System.schedule('job ' + i, '0 0 0 1 1 ?', new Bell()); }`,
            },
            org: { edition },
        });
        assert.throws(() => org.run('many'), {
            message: new RegExp(`You have exceeded the maximum number \\(${maximum}\\) of Apex scheduled jobs`),
        });
        assert.equal(org.count('SELECT Id FROM CronTrigger'), 0);
    });
}

test('times are those of the user who schedules', () => {
    const org = bells({
        org: { timeZone: 'America/Los_Angeles' },
        scripts: { nine: `System.schedule('nine', '0 0 9 * * ?', new Bell());` },
    });
    org.run('nine');
    assert.equal(triggers(org)[0]?.['NextFireTime'], '2026-03-15T16:00:00.000Z');
});

test('the state of a schedulable is that of the moment when it was scheduled, in every run', () => {
    const org = bells({
        classes: [
            `public class Counter implements Schedulable {
                private Integer runs = 0;
                private transient String note = 'here';
                public Counter() { runs = 10; }
                public void execute(SchedulableContext context) { runs++; Journal.write(runs + ' ' + note); }
                public static void start() {
                    Counter counter = new Counter();
                    System.schedule('counter', '0 0 * * * ?', counter);
                    counter.runs = 50;
                }
            }`,
        ],
        scripts: { count: 'Counter.start();' },
    });
    org.run('count');
    org.jobs.advance(3 * HOUR);
    assert.deepEqual(org.entries(), ['11 null', '11 null', '11 null']);
});

test('a schedule that fails keeps firing, and each failed fire says so', () => {
    const org = bells({
        classes: [
            `public class Broken implements Schedulable {
                public void execute(SchedulableContext context) { Journal.write('gone'); throw new MathException('broken'); }
            }`,
        ],
        scripts: { broken: `System.schedule('broken', '0 0 * * * ?', new Broken());` },
    });
    org.run('broken');
    org.jobs.advance(2 * HOUR);
    assert.deepEqual(org.entries(), []);
    assert.deepEqual(
        jobs(org).map(([status]) => status),
        ['Failed', 'Failed', 'Queued'],
    );
    assert.equal(triggers(org)[0]?.['State'], 'WAITING');
});

test('fires that are missed while the engine does not run are not made up', () => {
    const org = bells();
    org.run('start');
    org.clock.moveTo(MIDNIGHT + 5 * HOUR);
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['bell 1 EXECUTING 05:00']);
    assert.equal(triggers(org)[0]?.['NextFireTime'], '2026-03-15T05:30:00.000Z');
});

test('a schedule that is paused does not fire; resumed, it fires once at once for what it missed', () => {
    const org = bells({
        scripts: { pause: `System.pauseJobByName('bell');`, resume: `System.resumeJobByName('bell');` },
    });
    org.run('start');
    org.run('pause');
    org.jobs.advance(3 * HOUR);
    assert.deepEqual(org.entries(), []);
    assert.equal(triggers(org)[0]?.['State'], 'PAUSED');
    org.run('resume');
    org.jobs.advance(31 * MINUTE);
    assert.deepEqual(org.entries(), ['bell 1 EXECUTING 03:00', 'bell 2 EXECUTING 03:30']);
});

test('scheduleBatch fires once, is shown as a schedule until then, and is gone afterwards', () => {
    const org = bells({ scripts: { batch: `System.scheduleBatch(new QuietBatch(), 'later', 7, 50);` } });
    org.run('batch');
    assert.equal(triggers(org)[0]?.['NextFireTime'], '2026-03-15T00:07:00.000Z');
    org.jobs.advance(10 * MINUTE);
    assert.deepEqual(triggers(org), []);
    assert.deepEqual(
        org
            .rows('SELECT JobType, Status FROM AsyncApexJob ORDER BY Id')
            .map(({ JobType, Status }) => [JobType, Status]),
        [
            ['ScheduledApex', 'Completed'],
            ['BatchApex', 'Completed'],
        ],
    );
});
