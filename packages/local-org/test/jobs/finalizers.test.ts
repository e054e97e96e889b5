import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';

/** Says what it was told; counts what the job did to it. */
const WITNESS = `public class Witness implements Finalizer {
    public Integer seen = 0;
    public void execute(FinalizerContext context) {
        Exception failure = context.getException();
        Journal.write(context.getResult() + ' seen ' + seen + (failure == null ? '' : ' ' + failure.getTypeName() + ': ' + failure.getMessage() + ' line ' + failure.getLineNumber()));
        System.assertNotEquals(null, context.getRequestId());
    }
}`;

function work(body: string): string {
    return `public class Work implements Queueable {
    public void execute(QueueableContext context) {
        Witness witness = new Witness();
        System.attachFinalizer(witness);
        Journal.write('by the job');
        ${body}
    }
}`;
}

function runWork(body: string): JobOrg {
    const org = new JobOrg({
        classes: [WITNESS, work(body)],
        scripts: { start: 'System.enqueueJob(new Work());' },
    });
    org.run('start');
    org.jobs.runDue();
    return org;
}

test('a finalizer runs after success, and sees what the job did to it', () => {
    const org = runWork('witness.seen = 2;');
    assert.deepEqual(org.entries(), ['by the job', 'SUCCESS seen 2']);
    assert.equal(org.rows('SELECT Status FROM AsyncApexJob')[0]?.['Status'], 'Completed');
});

test('after an exception the DML of the job is gone, and what the job did to the finalizer is kept', () => {
    const org = runWork(`witness.seen = 1;\n        throw new MathException('no');`);
    assert.deepEqual(org.entries(), ['UNHANDLED_EXCEPTION seen 1 System.MathException: no line 7']);
    const [job] = org.rows('SELECT Status, ExtendedStatus, NumberOfErrors FROM AsyncApexJob');
    assert.deepEqual(
        [job?.['Status'], job?.['ExtendedStatus'], job?.['NumberOfErrors']],
        ['Failed', 'First error: no', 1],
    );
});

test('after a LimitException, which no code can catch, too', () => {
    const org = runWork(`try {
            for (Integer i = 0; i < 3; i++) { witness.seen = i; System.enqueueJob(new Quiet()); }
        } catch (Exception e) {
            witness.seen = 99;
        }`);
    assert.deepEqual(org.entries(), [
        'UNHANDLED_EXCEPTION seen 1 System.LimitException: Too many queueable jobs added to the queue: 2 line 7',
    ]);
});

test('the finalizer is told the request of its parent', () => {
    const org = new JobOrg({
        classes: [
            `public class Work implements Queueable, Finalizer {
                private String requestId;
                public void execute(QueueableContext context) {
                    requestId = Request.getCurrent().getRequestId();
                    System.attachFinalizer(this);
                }
                public void execute(FinalizerContext context) {
                    System.assertEquals(requestId, context.getRequestId());
                    Journal.write(Request.getCurrent().getQuiddity().name());
                    AsyncApexJob parent = [SELECT Status FROM AsyncApexJob WHERE Id = :context.getAsyncApexJobId()];
                    Journal.write(parent.Status);
                }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Work());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['TRANSACTION_FINALIZER_QUEUEABLE', 'Completed']);
});

test('a second finalizer, and one outside of a queueable, are refused', () => {
    const org = new JobOrg({
        classes: [
            `public class Work implements Queueable {
                public void execute(QueueableContext context) {
                    System.attachFinalizer(new Quiet());
                    Work.attach();
                }
                public static void attach() {
                    try { System.attachFinalizer(new Quiet()); } catch (AsyncException e) { Journal.write(e.getMessage()); }
                }
            }`,
        ],
        scripts: { start: 'Work.attach(); System.enqueueJob(new Work());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), [
        'System.attachFinalizer(Finalizer) is not allowed in this context',
        'More than one Finalizer cannot be attached to same Async Apex Job',
    ]);
});

test('a finalizer that fails is only logged', () => {
    const org = new JobOrg({
        classes: [
            `public class Work implements Queueable, Finalizer {
                public void execute(QueueableContext context) { System.attachFinalizer(this); Journal.write('kept'); }
                public void execute(FinalizerContext context) { Journal.write('gone'); throw new MathException('lost'); }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Work());' },
    });
    const logged: string[] = [];
    org.jobs.onLog = (sentence) => logged.push(sentence);
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['kept']);
    assert.equal(org.rows('SELECT Status FROM AsyncApexJob')[0]?.['Status'], 'Completed');
    assert.match(logged.join(), /Finalizer of Work \(707\w+\): lost/);
    assert.equal(org.jobs.waiting, 0);
});

test('a job that fails is enqueued again by its finalizer five times in a row', () => {
    const org = new JobOrg({
        classes: [
            `public class Retry implements Queueable, Finalizer {
                public void execute(QueueableContext context) { System.attachFinalizer(this); throw new MathException('again'); }
                public void execute(FinalizerContext context) { System.enqueueJob(new Retry()); }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Retry());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 6);
});

test('a success begins the count of five anew', () => {
    const org = new JobOrg({
        classes: [
            `public class Retry implements Queueable, Finalizer {
                private Integer run;
                public Retry(Integer run) { this.run = run; }
                public void execute(QueueableContext context) {
                    System.attachFinalizer(this);
                    if (Math.mod(run, 5) != 0) { throw new MathException('again'); }
                }
                public void execute(FinalizerContext context) { if (run < 12) { System.enqueueJob(new Retry(run + 1)); } }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Retry(1));' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 12);
});

test('aborting a job that runs keeps its finalizer from running', () => {
    const org = new JobOrg({
        classes: [
            `public class Work implements Queueable, Finalizer {
                public void execute(QueueableContext context) {
                    System.attachFinalizer(this);
                    System.abortJob(context.getJobId());
                    Journal.write('ran to its end');
                }
                public void execute(FinalizerContext context) { Journal.write('finalizer'); }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Work());' },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['ran to its end']);
    assert.equal(org.rows('SELECT Status FROM AsyncApexJob')[0]?.['Status'], 'Aborted');
});
