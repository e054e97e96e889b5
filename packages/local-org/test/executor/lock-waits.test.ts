import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import type { HttpTransport } from '../../src/callouts/http-transport.ts';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';
import { remoteSite } from '../support/web-server.ts';

const scripts = {
    setup: `insert new Entry__c(Key__c = 'row', Count__c = 0);`,
    lockThenCall: `Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'row' FOR UPDATE];
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://example.com');
        request.setMethod('GET');
        new Http().send(request);
        row.Count__c += 1;
        update row;`,
    count: `Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'row' FOR UPDATE];
        row.Count__c += 1;
        update row;`,
};

/** A transport whose answers come when the test says so. */
function heldAnswers(): { transport: HttpTransport; answer(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return {
        *transport() {
            yield { kind: 'callout', detail: 'held', outside: () => promise };
            return { kind: 'response', statusCode: 200, status: 'OK', headers: [], body: new Uint8Array() };
        },
        answer: resolve,
    };
}

function open(transport: HttpTransport): { org: JobOrg; live: LiveRuntime } {
    const metadata = remoteSite('https://example.com');
    const org = new JobOrg({ scripts, metadata, transport, jobs: { interleaved: true } });
    org.run('setup');
    return { org, live: new LiveRuntime({ runtime: org.runtime }) };
}

test('a transaction waits for a locked row until the other one has ended', async () => {
    const { transport, answer } = heldAnswers();
    const { org, live } = open(transport);
    const ends: string[] = [];
    const first = live.call('Scripts', 'lockThenCall').then(() => ends.push('first'));
    const second = live.call('Scripts', 'count').then(() => ends.push('second'));
    answer();
    await Promise.all([first, second]);
    assert.deepEqual(ends, ['first', 'second']);
    assert.equal(org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'], 2);
});

test("it gives up after ten seconds of the org's clock", async () => {
    const { transport, answer } = heldAnswers();
    const { org, live } = open(transport);
    const first = live.call('Scripts', 'lockThenCall');
    const second = live.call('Scripts', 'count');
    let isOver = false;
    const refused = assert.rejects(second, apexMessage(/^Record Currently Unavailable/)).then(() => (isOver = true));
    org.clock.advance(9_999);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isOver, false);
    org.clock.advance(1);
    await refused;
    answer();
    await first;
    assert.equal(org.rows('SELECT Count__c FROM Entry__c')[0]?.['Count__c'], 1);
});

test('where everybody waits for somebody outside, a clock that is moved by hand moves to the end of the wait', async () => {
    const { transport } = heldAnswers();
    const { org, live } = open(transport);
    const outside = org.runtime.open();
    const id = org.rows('SELECT Id FROM Entry__c')[0]?.['Id'] as string;
    org.org.store.locks.take(id, outside.transaction);
    await assert.rejects(live.call('Scripts', 'count'), apexMessage(/^Record Currently Unavailable/));
});
