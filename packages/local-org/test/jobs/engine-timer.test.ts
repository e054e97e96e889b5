import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineTimer } from '../../src/jobs/engine-timer.ts';
import { HOUR, JobOrg, MINUTE } from '../support/job-org.ts';

const BELL = `public class Bell implements Queueable, Schedulable {
    public void execute(QueueableContext context) { Journal.write('queueable'); }
    public void execute(SchedulableContext context) { Journal.write('schedule'); }
}`;

test('a timer wakes the engine when a job is due, and earlier when an earlier one is added', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const org = new JobOrg({
        classes: [BELL],
        scripts: {
            schedule: `System.schedule('bell', '0 30 * * * ?', new Bell());`,
            enqueue: 'System.enqueueJob(new Bell(), 5);',
        },
    });
    const pass = (milliseconds: number): void => {
        org.clock.advance(milliseconds);
        context.mock.timers.tick(milliseconds);
    };
    const timer = new EngineTimer(org.jobs, (error) => assert.fail(String(error)));
    org.run('schedule');
    timer.start();
    org.run('enqueue');
    pass(5 * MINUTE);
    assert.deepEqual(org.entries(), ['queueable']);
    pass(25 * MINUTE);
    assert.deepEqual(org.entries(), ['queueable', 'schedule']);
    timer.stop();
    pass(3 * HOUR);
    assert.deepEqual(org.entries(), ['queueable', 'schedule']);
});
