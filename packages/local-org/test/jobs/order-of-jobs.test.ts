import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg, type JobOrgOptions } from '../support/job-org.ts';

const NUMBERED = `public class Numbered implements Queueable {
    private Integer place;
    public Numbered(Integer place) { this.place = place; }
    public void execute(QueueableContext context) { Journal.write('' + place); }
}`;

function order(jobs: JobOrgOptions['jobs']): string {
    const org = new JobOrg({
        classes: [NUMBERED],
        scripts: { start: 'for (Integer i = 0; i < 20; i++) { System.enqueueJob(new Numbered(i)); }' },
        ...(jobs && { jobs }),
    });
    org.run('start');
    org.jobs.runDue();
    return org.entries().join(' ');
}

test('one worker takes jobs in order of arrival', () => {
    assert.equal(order({ workers: 1 }), Array.from({ length: 20 }, (_, number) => number).join(' '));
});

test('several workers take them in an order that the seed decides, and it alone', () => {
    const first = order({ workers: 4, seed: 1 });
    assert.equal(order({ workers: 4, seed: 1 }), first);
    assert.notEqual(order({ workers: 4, seed: 2 }), first);
    assert.deepEqual(
        first
            .split(' ')
            .map(Number)
            .sort((left, right) => left - right).length,
        20,
    );
});

test('kinds with priority come first', () => {
    const org = new JobOrg({
        classes: [NUMBERED, `public class Call { @future public static void later() { Journal.write('future'); } }`],
        scripts: { start: 'System.enqueueJob(new Numbered(1)); Call.later();' },
        jobs: { priorities: ['future'] },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['future', '1']);
});

test('jobs that enqueue each other without end are noticed', () => {
    const org = new JobOrg({
        classes: [
            `public class Endless implements Queueable {
                public void execute(QueueableContext context) { System.enqueueJob(new Endless()); }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Endless());' },
        jobs: { maximumJobsPerInstant: 100 },
    });
    org.run('start');
    assert.throws(() => org.jobs.runDue(), /101 jobs ran and more are due without the clock moving/);
});
