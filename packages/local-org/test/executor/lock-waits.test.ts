import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiting } from '@sw-studio/apex/runtime';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';

const scripts = {
    setup: `insert new Entry__c(Key__c = 'row', Count__c = 0);`,
    count: `Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'row' FOR UPDATE];
        row.Count__c += 1;
        update row;`,
};

interface Held {
    readonly org: JobOrg;
    readonly live: LiveRuntime;
    /** Ends with the transaction that holds the row. */
    readonly holder: Promise<void>;
    release(): void;
}

/** An org in which a transaction holds the row until it is released. */
function heldRow(): Held {
    const org = new JobOrg({ scripts, jobs: { interleaved: true } });
    org.run('setup');
    const id = org.rows('SELECT Id FROM Entry__c')[0]?.['Id'] as string;
    const live = new LiveRuntime({ runtime: org.runtime });
    const { promise, resolve } = Promise.withResolvers<void>();
    const holding = function* (): Generator<Waiting, void, void> {
        const { transaction } = org.runtime.open();
        yield* transaction.lock(id, 'the row');
        yield { kind: 'clock', detail: 'held', outside: () => promise };
        transaction.commit();
    };
    return { org, live, holder: live.run(holding()), release: resolve };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a transaction waits for a locked row until the other one has ended', async () => {
    const { org, live, holder, release } = heldRow();
    const ends: string[] = [];
    const first = holder.then(() => ends.push('holder'));
    const second = live.call('Scripts', 'count').then(() => ends.push('waiter'));
    await nextTurn();
    assert.deepEqual(ends, []);
    release();
    await Promise.all([first, second]);
    assert.deepEqual(ends, ['holder', 'waiter']);
    assert.equal(org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'], 1);
});

test("it gives up after ten seconds of the org's clock", async () => {
    const { org, live, holder, release } = heldRow();
    const waiter = live.call('Scripts', 'count');
    let isOver = false;
    const refused = assert.rejects(waiter, apexMessage(/^Record Currently Unavailable/)).then(() => (isOver = true));
    org.clock.advance(9_999);
    await nextTurn();
    assert.equal(isOver, false);
    org.clock.advance(1);
    await refused;
    release();
    await holder;
    assert.equal(org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'], 0);
});

test('where everybody waits for somebody outside, a clock that is moved by hand moves to the end of the wait', async () => {
    const org = new JobOrg({ scripts, jobs: { interleaved: true } });
    org.run('setup');
    const live = new LiveRuntime({ runtime: org.runtime });
    const id = org.rows('SELECT Id FROM Entry__c')[0]?.['Id'] as string;
    org.org.store.locks.take(id, org.runtime.open().transaction);
    await assert.rejects(live.call('Scripts', 'count'), apexMessage(/^Record Currently Unavailable/));
});

test('jobs that wait for each other leave the thread to others, and all of them run', async () => {
    const work = `public class Work implements Queueable {
        public void execute(QueueableContext context) {
            Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'row' FOR UPDATE];
            row.Count__c += 1;
            update row;
        }
    }`;
    const enqueue = 'for (Integer i = 0; i < 40; i++) { System.enqueueJob(new Work()); }';
    const org = new JobOrg({
        classes: [work],
        scripts: { ...scripts, enqueue },
        jobs: { interleaved: true, workers: 8 },
    });
    org.run('setup');
    const live = new LiveRuntime({ runtime: org.runtime });
    await live.call('Scripts', 'enqueue');
    assert.equal(await live.runDue(), 40);
    assert.equal(org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'], 40);
});

test('a transaction that goes on for too long is ended, and nothing of it is kept', async () => {
    const org = new JobOrg({
        scripts: {
            save: `insert new Entry__c(); try { insert new Entry__c(); } catch (Exception e) { insert new Entry__c(); }`,
        },
        jobs: { interleaved: true },
        org: { longestTransaction: 0 },
    });
    const live = new LiveRuntime({ runtime: org.runtime });
    await assert.rejects(live.call('Scripts', 'save'), /Maximum execution time of a transaction exceeded/);
    assert.equal(org.count('SELECT Id FROM Entry__c'), 0);
});
