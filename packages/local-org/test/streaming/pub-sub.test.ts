import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { PubSubServer } from '../../src/streaming/pubsub/pub-sub-server.ts';
import { channelMember } from '../support/event-org.ts';
import { PubSubClient } from '../support/pub-sub-client.ts';
import { StreamingOrg, TOKEN } from '../support/streaming-server.ts';

const closing: (() => unknown)[] = [];
const ORDERS = '/event/Order__e';

afterEach(async () => {
    for (const close of closing.splice(0)) await close();
});

async function serve(org: StreamingOrg, keepAlive?: number): Promise<PubSubServer> {
    const server = await PubSubServer.start({
        gateway: org.gateway,
        host: '127.0.0.1',
        port: 0,
        ...(keepAlive !== undefined && { keepAlive }),
    });
    closing.push(
        () => server.stop(),
        () => org.close(),
    );
    return server;
}

async function connect({ port }: PubSubServer, token = TOKEN): Promise<PubSubClient> {
    const client = await PubSubClient.connect(port, token);
    closing.push(() => client.close());
    return client;
}

const numbers = (events: Awaited<ReturnType<PubSubClient['events']>>) =>
    events.map(({ payload }) => payload['Number__c']);

test('a subscriber gets what is retained and what comes, in order, with replay ids', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    org.run('one');
    client.client.subscribeFromEarliestEvent(ORDERS, client.callback);
    await client.events(1);
    org.run('two');
    const events = await client.events(2);
    assert.deepEqual(numbers(events), [1, 2]);
    assert.equal(events[1]?.replayId, org.org.org.events.log.tip);
    assert.deepEqual(
        { ...events[0]?.payload },
        {
            CreatedDate: org.org.clock.now(),
            CreatedById: org.org.org.ids.adminId,
            Text__c: 'event 1',
            Number__c: 1,
        },
    );
});

test('a client gets no more events than it asked for', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    for (const script of ['one', 'two', 'three']) org.run(script);
    client.client.subscribeFromEarliestEvent(ORDERS, client.callback, 2);
    await client.first('lastEvent');
    assert.deepEqual(numbers(await client.events(2)), [1, 2]);
    client.client.requestAdditionalEvents(ORDERS, 1);
    assert.deepEqual(numbers(await client.events(3)), [1, 2, 3]);
});

test('what a client publishes is an event like any other, with the replay id that it is told', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    const result = await client.client.publish(ORDERS, {
        CreatedDate: 0,
        CreatedById: org.org.org.ids.adminId,
        Text__c: { string: 'from outside' },
        Number__c: { double: 7 },
    });
    const [event] = org.org.org.events.log.after('Order__e', 0);
    assert.deepEqual(event?.values, { Text__c: 'from outside', Number__c: 7 });
    assert.equal(result.replayId, event?.replayId);
});

test('change events tell which fields changed', async () => {
    const org = new StreamingOrg(null, { eventChannelMembers: [channelMember('ChangeEvents', 'AccountChangeEvent')] });
    const client = await connect(await serve(org));
    org.run('account');
    org.org.clock.advance(1000);
    org.run('change');
    client.client.subscribeFromEarliestEvent('/data/AccountChangeEvent', client.callback);
    const [created, changed] = await client.events(2);
    const header = changed?.payload['ChangeEventHeader'] as { changeType: string; changedFields: string[] };
    assert.equal(created?.payload['Name'], 'a');
    assert.deepEqual(
        [header.changeType, header.changedFields.sort()],
        ['UPDATE', ['Industry', 'LastModifiedDate', 'Phone']],
    );
    assert.equal(changed?.payload['Phone'], '2');
});

test('while nothing is published the stream says that it is alive, with the latest replay id', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org, 20));
    client.client.subscribe(ORDERS, client.callback);
    await client.first('grpcKeepAlive', 2);
});

test('a wrong token, an unknown topic and a replay id that is gone are refused', async () => {
    const org = new StreamingOrg();
    const server = await serve(org);
    const refusal = async (topic: string, replayId: number, token = TOKEN) => {
        const client = await connect(server, token);
        client.client.subscribeFromReplayId(topic, client.callback, null, replayId);
        const [error] = await client.first('error');
        return (error as { code: number }).code;
    };
    assert.equal(await refusal(ORDERS, 1, '00D000000000000AAA!wrong'), 16);
    assert.equal(await refusal('/event/Nothing__e', 1), 5);
    assert.equal(await refusal(ORDERS, 99), 3);
});

test('after a restart of the server a client that comes back with its replay id misses nothing and gets nothing twice', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pubsub-'));
    const file = path.join(folder, 'org.db');
    const before = new StreamingOrg(file);
    const server = await PubSubServer.start({ gateway: before.gateway, host: '127.0.0.1', port: 0 });
    const first = await PubSubClient.connect(server.port, TOKEN);
    before.run('one');
    first.client.subscribeFromEarliestEvent(ORDERS, first.callback);
    const [last] = await first.events(1);
    before.run('two');
    server.stop();
    await first.close();
    before.close();
    const after = new StreamingOrg(file);
    const second = await connect(await serve(after));
    second.client.subscribeFromReplayId(ORDERS, second.callback, null, last?.replayId ?? 0);
    await second.events(1);
    after.run('three');
    assert.deepEqual(numbers(await second.events(2)), [2, 3]);
    closing.push(() => rmSync(folder, { recursive: true }));
});
