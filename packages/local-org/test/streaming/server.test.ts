import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type LocalOrgServer, startLocalOrgServer } from '../../src/http/front/start-local-org-server.ts';
import jsforce from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { CometdClient } from '../support/cometd-client.ts';
import { PubSubClient } from '../support/pub-sub-client.ts';

const SOURCE = new URL('../fixtures/jobs', import.meta.url).pathname;
const ORDERS = '/event/Order__e';

let data: string;

before(() => {
    data = mkdtempSync(path.join(tmpdir(), 'org-'));
});

after(() => rmSync(data, { recursive: true }));

function start(): Promise<LocalOrgServer> {
    return startLocalOrgServer({ data, port: 0, source: SOURCE, namespace: '', pubSubPort: 0 });
}

async function publish(server: LocalOrgServer, token: string, number: number): Promise<unknown> {
    const response = await fetch(`${server.url}/services/data/v65.0/sobjects/Order__e`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ Number__c: number }),
    });
    return response.json();
}

test('a running org serves both clients, and goes on where it stopped', async () => {
    const first = await start();
    const { accessToken } = await first.signIn();
    const streaming = new CometdClient(first.port, accessToken);
    await streaming.handshake();
    await streaming.subscribe(ORDERS);
    const pubSub = await PubSubClient.connect(first.pubSubPort ?? 0, accessToken);
    pubSub.client.subscribeFromEarliestEvent(ORDERS, pubSub.callback);
    await publish(first, accessToken, 1);
    const [heard] = await streaming.events(1);
    const [fetched] = await pubSub.events(1);
    assert.equal(heard?.payload['Number__c'], 1);
    assert.equal(fetched?.replayId, heard?.event.replayId);
    await streaming.disconnect();
    await publish(first, accessToken, 2);
    await first.stop();
    await pubSub.close();

    const second = await start();
    const again = new CometdClient(second.port, accessToken);
    await again.handshake();
    await again.subscribe(ORDERS, heard?.event.replayId ?? 0);
    await publish(second, accessToken, 3);
    assert.deepEqual(
        (await again.events(2)).map(({ payload }) => payload['Number__c']),
        [2, 3],
    );
    await again.disconnect();
    await second.stop();
});

test('a port of the Pub/Sub API that is taken is said in one sentence', async () => {
    const first = await startLocalOrgServer({ data: null, port: 0, pubSubPort: 0 });
    const pubSubPort = first.pubSubPort ?? 0;
    await assert.rejects(startLocalOrgServer({ data: null, port: 0, pubSubPort }), {
        code: 'PORT_IN_USE',
        message: `Port ${pubSubPort} of 127.0.0.1 is taken by another program.`,
    });
    await first.stop();
});

test('jsforce hears events too, replayed and new', async () => {
    const server = await startLocalOrgServer({ data: null, port: 0, source: SOURCE, namespace: '' });
    const { accessToken } = await server.signIn();
    await publish(server, accessToken, 1);
    const connection = new jsforce.Connection({ instanceUrl: server.url, accessToken, version: '65.0' });
    const client = connection.streaming.createClient([new StreamingExtension.Replay(ORDERS, -2)]);
    const heard: unknown[] = [];
    const hearing = new Promise<void>((resolve) => {
        void client.subscribe(ORDERS, (message: { payload: { Number__c: number } }) => {
            heard.push(message.payload.Number__c);
            if (heard.length === 1) void publish(server, accessToken, 2);
            else resolve();
        });
    });
    await hearing;
    assert.deepEqual(heard, [1, 2]);
    await (client as unknown as { disconnect(): Promise<void> }).disconnect();
    await server.stop();
});
