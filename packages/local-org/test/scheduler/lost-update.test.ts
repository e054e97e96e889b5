import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, type SimulationResult } from '../../src/scheduler/simulate.ts';
import { SEEDS, simulated, twice } from '../support/simulation.ts';

function increments(query: string): SimulationResult {
    const { org, world } = simulated({
        scripts: {
            setup: `insert new Entry__c(Name = 'counter', Count__c = 0);`,
            increment: `Entry__c counter = [${query}];
                counter.Count__c += 1;
                update counter;`,
        },
    });
    return simulate(world, {
        seeds: SEEDS,
        keepGoing: true,
        scenario: {
            start: (run) => twice(run, 'increment'),
            invariants: {
                'both increments count'() {
                    const count = org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'];
                    return count === 2 || `counted ${String(count)}`;
                },
            },
        },
    });
}

test('without FOR UPDATE an update is lost in some order of things', () => {
    const { failures, runs } = increments(`SELECT Id, Count__c FROM Entry__c WHERE Name = 'counter'`);
    assert.ok(failures.length > 0 && failures.length < runs, `${failures.length} of ${runs}`);
    assert.equal(failures[0]?.found, 'counted 1');
});

test('with FOR UPDATE none is', () => {
    const { failures, interleavings } = increments(
        `SELECT Id, Count__c FROM Entry__c WHERE Name = 'counter' FOR UPDATE`,
    );
    assert.deepEqual(failures, []);
    assert.ok(interleavings > 5);
});
