import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateData, VendorServer } from '@sw-studio/vendor-api';

const HEADERS = { authorization: 'Bearer reference-token' };

async function startServer(): Promise<VendorServer & AsyncDisposable> {
    const server = await VendorServer.start({ data: generateData({ prospects: 3, seed: 1 }) });
    return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}

async function control(server: VendorServer, method: string, path: string, body?: unknown) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${server.controlUrl}${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('faults are asked for and taken back while it runs', async () => {
    await using server = await startServer();
    const rules = [{ fault: { kind: 'status', status: 429, retryAfterSeconds: 9 } }];
    assert.deepEqual((await control(server, 'PUT', '/faults', { rules })).body, { rules });
    const throttled = await fetch(`${server.url}/token`, { headers: HEADERS });
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, '9']);
    await control(server, 'DELETE', '/faults');
    assert.equal((await fetch(`${server.url}/token`, { headers: HEADERS })).status, 200);
});

test('a fault that there is not is refused', async () => {
    await using server = await startServer();
    const { status, body } = await control(server, 'PUT', '/faults', { rules: [{ fault: { kind: 'flood' } }] });
    assert.deepEqual([status, body['code']], [400, 'REQUEST_INVALID']);
});

test('a cut connection ends in the middle of the answer', async () => {
    await using server = await startServer();
    await control(server, 'PUT', '/faults', { rules: [{ fault: { kind: 'cut' } }] });
    const response = await fetch(`${server.url}/prospects`, { headers: HEADERS });
    await assert.rejects(response.text());
});

test('a silent call hears nothing until the server closes', async () => {
    const server = await startServer();
    await control(server, 'PUT', '/faults', { rules: [{ fault: { kind: 'silence' } }] });
    const call = fetch(`${server.url}/token`, { headers: HEADERS }).then(
        () => 'answered',
        () => 'cut',
    );
    while ((await received(server))['checkToken'] !== 1);
    await server.close();
    assert.equal(await call, 'cut');
});

test('prospects change, and are forgotten, on demand', async () => {
    await using server = await startServer();
    await control(server, 'PATCH', '/prospects', { changes: [{ id: 'prospect-2', favorite: true }, { id: 'new' }] });
    await control(server, 'POST', '/prospects/forget', { ids: ['prospect-1', 'nobody'] });
    const { prospects } = server.backend.account;
    assert.deepEqual(
        [...prospects].map(({ id }) => id),
        ['prospect-3', 'prospect-2', 'new'],
    );
    assert.equal(prospects.get('prospect-2')?.favorite, true);
});

test('another token can be made the valid one', async () => {
    await using server = await startServer();
    await control(server, 'PUT', '/token', { token: 'fresh' });
    assert.equal((await fetch(`${server.url}/token`, { headers: HEADERS })).status, 401);
    assert.equal((await fetch(`${server.url}/token`, { headers: { authorization: 'Bearer fresh' } })).status, 200);
});

async function received(server: VendorServer): Promise<Record<string, unknown>> {
    return (await control(server, 'GET', '/received')).body['calls'] as Record<string, unknown>;
}
