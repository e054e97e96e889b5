import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg, MINUTE } from '../support/job-org.ts';

/** How each kind of code is brought to run; `%s` is what it asks for. */
const CALLERS = {
    'synchronous code': `Caller.act('%s');`,
    schedulable: `System.schedule('caller', '0 30 * * * ?', new Caller('%s'));`,
    future: `Caller.later('%s');`,
    'batch start': `Database.executeBatch(new BatchCaller('start', '%s'));`,
    'batch execute': `Database.executeBatch(new BatchCaller('execute', '%s'));`,
    'batch finish': `Database.executeBatch(new BatchCaller('finish', '%s'));`,
    queueable: `System.enqueueJob(new Caller('%s'));`,
    finalizer: `System.enqueueJob(new Caller.Attaching('%s'));`,
} as const;

const FUTURE =
    'System.AsyncException: Future method cannot be called from a future or batch method: Quiet.later(Set<Id>)';
const BATCH =
    'System.AsyncException: Database.executeBatch cannot be called from a batch start, batch execute, or future method.';
const SCHEDULE_BATCH =
    'System.AsyncException: Database.scheduleBatch cannot be called from a batch start, batch execute, or future method';
const SCHEDULE =
    'System.AsyncException: System.scheduleBatch cannot be called from a batch start, batch execute, or future method';
const YES = 'allowed';

/** CPU milliseconds, queries, heap bytes, future calls, queueable jobs; then what is answered. */
const MATRIX: Readonly<Record<keyof typeof CALLERS, Readonly<Record<string, string>>>> = {
    'synchronous code': row('10000 100 6000000 50 50', YES, YES, YES, YES),
    schedulable: row('10000 100 6000000 50 50', YES, YES, YES, YES),
    future: row('60000 200 12000000 0 1', FUTURE, BATCH, SCHEDULE_BATCH, YES),
    'batch start': row('60000 200 12000000 0 1', FUTURE, BATCH, SCHEDULE_BATCH, YES),
    'batch execute': row('60000 200 12000000 0 1', FUTURE, BATCH, SCHEDULE_BATCH, SCHEDULE),
    'batch finish': row('60000 200 12000000 0 1', FUTURE, YES, YES, YES),
    queueable: row('60000 200 12000000 50 1', YES, YES, YES, YES),
    finalizer: row('10000 100 12000000 1 1', YES, YES, YES, YES),
};

function row(limits: string, future: string, executeBatch: string, scheduleBatch: string, schedule: string) {
    return { limits, future, executeBatch, scheduleBatch, schedule, enqueueJob: YES };
}

for (const [caller, answers] of Object.entries(MATRIX)) {
    test(`what may be started from: ${caller}`, () => {
        const whats = Object.keys(answers);
        const script = (what: string): string => CALLERS[caller as keyof typeof CALLERS].replace('%s', what);
        const scripts = Object.fromEntries(whats.map((what) => [what, script(what)]));
        for (const what of whats) {
            const org = new JobOrg({ scripts });
            org.run(what);
            org.jobs.advance(35 * MINUTE);
            const [first] = org.rows('SELECT Detail__c FROM Entry__c ORDER BY Id');
            assert.equal(first?.['Detail__c'], answers[what], `${caller} asks for ${what}`);
        }
    });
}

test('a finalizer adds one job in all, of whatever kind', () => {
    const org = new JobOrg({
        classes: [
            `public class Greedy implements Queueable, Finalizer {
                public void execute(QueueableContext context) { System.attachFinalizer(this); }
                public void execute(FinalizerContext context) {
                    System.enqueueJob(new Quiet());
                    Quiet.later(new Set<Id>());
                }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Greedy());' },
    });
    const logged: string[] = [];
    org.jobs.onLog = (sentence) => logged.push(sentence);
    org.run('start');
    org.jobs.runDue();
    assert.match(logged[0] ?? '', /Too many future calls: 2/);
    assert.equal(org.count("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'Quiet'"), 0);
});
