import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/**
 * What an emulator of the platform gets wrong most easily, point by point, and the tests that show that this one does not:
 * by file, relative to the packages, and title. A test that is renamed or removed is missed here.
 */
const POINTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    '1. enqueues, schedules and aborts commit with their transaction, invisible to others before': {
        'local-org/test/jobs/enqueue-belongs-to-its-transaction.test.ts': [
            'a job that is enqueued is seen by its own transaction at once, by others once that commits',
            'an uncaught exception discards the enqueue, although an id was returned',
            'an abort takes effect with its transaction',
        ],
    },
    '2. finalizers: own transaction after both outcomes, LimitException included; their state is kept': {
        'local-org/test/jobs/finalizers.test.ts': [
            'a finalizer runs after success, and sees what the job did to it',
            'after an exception the DML of the job is gone, and what the job did to the finalizer is kept',
            'after a LimitException, which no code can catch, too',
        ],
    },
    '3. one enqueue an asynchronous transaction, 50 from a schedulable; LimitException passes every catch': {
        'local-org/test/jobs/queueable-limits.test.ts': [
            'one job from a queueable; the second ends it',
            '50 jobs from a schedulable, which has synchronous limits',
            '50 jobs from synchronous code; the 51st is a LimitException, which passes every catch',
        ],
    },
    '4. chains of five by edition, ended by an exception that can be caught': {
        'local-org/test/jobs/queueable-limits.test.ts': [
            'a chain in a Developer Edition org ends with its fifth job, by an exception that can be caught',
            'elsewhere a chain goes on',
        ],
    },
    '5. a duplicate signature is free at dequeue': {
        'local-org/test/jobs/duplicate-signatures.test.ts': [
            'the signature is free once the job is dequeued: a running job enqueues its own successor',
        ],
    },
    '6. cron: user time zone, whole seconds and minutes, never firing, unique names, the pending row, blocked re-entry':
        {
            'local-org/test/jobs/schedules.test.ts': [
                'times are those of the user who schedules',
                'a schedule that never fires is refused, and so is what is no cron expression',
                'a name is taken as long as its schedule is there, also for the job that runs under it',
                'a Queued row stands for the fire that is pending, completed when it fires, and the next one follows',
            ],
            'local-org/test/jobs/cron-expressions.test.ts': ['Seconds and minutes must be specified as integers'],
            'local-org/test/jobs/jobs-beside-each-other.test.ts': [
                'a schedule that is due while it still runs is blocked, and fires when it has ended',
            ],
        },
    '7. abortJob refuses the AsyncApexJob of a schedule; running code goes on': {
        'local-org/test/jobs/abort-job.test.ts': [
            'a schedule is not aborted by its AsyncApexJob',
            'the code of a job that is aborted while it runs goes on to its end, and commits',
        ],
    },
    '8. the state of a schedulable is frozen when it is scheduled': {
        'local-org/test/jobs/schedules.test.ts': [
            'the state of a schedulable is that of the moment when it was scheduled, in every run',
        ],
    },
    '9. no callout while work is pending: enqueues, schedules, emails and settings too, and in jobs all the same': {
        'local-org/test/callouts/callouts.test.ts': [
            'no callout while ${what} waits for the commit',
            "'a queueable': ",
            "'a schedule': ",
            "'an email': ",
            "'a custom setting': ",
            'a job that may call out may not once it has written',
        ],
    },
    '10. event triggers: synchronous limits, 2,000 a batch, DML kept after an exception, Automated Process': {
        'local-org/test/events/event-triggers.test.ts': [
            '2,000 events are a batch',
            'a trigger runs as Automated Process, with the limits of synchronous Apex',
        ],
        'local-org/test/events/failing-triggers.test.ts': [
            'an exception that is not caught keeps what was saved before it; the rest of the batch is lost',
        ],
    },
    '11. REST: namespace in the URL, case, legal statuses, dropped nulls, APEX_ERROR': {
        'local-org/test/entry-points/rest-url-mapping.test.ts': [
            'begins with the namespace, whatever its case',
            'is compared with its case',
        ],
        'local-org/test/entry-points/rest-answers.test.ts': [
            'may not have any status, and then nothing is committed',
            'is its value as JSON: null members of objects are left out, null values of maps stay',
            'is 500 with exception and stack where one leaves it',
        ],
    },
    '12. getOrgDefaults is never null; data is absent until it is saved; tests are isolated': {
        'apex/test/corpus/custom-settings/OrgDefaultsAreEmptyWithoutData.cls': ['static void noData()'],
        'local-org/test/transaction/test-isolation.test.ts': ['test('],
    },
    '13. FOR UPDATE waits ten seconds; a unique insert waits, then is a duplicate': {
        'local-org/test/transaction/row-locks.test.ts': ['FOR UPDATE gives up after ten seconds with a QueryException'],
        'local-org/test/transaction/unique-keys.test.ts': [
            'the second to insert a key waits for the first, then fails as a duplicate',
            'when the first rolls back, the second succeeds',
        ],
        'local-org/test/executor/lock-waits.test.ts': ["it gives up after ten seconds of the org's clock"],
    },
    '14. tests: a schedule runs once at stopTest, chaining is refused, one execute of a batch': {
        'local-org/test/fixtures/async-tests/force-app/main/default/classes/AsyncInTestsTest.cls': [
            'aScheduleRunsOnceAtStopTestAndItsTriggerHasNotFired',
            'aChainIsRefusedByDefault',
            'twoExecutesOfABatchAreRefused',
        ],
    },
    '15. schedules have synchronous limits; a package has counters of its own only where it is certified': {
        'local-org/test/jobs/queueable-limits.test.ts': ['50 jobs from a schedulable, which has synchronous limits'],
        'local-org/test/services/limit-counters.test.ts': [
            'a certified package has counters of its own; all namespaces together reach eleven times the limit',
        ],
    },
    'who may start what: one test a caller': {
        'local-org/test/jobs/who-may-start-what.test.ts': [
            'what may be started from: ${caller}',
            "'synchronous code': row(",
            'schedulable: row(',
            'future: row(',
            "'batch start': row(",
            "'batch execute': row(",
            "'batch finish': row(",
            'queueable: row(',
            'finalizer: row(',
            'a finalizer adds one job in all, of whatever kind',
        ],
    },
};

const PACKAGES = path.resolve(import.meta.dirname, '../../..');

for (const [point, files] of Object.entries(POINTS)) {
    test(`shown by tests: ${point}`, () => {
        for (const [file, titles] of Object.entries(files)) {
            const text = readFileSync(path.join(PACKAGES, file), 'utf8');
            for (const title of titles) assert.ok(text.includes(title), `${file} has no "${title}"`);
        }
    });
}
