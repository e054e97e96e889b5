import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { JobOrg } from '../support/job-org.ts';

const DEPTH = `public class Deep implements Queueable {
    public void execute(QueueableContext context) {
        Journal.write('depth ' + AsyncInfo.getCurrentQueueableStackDepth() + ' of ' + AsyncInfo.getMaximumQueueableStackDepth());
        try {
            System.enqueueJob(new Deep());
        } catch (AsyncException e) {
            Journal.write(e.getMessage());
        }
    }
}`;

test('50 jobs from synchronous code; the 51st is a LimitException, which passes every catch', () => {
    const org = new JobOrg({
        scripts: {
            start: `try {
                    for (Integer i = 0; i < 51; i++) { System.enqueueJob(new Quiet()); }
                } catch (Exception e) {
                    Journal.write('caught');
                }`,
            fifty: 'for (Integer i = 0; i < 50; i++) { System.enqueueJob(new Quiet()); }',
        },
    });
    assert.throws(() => org.run('start'), /Too many queueable jobs added to the queue: 51/);
    org.run('fifty');
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 50);
});

test('one job from a queueable; the second ends it', () => {
    const org = new JobOrg({
        classes: [
            `public class Two implements Queueable {
                public void execute(QueueableContext context) {
                    System.enqueueJob(new Quiet());
                    System.enqueueJob(new Quiet());
                }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Two());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(
        org
            .rows('SELECT Status, ExtendedStatus FROM AsyncApexJob')
            .map(({ Status, ExtendedStatus }) => [Status, ExtendedStatus]),
        [['Failed', 'First error: Too many queueable jobs added to the queue: 2']],
    );
});

test('50 jobs from a schedulable, which has synchronous limits', () => {
    const org = new JobOrg({
        classes: [
            `public class Many implements Schedulable {
                public void execute(SchedulableContext context) {
                    for (Integer i = 0; i < 50; i++) { System.enqueueJob(new Quiet()); }
                }
            }`,
        ],
        scripts: { start: `System.schedule('many', '0 30 0 * * ?', new Many());` },
    });
    org.run('start');
    org.jobs.advance(30 * 60_000);
    assert.equal(org.count("SELECT Id FROM AsyncApexJob WHERE JobType = 'Queueable'"), 50);
});

test('the 51st future call', () => {
    const org = new JobOrg({ scripts: { start: 'for (Integer i = 0; i < 51; i++) { Quiet.later(null); }' } });
    assert.throws(() => org.run('start'), /Too many future calls: 51/);
});

test('a chain in a Developer Edition org ends with its fifth job, by an exception that can be caught', () => {
    const org = new JobOrg({
        classes: [DEPTH],
        scripts: { start: 'System.enqueueJob(new Deep());' },
        org: { edition: 'Developer Edition' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), [
        ...[1, 2, 3, 4, 5].map((depth) => `depth ${depth} of null`),
        'Maximum stack depth has been reached.',
    ]);
});

test('elsewhere a chain goes on', () => {
    const org = new JobOrg({
        classes: [DEPTH.replace('new Deep()', 'new Deep()')],
        scripts: { start: 'System.enqueueJob(new Deep());' },
    });
    org.run('start');
    for (let count = 0; count < 40; count++) {
        const job = org.jobs.take();
        assert.ok(job);
        drive(org.jobs.run(job));
    }
    assert.equal(org.entries().at(-1), 'depth 40 of null');
});

test('MaximumQueueableStackDepth counts instead of the edition, and goes on down the chain', () => {
    const org = new JobOrg({
        classes: [DEPTH],
        scripts: {
            start: `AsyncOptions options = new AsyncOptions();
                options.MaximumQueueableStackDepth = 7;
                System.enqueueJob(new Deep(), options);`,
        },
        org: { edition: 'Developer Edition' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries().slice(-2), ['depth 7 of 7', 'Maximum stack depth has been reached.']);
});

test('a hop by a schedule, a batch, a future or a finalizer begins a new chain', () => {
    const org = new JobOrg({
        classes: [
            `public class Hop implements Queueable, Finalizer {
                public void execute(QueueableContext context) {
                    System.attachFinalizer(this);
                    Journal.write('depth ' + AsyncInfo.getCurrentQueueableStackDepth());
                }
                public void execute(FinalizerContext context) {
                    if ([SELECT COUNT() FROM Entry__c] < 8) { System.enqueueJob(new Hop()); }
                }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Hop());' },
        org: { edition: 'Developer Edition' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(
        org.entries(),
        Array.from({ length: 8 }, () => 'depth 1'),
    );
});

test('AsyncInfo belongs to queueables and their finalizers', () => {
    const org = new JobOrg({
        scripts: {
            start: `try { AsyncInfo.getCurrentQueueableStackDepth(); } catch (AsyncException e) { Journal.write('refused'); }`,
        },
    });
    org.run('start');
    assert.deepEqual(org.entries(), ['refused']);
});
