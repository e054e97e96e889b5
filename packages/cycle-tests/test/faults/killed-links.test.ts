import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import { ALWAYS, FaultExplorer, type FaultRun, theNextCycleRunsByItself } from '@sw-studio/cycle-tests/faults';

const explorer = new FaultExplorer();
const LINKS_OF_A_CYCLE = 18;
const STATEMENTS_OF_A_LINK = 40;
const PROMISES = { ...ALWAYS, 'the next cycle runs by itself': theNextCycleRunsByItself };

type Kill = Parameters<FaultRun['kill']>[0];

function killing(kill: Pick<Kill, 'by' | 'victims'>, mostSkipped: number, mostKilled: number): readonly string[] {
    return explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            run.kill({
                ...kill,
                skip: run.upTo(mostSkipped),
                times: 1 + run.upTo(mostKilled),
                after: run.upTo(STATEMENTS_OF_A_LINK),
            });
        },
        duration: 2 * HOUR,
        promises: PROMISES,
    }).failures;
}

for (const by of ['exception', 'limit'] as const) {
    test(`any links that end by ${by === 'limit' ? 'a limit' : 'an exception'}, at any statement`, () => {
        assert.deepEqual(killing({ by, victims: ['QUEUEABLE'] }, LINKS_OF_A_CYCLE, 6), []);
    });

    test(`links and their finalizers that end by ${by === 'limit' ? 'a limit' : 'an exception'}`, () => {
        const victims = ['QUEUEABLE', 'TRANSACTION_FINALIZER_QUEUEABLE'] as const;
        assert.deepEqual(killing({ by, victims }, 2 * LINKS_OF_A_CYCLE, 4), []);
    });

    test(`Watcher and Runner that end by ${by === 'limit' ? 'a limit' : 'an exception'}`, () => {
        assert.deepEqual(killing({ by, victims: ['SCHEDULED'] }, 3, 2), []);
    });
}

test('one link that ends by a limit: its finalizer carries the cycle to its end, without waiting for the Watcher', () => {
    const { failures } = explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            const [skip, after] = [run.upTo(LINKS_OF_A_CYCLE / 2), run.upTo(STATEMENTS_OF_A_LINK / 4)];
            run.kill({ by: 'limit', victims: ['QUEUEABLE'], skip, times: 1, after });
        },
        duration: 55 * MINUTE,
        promises: {
            'a link crashed, and the cycle ended by itself': ({ org }) => {
                const { endedAt, stopReason, steps } = lastCycle(org);
                const crashes = [...steps.values()].reduce((sum, step) => sum + step.crashes, 0);
                return (
                    (endedAt !== null && stopReason === null && crashes === 1) || `${endedAt} ${stopReason} ${crashes}`
                );
            },
            ...PROMISES,
        },
    });
    assert.deepEqual(failures, []);
});

test('the link that waits or runs is aborted by hand', () => {
    const { failures } = explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('abort', () =>
                run.apex(`for (AsyncApexJob job : [
                    SELECT Id FROM AsyncApexJob
                    WHERE ApexClass.Name LIKE 'SWJob%' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')
                ]) {
                    System.abortJob(job.Id);
                }`),
            );
        },
        duration: 2 * HOUR,
        promises: PROMISES,
    });
    assert.deepEqual(failures, []);
});

test('the process of the org ends at any moment, and what it was running runs again', () => {
    const { failures } = explorer.explore({
        disturb: (run) => run.changeAllProspects(),
        crashes: 3,
        duration: HOUR,
        promises: PROMISES,
    });
    assert.deepEqual(failures, []);
});
