import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive, type Waiting } from '@sw-studio/apex/runtime';
import { HOUR, JobOrg, MIDNIGHT } from '../support/job-org.ts';

const WORK = `public class Work implements Queueable, Schedulable {
    public void execute(QueueableContext context) { Journal.write('worked'); }
    public void execute(SchedulableContext context) { Journal.write('fired'); }
}`;

const SCRIPTS = {
    start: 'System.enqueueJob(new Work());',
    schedule: `System.schedule('hourly', '0 0 * * * ?', new Work());`,
    abort: 'System.abortJob([SELECT Id FROM AsyncApexJob].Id);',
    abortInVain: `System.abortJob([SELECT Id FROM AsyncApexJob].Id);
        List<Account> between = [SELECT Id FROM Account];
        throw new MathException();`,
};

function interleavedOrg(): JobOrg {
    return new JobOrg({ classes: [WORK], scripts: SCRIPTS, jobs: { interleaved: true } });
}

/** Takes the next job and runs it up to its commit, which is left to the caller. */
function upToCommit(org: JobOrg): Generator<Waiting, unknown, void> {
    const job = org.jobs.take();
    assert.ok(job);
    return stopAt(org.jobs.run(job), 'COMMIT');
}

function stopAt(
    generator: Generator<Waiting, unknown, void>,
    detail: string | null,
): Generator<Waiting, unknown, void> {
    for (let step = generator.next(); !step.done; step = generator.next()) {
        if (step.value.detail === detail || (detail === null && step.value.kind === 'lock')) return generator;
    }
    throw new Error(`It ended before ${detail ?? 'it waited'}.`);
}

function status(org: JobOrg): unknown {
    return org.rows("SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'")[0]?.['Status'];
}

test('a job that ends while somebody is aborting it keeps what it did, and is aborted', () => {
    const org = interleavedOrg();
    org.run('start');
    const work = upToCommit(org);
    const abort = stopAt(org.runtime.calling('Scripts', 'abort'), 'COMMIT');
    drive(work);
    assert.deepEqual(org.entries(), ['worked']);
    assert.equal(status(org), 'Processing');
    drive(abort);
    org.jobs.runDue();
    assert.equal(status(org), 'Aborted');
    assert.equal(org.jobs.waiting, 0);
});

test('where the abort is rolled back, the job is completed', () => {
    const org = interleavedOrg();
    org.run('start');
    const work = upToCommit(org);
    const abort = stopAt(org.runtime.calling('Scripts', 'abortInVain'), 'SELECT Account');
    drive(work);
    assert.throws(() => drive(abort));
    org.jobs.runDue();
    assert.equal(status(org), 'Completed');
});

test('a job that is being aborted starts only when it is known that it is not', () => {
    const org = interleavedOrg();
    org.run('start');
    const abort = stopAt(org.runtime.calling('Scripts', 'abort'), 'COMMIT');
    const job = org.jobs.take();
    assert.ok(job);
    const work = stopAt(org.jobs.run(job), null);
    drive(abort);
    drive(work);
    assert.deepEqual(org.entries(), []);
    assert.equal(status(org), 'Aborted');
});

test('a schedule that is due while it still runs is blocked, and fires when it has ended', () => {
    const org = interleavedOrg();
    const state = (): unknown => org.rows('SELECT State FROM CronTrigger')[0]?.['State'];
    org.run('schedule');
    org.clock.moveTo(MIDNIGHT + HOUR);
    const first = upToCommit(org);
    assert.equal(state(), 'EXECUTING');
    org.clock.moveTo(MIDNIGHT + 2 * HOUR);
    const job = org.jobs.take();
    assert.ok(job);
    const second = stopAt(org.jobs.run(job), null);
    assert.equal(state(), 'BLOCKED');
    drive(first);
    assert.deepEqual(org.entries(), ['fired']);
    drive(second);
    assert.deepEqual(org.entries(), ['fired', 'fired']);
    assert.equal(state(), 'WAITING');
});

test('one batch at a time is started', () => {
    const org = new JobOrg({
        scripts: { two: 'Database.executeBatch(new QuietBatch()); Database.executeBatch(new QuietBatch());' },
        jobs: { interleaved: true },
    });
    org.run('two');
    const [one, two] = [org.jobs.take(), org.jobs.take()];
    assert.ok(one && two);
    const first = stopAt(org.jobs.run(one), 'COMMIT');
    const second = stopAt(org.jobs.run(two), null);
    const statuses = (): unknown[] =>
        org.rows('SELECT Status FROM AsyncApexJob ORDER BY Id').map((row) => row['Status']);
    assert.deepEqual(statuses(), ['Preparing', 'Queued']);
    drive(first);
    drive(second);
    assert.deepEqual(statuses(), ['Processing', 'Processing']);
});
