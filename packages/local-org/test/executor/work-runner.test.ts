import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { keptClock } from '../../src/jobs/housekeeping.ts';
import type { JobEvent } from '../../src/jobs/job-engine.ts';
import { HOUR, JobOrg, type JobOrgOptions, MIDNIGHT } from '../support/job-org.ts';

const BELL = `public class Bell implements Queueable, Schedulable {
    public void execute(QueueableContext context) { Journal.write('queueable'); }
    public void execute(SchedulableContext context) {
        Journal.write('schedule');
        System.enqueueJob(new Bell());
    }
}`;

const ENDLESS = `public class Endless implements Queueable {
    public void execute(QueueableContext context) { System.enqueueJob(new Endless()); }
}`;

const scripts = {
    schedule: `System.schedule('bell', '0 30 * * * ?', new Bell());`,
    enqueue: 'System.enqueueJob(new Bell());',
    endless: 'System.enqueueJob(new Endless());',
};

function live(options: JobOrgOptions['jobs'] = {}): { org: JobOrg; live: LiveRuntime } {
    const org = new JobOrg({ classes: [BELL, ENDLESS], scripts, jobs: { ...options, interleaved: true } });
    return { org, live: new LiveRuntime({ runtime: org.runtime }) };
}

test('moving the clock runs what is due on the way, each at its time, and what that leaves behind', async () => {
    const { org, live: runtime } = live({ workers: 3 });
    await runtime.call('Scripts', 'schedule');
    const times: string[] = [];
    org.jobs.onEvent = ({ kind, at }) => times.push(`${kind} ${(at - MIDNIGHT) / HOUR}`);
    assert.equal(await runtime.advance(2 * HOUR), 4);
    assert.deepEqual(times, ['scheduled 0.5', 'queueable 0.5', 'scheduled 1.5', 'queueable 1.5']);
    assert.equal(keptClock(org.org.store), MIDNIGHT + 2 * HOUR);
});

test('a runner that was started runs jobs as they come, and none once it is stopped', async () => {
    const { org, live: runtime } = live();
    const { promise, resolve } = Promise.withResolvers<JobEvent>();
    org.jobs.onEvent = resolve;
    runtime.work.start((error) => assert.fail(String(error)));
    const alive = setTimeout(() => undefined, HOUR);
    await runtime.call('Scripts', 'enqueue');
    assert.equal((await promise).kind, 'queueable');
    clearTimeout(alive);
    runtime.work.stop();
    await runtime.call('Scripts', 'enqueue');
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(org.entries(), ['queueable']);
    assert.equal(await runtime.runDue(), 1);
});

test('jobs that enqueue each other without end are noticed while the clock stands still', async () => {
    const { live: runtime } = live({ maximumJobsPerInstant: 50 });
    await runtime.call('Scripts', 'endless');
    await assert.rejects(runtime.runDue(), /51 jobs ran and more are due without the clock moving/);
});

test('a runtime that runs Apex to its end without setting it aside is refused', () => {
    const { runtime } = new JobOrg();
    assert.throws(() => new LiveRuntime({ runtime }), /make it with the job option `interleaved`/);
});
