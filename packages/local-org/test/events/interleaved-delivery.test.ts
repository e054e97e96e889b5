import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, type SimulationResult } from '../../src/scheduler/simulate.ts';
import { publish } from '../support/event-org.ts';
import { SEEDS, simulated } from '../support/simulation.ts';

/** Each event leaves one entry; a second one for the same event would be refused by its key, and is counted. */
const COUNTING_TRIGGER = `trigger OrderTrigger on Order__e (after insert) {
    List<Entry__c> entries = new List<Entry__c>();
    for (Order__e event : Trigger.new) { entries.add(new Entry__c(Name = 'seen', Detail__c = '' + event.Number__c)); }
    Integer seen = [SELECT COUNT() FROM Entry__c WHERE Name = 'seen'];
    insert entries;
    insert new Entry__c(Name = 'batch', Count__c = seen + entries.size());
}`;

function run(crashes: number): SimulationResult {
    const { org, world } = simulated({
        triggers: [COUNTING_TRIGGER],
        scripts: {
            first: `${publish('Order__e', 1, 2)} insert new Entry__c(Name = 'first');`,
            second: `insert new Entry__c(Name = 'second'); ${publish('Order__e', 3)}`,
            third: publish('Order__e', 4, 5),
        },
    });
    const numbers = () =>
        org.rows("SELECT Detail__c FROM Entry__c WHERE Name = 'seen' ORDER BY Id").map((row) => row['Detail__c']);
    return simulate(world, {
        seeds: SEEDS,
        scenario: {
            crashes,
            start(start) {
                for (const script of ['first', 'second', 'third']) start.spawn(script, 'Scripts', script);
            },
            invariants: {
                'every event of a transaction that was committed is delivered once'() {
                    const committed = org.org.events.log
                        .after('Order__e', 0)
                        .map(({ values }) => String(values['Number__c']));
                    const found = numbers();
                    return (
                        JSON.stringify(found) === JSON.stringify(committed) || `${found.join()} of ${committed.join()}`
                    );
                },
                'events exist exactly if their transaction does'() {
                    const has = (name: string) => org.count(`SELECT Id FROM Entry__c WHERE Name = '${name}'`) > 0;
                    const found = numbers();
                    const agrees = has('first') === found.includes('1') && has('second') === found.includes('3');
                    return agrees || `${found.join()}`;
                },
                'a trigger is never run beside itself'() {
                    const rows = org.rows("SELECT Count__c FROM Entry__c WHERE Name = 'batch' ORDER BY Id");
                    const counts = rows.map((row) => row['Count__c'] as number);
                    const grows = counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0));
                    return grows || counts.join();
                },
            },
        },
    });
}

test('transactions that publish beside each other, and the trigger among them', () => {
    const { failures, interleavings } = run(0);
    assert.deepEqual(failures, []);
    assert.ok(interleavings > SEEDS / 2, `${interleavings}`);
});

test('the process is killed at any point', () => {
    const { failures, interleavings } = run(3);
    assert.deepEqual(failures, []);
    assert.ok(interleavings > SEEDS / 2, `${interleavings}`);
});
