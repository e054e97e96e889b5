import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg, MINUTE } from '../support/job-org.ts';

const LATE = `public class Late implements Queueable {
    public void execute(QueueableContext context) {
        Journal.write('delay ' + AsyncInfo.getMinimumQueueableDelayInMinutes());
    }
}`;

test('a job with a delay starts no earlier', () => {
    const org = new JobOrg({ classes: [LATE], scripts: { start: 'System.enqueueJob(new Late(), 5);' } });
    org.run('start');
    assert.equal(org.jobs.advance(5 * MINUTE - 1), 0);
    assert.equal(org.jobs.advance(1), 1);
    assert.deepEqual(org.entries(), ['delay 5']);
});

test('the delay of the org counts where a job says none; zero is a delay too', () => {
    const org = new JobOrg({
        classes: [LATE],
        scripts: { start: 'System.enqueueJob(new Late());', atOnce: 'System.enqueueJob(new Late(), 0);' },
        jobs: { defaultDelaySeconds: 60 },
    });
    org.run('start');
    org.run('atOnce');
    assert.equal(org.jobs.runDue(), 1);
    assert.deepEqual(org.entries(), ['delay 0']);
    assert.equal(org.jobs.advance(MINUTE), 1);
    assert.deepEqual(org.entries(), ['delay 0', 'delay null']);
});

test('a delay is at most ten minutes', () => {
    const org = new JobOrg({
        classes: [LATE],
        scripts: {
            start: `for (Integer minutes : new List<Integer>{ -1, 11 }) {
                    try { System.enqueueJob(new Late(), minutes); } catch (AsyncException e) { Journal.write('refused ' + minutes); }
                }`,
        },
    });
    org.run('start');
    assert.deepEqual(org.entries(), ['refused -1', 'refused 11']);
});
