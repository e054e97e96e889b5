import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import {
    after,
    anonymous,
    articleClasses,
    newestStateArrived,
    nothingIsLeft,
    nothingWasSentTwice,
    produce,
    queueExplorer,
    receiverOf,
    theWorkerSleeps,
} from '@sw-studio/cycle-tests/event-queue';
import { type FaultRun, SEEDS } from '@sw-studio/cycle-tests/faults';

/** Far less than the gap between two cycles: no cycle comes to the help of the worker. */
const BEFORE_THE_NEXT_CYCLE = 5 * MINUTE;
/** A claim that a killed link left behind has expired, and its rows were tried again. */
const CLAIMS_EXPIRED = 45 * MINUTE;
const PRODUCERS = 5;
const LINKS_AND_FINALIZERS = ['QUEUEABLE', 'TRANSACTION_FINALIZER_QUEUEABLE'] as const;

const DELIVERED = {
    'nothing is left': nothingIsLeft,
    'the newest state arrived': newestStateArrived,
    'the worker sleeps': theWorkerSleeps,
};

test('producers and finishers in any order around their commits: no row is left behind, none is sent twice', () => {
    const { failures, interleavings } = queueExplorer().explore({
        disturb: (run) => produce(run, PRODUCERS),
        duration: BEFORE_THE_NEXT_CYCLE,
        promises: { ...DELIVERED, 'nothing was sent twice': nothingWasSentTwice },
    });
    assert.deepEqual(failures, []);
    assert.ok(interleavings > SEEDS / 2);
});

test("the article's own algorithm, in the same scenario, sends twice and leaves rows behind", () => {
    const explorer = queueExplorer(articleClasses());
    const broken = (name: string, holds: (run: FaultRun) => true | string): boolean =>
        Array.from({ length: SEEDS }, (_, index) => index + 1).some(
            (seed) =>
                explorer.explore(
                    {
                        disturb: (run) => produce(run, PRODUCERS, 'ArticleQueue.enqueue(ids);'),
                        duration: BEFORE_THE_NEXT_CYCLE,
                        promises: { [name]: holds },
                    },
                    [seed],
                ).failures.length > 0,
        );
    assert.ok(broken('nothing was sent twice', nothingWasSentTwice), 'a double start was found');
    assert.ok(broken('nothing is left', nothingIsLeft), 'a lost wake-up was found');
});

test('the process ends between any two statements: what was committed is delivered', () => {
    const { failures } = queueExplorer().explore({
        disturb: (run) => produce(run, PRODUCERS),
        crashes: 2,
        duration: CLAIMS_EXPIRED,
        promises: DELIVERED,
    });
    assert.deepEqual(failures, []);
});

for (const [who, victims, duration] of [
    ['links end by a limit at any statement, and their finalizers go on', ['QUEUEABLE'], CLAIMS_EXPIRED],
    ['links and their finalizers end by a limit, and the next cycle goes on', LINKS_AND_FINALIZERS, 3 * HOUR],
] as const)
    test(`${who}: every event is delivered, or says why not`, () => {
        const { failures } = queueExplorer().explore({
            disturb(run) {
                produce(run, PRODUCERS);
                run.kill({
                    victims,
                    by: 'limit',
                    skip: run.upTo(8),
                    times: 1 + run.upTo(4),
                    after: run.upTo(30),
                });
            },
            duration,
            promises: {
                'what is left is dead, with its reason': whatIsLeftIsDead,
                'a redrive delivers it': (run) => {
                    run.endFaults();
                    redrive(run);
                    run.letPass(CLAIMS_EXPIRED);
                    return nothingIsLeft(run);
                },
                'the newest state arrived': newestStateArrived,
            },
        });
        assert.deepEqual(failures, []);
    });

test('a change after its record died, and a redrive at any moment: the newest state arrives', () => {
    const { failures } = queueExplorer().explore({
        disturb(run) {
            const { rejecting } = receiverOf(run.org);
            for (const { Id } of run.org.rows("SELECT Id FROM Account WHERE Name LIKE 'Queue %'"))
                rejecting.add(Id as string);
            produce(run, PRODUCERS);
            run.world.spawnComputation(
                'the vendor changes its mind',
                after(run.upTo(400), function* () {
                    rejecting.clear();
                    yield* anonymous(run, REDRIVE);
                }),
            );
        },
        duration: BEFORE_THE_NEXT_CYCLE,
        promises: {
            'a last redrive leaves nothing': (run) => {
                redrive(run);
                run.letPass(BEFORE_THE_NEXT_CYCLE);
                return nothingIsLeft(run);
            },
            'the newest state arrived': newestStateArrived,
        },
    });
    assert.deepEqual(failures, []);
});

test('a stop at any moment: no job of the queue is left, no row is lost, and all arrives after the next start', () => {
    const { failures } = queueExplorer().explore({
        disturb(run) {
            produce(run, PRODUCERS);
            run.world.spawnComputation(
                'stop',
                after(run.upTo(300), () => run.requesting('stop', 'POST', '/Sync/v1/StopSync')),
            );
        },
        duration: BEFORE_THE_NEXT_CYCLE,
        promises: {
            'the worker sleeps': theWorkerSleeps,
            'the next start delivers all': (run) => {
                run.org.backend.faults.clear();
                run.world.spawnComputation('start', run.requesting('start', 'POST', '/Sync/v1/StartSync'));
                run.letPass(2 * HOUR);
                return nothingIsLeft(run);
            },
            'the newest state arrived': newestStateArrived,
        },
    });
    assert.deepEqual(failures, []);
});

const REDRIVE = 'EventQueue.redrive(new EventFilter());';

function redrive(run: FaultRun): void {
    run.world.spawnComputation('redrive', anonymous(run, REDRIVE));
    run.letPass(MINUTE);
}

function whatIsLeftIsDead({ org }: FaultRun): true | string {
    const rows = org.rows('SELECT Status__c, Last_Error__c FROM EventQueue__c');
    const odd = rows.filter((row) => row['Status__c'] !== 'Dead' || row['Last_Error__c'] === null);
    return odd.length === 0 || JSON.stringify(odd);
}
