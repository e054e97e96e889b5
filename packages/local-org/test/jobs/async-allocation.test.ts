import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, JobOrg } from '../support/job-org.ts';

test('executions of 24 hours are limited; the next enqueue is refused until they are over', () => {
    const org = new JobOrg({
        scripts: { start: 'System.enqueueJob(new Quiet());' },
        jobs: { dailyExecutions: 3 },
    });
    for (let job = 0; job < 3; job++) {
        org.run('start');
        org.jobs.runDue();
    }
    assert.throws(() => org.run('start'), { message: 'AsyncApexExecutions Limit exceeded.' });
    org.jobs.advance(25 * HOUR);
    org.run('start');
});

test('a batch needs room for all of its scopes and its finish once it has started', () => {
    const org = new JobOrg({
        classes: [
            `public class Three implements Database.Batchable<Integer> {
                public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
                public void execute(Database.BatchableContext context, List<Integer> scope) { Journal.write('scope'); }
                public void finish(Database.BatchableContext context) { }
            }`,
        ],
        scripts: { start: 'Database.executeBatch(new Three(), 1);' },
        jobs: { dailyExecutions: 4 },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), []);
    assert.equal(
        org.rows('SELECT ExtendedStatus FROM AsyncApexJob')[0]?.['ExtendedStatus'],
        'First error: AsyncApexExecutions Limit exceeded.',
    );
});

test('finalizers are not charged', () => {
    const org = new JobOrg({
        classes: [
            `public class Ended implements Queueable, Finalizer {
                public void execute(QueueableContext context) { System.attachFinalizer(this); }
                public void execute(FinalizerContext context) { Journal.write('finalizer'); }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Ended());' },
        jobs: { dailyExecutions: 1 },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['finalizer']);
    assert.equal(org.jobs.executions(), 1);
});

test('rows of jobs that ended are deleted after a week', () => {
    const org = new JobOrg({ scripts: { start: 'System.enqueueJob(new Quiet());' } });
    org.run('start');
    org.jobs.advance(7 * 24 * HOUR);
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 1);
    org.jobs.advance(HOUR);
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 0);
});

test('purgeOldAsyncJobs deletes the rows of jobs that ended before a day', () => {
    const org = new JobOrg({
        scripts: {
            start: 'System.enqueueJob(new Quiet());',
            purge: `Journal.write('' + System.purgeOldAsyncJobs(System.today()));`,
        },
    });
    org.run('start');
    org.jobs.advance(25 * HOUR);
    org.run('start');
    org.jobs.runDue();
    org.run('purge');
    assert.deepEqual(org.entries(), ['1']);
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 1);
});
