import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiting } from '@sw-studio/apex/runtime';
import type { World } from '../../src/scheduler/world.ts';
import { MIDNIGHT } from '../support/job-org.ts';
import { simulated, type Simulated } from '../support/simulation.ts';

function locked(): Simulated {
    return simulated({
        scripts: {
            setup: `insert new List<Entry__c>{ new Entry__c(Name = 'a', Key__c = 'a', Count__c = 0), new Entry__c(Name = 'b', Key__c = 'b', Count__c = 0) };`,
            read: `try {
                    Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'a' FOR UPDATE];
                    Journal.write('locked ' + row.Count__c);
                } catch (QueryException e) {
                    Journal.write('QueryException: ' + e.getMessage());
                }`,
            change: `try {
                    update new Entry__c(Id = [SELECT Id FROM Entry__c WHERE Key__c = 'a'].Id, Count__c = 5);
                    Journal.write('changed');
                } catch (DmlException e) {
                    Journal.write(e.getDmlType(0) + ': ' + e.getDmlMessage(0));
                }`,
            lockAB: `Entry__c one = [SELECT Id FROM Entry__c WHERE Key__c = 'a' FOR UPDATE];
                List<Account> between = [SELECT Id FROM Account];
                Entry__c two = [SELECT Id FROM Entry__c WHERE Key__c = 'b' FOR UPDATE];
                Journal.write('a then b');`,
            lockBA: `Entry__c one = [SELECT Id FROM Entry__c WHERE Key__c = 'b' FOR UPDATE];
                List<Account> between = [SELECT Id FROM Account];
                Entry__c two = [SELECT Id FROM Entry__c WHERE Key__c = 'a' FOR UPDATE];
                Journal.write('b then a');`,
        },
    });
}

/** Holds the row until told to go on. */
function* holder({ org }: World, id: string, held: () => boolean): Generator<Waiting, void, void> {
    const { transaction } = org.openTransaction();
    yield* transaction.lock(id, 'held');
    while (held()) yield { kind: 'clock', detail: 'holds' };
    transaction.rollback();
}

for (const [script, refusal] of [
    ['read', /^QueryException: Record Currently Unavailable: The record you are attempting to edit/],
    ['change', /^UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record/],
] as const) {
    test(`${script}: a row that stays locked for ten seconds of the engine's clock is refused`, () => {
        const { org, world } = locked();
        const id = org.rows("SELECT Id FROM Entry__c WHERE Key__c = 'a'")[0]?.['Id'] as string;
        world.begin(1);
        let waits = true;
        world.spawnComputation(
            'holder',
            holder(world, id, () => waits),
        );
        world.interleaver.step();
        world.spawn('waiting', 'Scripts', script);
        for (let second = 0; second < 10; second++) {
            for (let step = 0; step < 20; step++) world.interleaver.step();
            assert.equal(
                org.count('SELECT Id FROM Entry__c WHERE Key__c = null'),
                0,
                `refused after ${second} seconds`,
            );
            world.clock.advance(1000);
        }
        for (let step = 0; step < 40; step++) world.interleaver.step();
        assert.match(String(org.entries().at(-1)), refusal);
        assert.equal(world.clock.now() - MIDNIGHT, 10_000);
        waits = false;
        world.interleaver.run();
    });
}

test('a lock that is given back in time is had, with the row as it was committed', () => {
    const { org, world } = locked();
    for (let seed = 1; seed <= 20; seed++) {
        world.begin(seed);
        world.spawn('first', 'Scripts', 'change');
        world.spawn('second', 'Scripts', 'read');
        world.interleaver.run();
        assert.ok(org.entries().includes('locked 5') || org.entries().includes('locked 0'));
    }
});

test('two transactions that wait for each other: one is refused at once, the other goes on', () => {
    const { org, world } = locked();
    let deadlocks = 0;
    for (let seed = 1; seed <= 20; seed++) {
        world.begin(seed);
        world.spawn('first', 'Scripts', 'lockAB');
        world.spawn('second', 'Scripts', 'lockBA');
        world.interleaver.run();
        const failed = world.interleaver.ended.filter(({ error }) => error !== null);
        deadlocks += failed.length;
        assert.equal(org.entries().filter((line) => line?.includes('then') === true).length, 2 - failed.length);
        assert.equal(world.clock.now(), MIDNIGHT, 'nobody waited for ten seconds');
    }
    assert.ok(deadlocks > 0);
});
