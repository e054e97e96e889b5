import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, JobOrg } from '../support/job-org.ts';

const ABORT = `System.abortJob([SELECT Id FROM AsyncApexJob ORDER BY CreatedDate LIMIT 1].Id);`;

function statuses(org: JobOrg): (string | null)[] {
    return org.rows('SELECT Status FROM AsyncApexJob ORDER BY Id').map(({ Status }) => Status as string);
}

for (const [what, start] of Object.entries({
    'a queueable': 'System.enqueueJob(new Quiet());',
    'a future call': 'Quiet.later(null);',
    'a batch': 'Database.executeBatch(new QuietBatch());',
})) {
    test(`${what} that is queued is aborted by its AsyncApexJob`, () => {
        const org = new JobOrg({ scripts: { start, abort: ABORT } });
        org.run('start');
        org.run('abort');
        assert.deepEqual(statuses(org), ['Aborted']);
        assert.equal(org.jobs.runDue(), 0);
    });
}

test('a schedule is aborted by its CronTrigger, and its name is free at once', () => {
    const org = new JobOrg({
        scripts: {
            start: `System.schedule('s', '0 0 * * * ?', new Quiet());`,
            again: `System.abortJob([SELECT Id FROM CronTrigger].Id); System.schedule('s', '0 0 * * * ?', new Quiet());`,
            abort: `System.abortJob([SELECT Id FROM CronTrigger].Id);`,
        },
    });
    org.run('start');
    org.run('again');
    org.run('abort');
    assert.equal(org.count('SELECT Id FROM CronTrigger'), 0);
    assert.deepEqual(statuses(org), ['Aborted', 'Aborted']);
    assert.equal(org.jobs.advance(2 * HOUR), 0);
});

test('a schedule is not aborted by its AsyncApexJob', () => {
    const org = new JobOrg({ scripts: { start: `System.schedule('s', '0 0 * * * ?', new Quiet());`, abort: ABORT } });
    org.run('start');
    assert.throws(() => org.run('abort'), { message: 'Only batch jobs are supported.' });
    assert.equal(org.count('SELECT Id FROM CronTrigger'), 1);
});

test('a job that is over, or that never was, cannot be aborted', () => {
    const org = new JobOrg({
        scripts: {
            start: 'System.enqueueJob(new Quiet());',
            abort: ABORT,
            never: `System.abortJob('7075e000000000zAAA');`,
            neverScheduled: `System.abortJob('08e5e000000000zAAA');`,
        },
    });
    org.run('start');
    org.jobs.runDue();
    for (const script of ['abort', 'never', 'neverScheduled']) {
        assert.throws(() => org.run(script), { message: 'Job does not exist or is already aborted.' });
    }
});

test('the code of a job that is aborted while it runs goes on to its end, and commits', () => {
    const org = new JobOrg({
        classes: [
            `public class Suicide implements Queueable {
                public void execute(QueueableContext context) {
                    System.abortJob(context.getJobId());
                    Journal.write('still here');
                    System.enqueueJob(new Quiet());
                }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Suicide());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['still here']);
    assert.deepEqual(statuses(org), ['Aborted', 'Completed']);
});

test('a batch that is aborted executes no further scope and does not finish', () => {
    const org = new JobOrg({
        classes: [
            `public class Stopped implements Database.Batchable<Integer> {
                public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
                public void execute(Database.BatchableContext context, List<Integer> scope) {
                    Journal.write('scope ' + scope[0]);
                    if (scope[0] == 2) { System.abortJob(context.getJobId()); }
                }
                public void finish(Database.BatchableContext context) { Journal.write('finish'); }
            }`,
        ],
        scripts: { start: 'Database.executeBatch(new Stopped(), 1);' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['scope 1', 'scope 2']);
    assert.deepEqual(statuses(org), ['Aborted']);
    assert.equal(org.jobs.waiting, 0);
});

test('each abort is a DML statement', () => {
    const org = new JobOrg({
        scripts: {
            start: 'System.enqueueJob(new Quiet());',
            abort: `Integer before = Limits.getDmlStatements(); ${ABORT} Journal.write('' + (Limits.getDmlStatements() - before));`,
        },
    });
    org.run('start');
    org.run('abort');
    assert.deepEqual(org.entries(), ['1']);
});
