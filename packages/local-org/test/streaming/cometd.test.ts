import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { CometdClient } from '../support/cometd-client.ts';
import { channelMember } from '../support/event-org.ts';
import { CometdServer, StreamingOrg, TOKEN } from '../support/streaming-server.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
});

async function serve(org: StreamingOrg): Promise<CometdServer> {
    const server = await CometdServer.start(org);
    closing.push(
        () => org.close(),
        () => server.stop(),
    );
    return server;
}

async function connect(server: CometdServer, token = TOKEN): Promise<CometdClient> {
    const client = new CometdClient(server.port, token);
    closing.push(() => client.disconnect());
    await client.handshake();
    return client;
}

const numbers = (events: Awaited<ReturnType<CometdClient['events']>>) =>
    events.map(({ payload }) => payload['Number__c']);

test('a subscriber gets each event with its schema, who published it and when, and its replay id', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    assert.equal((await client.subscribe('/event/Order__e')).successful, true);
    org.run('one');
    const [event] = await client.events(1);
    assert.ok(event);
    const { schema, event: place, ...rest } = event;
    assert.deepEqual(rest, {
        payload: {
            CreatedDate: new Date(org.org.clock.now()).toISOString(),
            CreatedById: org.org.org.ids.adminId,
            Text__c: 'event 1',
            Number__c: 1,
        },
    });
    assert.equal(place.replayId, org.org.org.events.log.tip);
    assert.match(place.EventUuid ?? '', /^[0-9a-f-]{36}$/);
    assert.ok(schema.length > 10);
});

test('the handshake says that replay is understood', async () => {
    const client = new CometdClient((await serve(new StreamingOrg())).port, TOKEN);
    closing.push(() => client.disconnect());
    const reply = await client.handshake();
    assert.deepEqual(reply.ext, { replay: true, 'payload.format': true });
});

test('-2 and a replay id are replayed before what is new, in order', async () => {
    const org = new StreamingOrg();
    const server = await serve(org);
    for (const script of ['one', 'two']) org.run(script);
    const all = await connect(server);
    await all.subscribe('/event/Order__e', -2);
    const later = await connect(server);
    await later.subscribe('/event/Order__e', org.org.org.events.log.tip - 1);
    org.run('three');
    assert.deepEqual(numbers(await all.events(3)), [1, 2, 3]);
    assert.deepEqual(numbers(await later.events(2)), [2, 3]);
});

test('change events come with their header and the fields that changed', async () => {
    const org = new StreamingOrg(null, { eventChannelMembers: [channelMember('ChangeEvents', 'AccountChangeEvent')] });
    const client = await connect(await serve(org));
    await client.subscribe('/data/ChangeEvents');
    org.run('account');
    org.org.clock.advance(1000);
    org.run('change');
    const [, changed] = await client.events(2);
    const { ChangeEventHeader: header, ...fields } = changed?.payload ?? {};
    const time = new Date(org.org.clock.now()).toISOString();
    assert.deepEqual(fields, { LastModifiedDate: time, Industry: 'Energy', Phone: '2' });
    assert.equal((header as { changeType: string }).changeType, 'UPDATE');
});

test('a wrong token is refused at the handshake', async () => {
    const client = new CometdClient((await serve(new StreamingOrg())).port, 'wrong');
    closing.push(() => client.disconnect());
    const reply = await client.handshake();
    assert.equal(reply.successful, false);
    assert.equal(reply.error, '401::Authentication invalid');
});

test('a token that has ended ends its session', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    await client.subscribe('/event/Order__e');
    const told = new Promise<string | undefined>((resolve) => {
        client.cometd.addListener('/meta/connect', ({ successful, error }) => {
            if (successful === false) resolve(error);
        });
    });
    org.tokens.clear();
    org.run('one');
    assert.equal(await told, '401::Authentication invalid');
});

test('what cannot be subscribed to is refused with the reason', async () => {
    const client = await connect(await serve(new StreamingOrg()));
    const refusal = async (channel: string, replay: number) => (await client.subscribe(channel, replay)).error;
    assert.match((await refusal('/event/Nothing__e', -1)) ?? '', /^404::/);
    assert.match((await refusal('/event/Order__e', 17)) ?? '', /^400::The replayId 17 you provided was invalid/);
});

test('clients cannot publish to each other', async () => {
    const client = await connect(await serve(new StreamingOrg()));
    const reply = await new Promise<{ successful?: boolean }>((resolve) =>
        client.cometd.publish('/event/Order__e', { payload: {} }, (answer) => resolve(answer)),
    );
    assert.equal(reply.successful, false);
});

test('after a restart of the server a client that comes back with its replay id misses nothing and gets nothing twice', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cometd-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'org.db');
    const before = new StreamingOrg(file);
    const server = await CometdServer.start(before);
    const { port } = server;
    const first = new CometdClient(port, TOKEN);
    await first.handshake();
    await first.subscribe('/event/Order__e', -1);
    before.run('one');
    const [last] = await first.events(1);
    await first.disconnect();
    before.run('two');
    await server.stop();
    before.close();
    const after = new StreamingOrg(file);
    const second = await connect(await serve(after));
    await second.subscribe('/event/Order__e', last?.event.replayId ?? 0);
    after.run('three');
    assert.deepEqual(numbers(await second.events(2)), [2, 3]);
});

test('beyond the clients that the edition allows a handshake is refused', async () => {
    const org = new StreamingOrg(null, {}, 'Developer Edition');
    const server = await serve(org);
    for (let count = 0; count < 20; count++) await connect(server);
    const client = new CometdClient(server.port, TOKEN);
    const reply = await client.handshake();
    assert.equal(reply.error, '403::Organization concurrent user limit exceeded');
});

test('tools hear of logs and test runs on the system topics', async () => {
    const org = new StreamingOrg();
    const client = await connect(await serve(org));
    await client.subscribe('/systemTopic/TestResult', -1);
    const { systemTopics } = org.org.org.events;
    systemTopics.announce('/systemTopic/Logging', 'created', '07L000000000001AAA');
    systemTopics.announce('/systemTopic/TestResult', 'updated', '707000000000001AAA');
    const [announcement] = await client.events(1);
    assert.deepEqual(announcement, {
        event: { type: 'updated', createdDate: new Date(org.org.clock.now()).toISOString(), replayId: 2 },
        sobject: { Id: '707000000000001AAA' },
    });
});
