import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from '../../src/scheduler/simulate.ts';
import { SEEDS, simulated, twice } from '../support/simulation.ts';

test('of two inserts of one unique key one succeeds, and the other waits for it and fails as a duplicate', () => {
    const { org, world } = simulated({
        scripts: {
            insertKey: `String outcome = 'inserted';
                try {
                    insert new Entry__c(Name = 'key', Key__c = 'K');
                } catch (DmlException e) {
                    outcome = e.getDmlType(0).name();
                }
                insert new Entry__c(Name = 'outcome', Detail__c = outcome);`,
        },
    });
    let waited = 0;
    const { failures, interleavings } = simulate(world, {
        seeds: SEEDS,
        scenario: {
            start: (run) => twice(run, 'insertKey'),
            invariants: {
                'one inserted, one duplicate'() {
                    const outcomes = org.entries().filter((outcome) => outcome !== null);
                    if (world.interleaver.trace.some((step) => step.includes('unique value'))) waited++;
                    return outcomes.sort().join() === 'DUPLICATE_VALUE,inserted' || outcomes.join();
                },
            },
        },
    });
    assert.deepEqual(failures, []);
    assert.ok(waited > 0, 'some run had to wait for the key');
    assert.ok(interleavings > 5);
});

test('where the first rolls back, the second succeeds', () => {
    const { org, world } = simulated({
        scripts: {
            insertAndFail: `insert new Entry__c(Name = 'key', Key__c = 'K', Detail__c = 'failing');
                throw new MathException('rolled back');`,
            insertKey: `try {
                    insert new Entry__c(Name = 'key', Key__c = 'K', Detail__c = 'kept');
                } catch (DmlException e) {
                    insert new Entry__c(Name = 'lost', Detail__c = e.getMessage());
                }`,
        },
    });
    const { failures } = simulate(world, {
        seeds: SEEDS,
        scenario: {
            start(run) {
                run.spawn('failing', 'Scripts', 'insertAndFail');
                run.spawn('keeping', 'Scripts', 'insertKey');
            },
            invariants: { 'the key is kept': () => org.entries().join() === 'kept' || org.entries().join() },
        },
    });
    assert.deepEqual(failures, []);
});
