import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';

const SIGNED = `public class Signed implements Queueable {
    private Integer links;
    public Signed(Integer links) { this.links = links; }
    public void execute(QueueableContext context) {
        Journal.write('link ' + links);
        if (links > 1) { Signed.start(links - 1, 'one'); }
    }
    public static void start(Integer links, String text) {
        AsyncOptions options = new AsyncOptions();
        options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString(text).addInteger(7).build();
        try {
            System.enqueueJob(new Signed(links), options);
        } catch (DuplicateMessageException e) {
            Journal.write(e.getMessage());
        }
    }
}`;

test('a second job with the signature of one that is queued is refused', () => {
    const org = new JobOrg({
        classes: [SIGNED],
        scripts: { start: `Signed.start(1, 'one');`, again: `Signed.start(1, 'one'); Signed.start(1, 'ONE');` },
    });
    org.run('start');
    org.run('again');
    assert.deepEqual(org.entries(), ['Attempt to enqueue job with duplicate queueable signature']);
    assert.equal(org.jobs.runDue(), 2, 'signatures are compared with their case');
});

test('the signature is free once the job is dequeued: a running job enqueues its own successor', () => {
    const org = new JobOrg({ classes: [SIGNED], scripts: { start: `Signed.start(3, 'one');` } });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['link 3', 'link 2', 'link 1']);
});

test('a signature goes with the transaction that is rolled back, and with the job that is aborted', () => {
    const org = new JobOrg({
        classes: [SIGNED],
        scripts: {
            inVain: `Signed.start(1, 'one'); throw new MathException('no');`,
            start: `Signed.start(1, 'one');`,
            abort: `System.abortJob([SELECT Id FROM AsyncApexJob WHERE Status = 'Queued'].Id);`,
        },
    });
    assert.throws(() => org.run('inVain'));
    org.run('start');
    org.run('abort');
    org.run('start');
    assert.deepEqual(org.entries(), []);
    assert.equal(org.jobs.runDue(), 1);
});
