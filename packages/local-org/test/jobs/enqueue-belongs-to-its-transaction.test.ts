import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { JobOrg, MIDNIGHT } from '../support/job-org.ts';

const WORK = `public class Work implements Queueable {
    public void execute(QueueableContext context) { Journal.write('ran'); }
}`;

/** Runs a script, looks while its transaction is still open, then lets it commit. */
function lookBeforeCommit<T>(org: JobOrg, script: string, look: () => T): T {
    const request = org.runtime.calling('Scripts', script);
    for (let step = request.next(); !step.done; step = request.next()) {
        if (step.value.detail !== 'COMMIT') continue;
        const seen = look();
        drive(request);
        return seen;
    }
    throw new Error('The script never came to its commit.');
}

test('a job that is enqueued is seen by its own transaction at once, by others once that commits', () => {
    const org = new JobOrg({
        classes: [WORK],
        scripts: {
            start: `Id jobId = System.enqueueJob(new Work());
                System.assertEquals('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);`,
        },
    });
    const before = lookBeforeCommit(org, 'start', () => [org.count('SELECT Id FROM AsyncApexJob'), org.jobs.runDue()]);
    assert.deepEqual(before, [0, 0]);
    assert.deepEqual(
        org.rows('SELECT Status, JobType FROM AsyncApexJob').map(({ Status }) => Status),
        ['Queued'],
    );
    assert.equal(org.jobs.runDue(), 1);
    assert.deepEqual(org.entries(), ['ran']);
});

test('an uncaught exception discards the enqueue, although an id was returned', () => {
    const org = new JobOrg({
        classes: [WORK],
        scripts: {
            start: `Id jobId = System.enqueueJob(new Work());
                System.assertNotEquals(null, jobId);
                System.schedule('later', '0 0 0 1 1 ?', new Quiet());
                Integer zero = 0;
                Integer never = 1 / zero;`,
        },
    });
    assert.throws(() => org.run('start'));
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 0);
    assert.equal(org.count('SELECT Id FROM CronTrigger'), 0);
    assert.equal(org.jobs.waiting, 0);
});

test('rolling back to a savepoint does not undo enqueue, schedule and abort', () => {
    const org = new JobOrg({
        classes: [WORK],
        scripts: {
            before: `System.schedule('aborted', '0 0 0 1 1 ?', new Quiet());`,
            start: `Savepoint here = Database.setSavepoint();
                Journal.write('taken back');
                System.enqueueJob(new Work());
                System.schedule('kept', '0 0 0 1 1 ?', new Quiet());
                System.abortJob([SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = 'aborted'].Id);
                Database.rollback(here);`,
        },
    });
    org.run('before');
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['ran']);
    assert.deepEqual(
        org.rows('SELECT CronJobDetail.Name FROM CronTrigger').map((row) => row['cronjobdetail.Name']),
        ['kept'],
    );
});

test('a statement that fails takes back what its triggers enqueued', () => {
    const org = new JobOrg({
        classes: [WORK],
        triggers: [
            `trigger EnqueueOnInsert on Entry__c (before insert) {
                if (Trigger.new[0].Name == 'refused') {
                    System.enqueueJob(new Work());
                    Trigger.new[0].addError('no');
                }
            }`,
        ],
        scripts: {
            start: `try { insert new Entry__c(Name = 'refused'); } catch (DmlException e) { Journal.write('caught'); }`,
        },
    });
    org.run('start');
    assert.equal(org.count('SELECT Id FROM AsyncApexJob'), 0);
    assert.deepEqual(org.entries(), ['caught']);
});

test('an abort takes effect with its transaction', () => {
    const org = new JobOrg({
        classes: [WORK],
        scripts: {
            start: 'System.enqueueJob(new Work());',
            abort: 'System.abortJob([SELECT Id FROM AsyncApexJob].Id);',
            abortInVain: `System.abortJob([SELECT Id FROM AsyncApexJob].Id);
                throw new MathException('rolled back');`,
        },
    });
    org.run('start');
    assert.throws(() => org.run('abortInVain'));
    const before = lookBeforeCommit(org, 'abort', () => org.rows('SELECT Status FROM AsyncApexJob')[0]?.['Status']);
    assert.equal(before, 'Queued');
    assert.deepEqual(
        org
            .rows('SELECT Status, CompletedDate FROM AsyncApexJob')
            .map(({ Status, CompletedDate }) => [Status, CompletedDate]),
        [['Aborted', new Date(MIDNIGHT).toISOString()]],
    );
    assert.equal(org.jobs.runDue(), 0);
});

for (const [what, statement] of Object.entries({
    'an enqueued job': 'System.enqueueJob(new Work());',
    'a future call': 'Quiet.later(new Set<Id>());',
    'a batch': 'Database.executeBatch(new QuietBatch());',
    'a schedule': `System.schedule('later', '0 0 0 1 1 ?', new Quiet());`,
})) {
    test(`${what} is uncommitted work, which forbids a callout`, () => {
        const org = new JobOrg({ classes: [WORK], scripts: { start: statement } });
        let pending: boolean | undefined;
        const { transaction } = org.runtime.open();
        assert.equal(transaction.hasUncommittedRows, false);
        const request = org.runtime.request({ request: { quiddity: 'ANONYMOUS' } }, function* (session) {
            org.program.statics('Scripts')['start$']?.();
            pending = session.options.open.transaction.hasUncommittedRows;
        });
        drive(request);
        assert.equal(pending, true);
    });
}
