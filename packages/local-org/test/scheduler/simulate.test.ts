import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFailure, type Scenario, simulate } from '../../src/scheduler/simulate.ts';
import { dumpOf } from '../support/dump.ts';
import { SEEDS, simulated } from '../support/simulation.ts';

const CHAIN = `public class Chain implements Queueable, Finalizer {
    private Integer links;
    public Chain(Integer links) { this.links = links; }
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        Entry__c counter = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'counter' FOR UPDATE];
        counter.Count__c += 1;
        update counter;
    }
    public void execute(FinalizerContext context) {
        if (links > 1) { System.enqueueJob(new Chain(links - 1)); }
    }
}`;

function chains() {
    return simulated({
        classes: [CHAIN],
        scripts: {
            setup: `insert new Entry__c(Name = 'counter', Key__c = 'counter', Count__c = 0);`,
            start: 'System.enqueueJob(new Chain(4));',
        },
        jobs: { workers: 3 },
    });
}

const START: Pick<Scenario, 'start'> = {
    start(world) {
        world.spawn('one', 'Scripts', 'start');
        world.spawn('two', 'Scripts', 'start');
    },
};

test('the same seed gives the same run, byte for byte; another seed another one', () => {
    const { org, world } = chains();
    const runs = [1, 2, 1].map((seed) => {
        simulate(world, { seeds: [seed], scenario: { ...START, invariants: {} } });
        return [...world.interleaver.trace, dumpOf(org.org)].join('\n');
    });
    assert.equal(runs[2], runs[0]);
    assert.notEqual(runs[1], runs[0]);
});

test('a failure names its seed, what was found and the way there; the seed alone finds it again', () => {
    const { world } = chains();
    const scenario: Scenario = {
        ...START,
        invariants: {
            'the first goes first': (run) => run.interleaver.trace[0]?.startsWith('one') === true || 'the second did',
        },
    };
    const [failure] = simulate(world, { seeds: SEEDS, scenario }).failures;
    assert.ok(failure);
    const [again] = simulate(world, { seeds: [failure.seed], scenario }).failures;
    assert.deepEqual(again, failure);
    assert.match(
        describeFailure(failure),
        new RegExp(`^Seed ${failure.seed} breaks "the first goes first": the second did\n    two: `),
    );
});

test('a crash between any two steps loses no committed job and runs none twice', () => {
    const { org, world } = chains();
    const { failures, interleavings } = simulate(world, {
        seeds: SEEDS,
        scenario: {
            ...START,
            crashes: 2,
            invariants: {
                'each chain that was committed ran once'(run) {
                    const committed = run.interleaver.ended.filter(
                        ({ name, error }) => (name === 'one' || name === 'two') && error === null,
                    );
                    const count = org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'];
                    return count === 4 * committed.length || `${String(count)} links of ${committed.length} chains`;
                },
                'nothing is left in the queue': (run) => run.runtime.jobs.waiting === 0 || 'jobs wait',
                'every job is over'() {
                    const open = org.rows("SELECT Status FROM AsyncApexJob WHERE Status != 'Completed'");
                    return open.length === 0 || JSON.stringify(open);
                },
            },
        },
    });
    assert.deepEqual(failures.map(describeFailure), []);
    assert.ok(interleavings > SEEDS / 2);
});
