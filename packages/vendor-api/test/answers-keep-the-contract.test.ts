import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateData, VENDOR_CONTRACT, VendorServer } from '@sw-studio/vendor-api';
import { assertContract, type Call } from './support/calls.ts';

const EVENT = {
    idempotencyKey: 'key-1',
    object: 'Lead',
    recordId: '00Q000000000001AAA',
    operation: 'Update',
    occurredAt: '2026-03-01T10:20:30.000Z',
};
const METRICS = {
    organizationId: '00D000000000001AAA',
    cycleId: 'cycle-1',
    steps: [{ name: 'GetTags', status: 'Completed', examined: 1, changed: 1, failed: 0 }],
};
const LINE = { level: 'WARN', className: 'GetTags', message: 'late', loggedAt: '2026-03-01T10:20:30.000Z' };

/** One good call of each operation. */
const GOOD: Readonly<Record<string, Call>> = {
    checkToken: { path: '/token' },
    listTags: { path: '/tags', query: { limit: '3' } },
    listScores: { path: '/scores', query: { limit: '3' } },
    listChangedProspects: { path: '/prospects', query: { limit: '3' } },
    lookUpProspects: { path: '/prospects/lookup', body: { ids: ['prospect-1'], emails: ['PROSPECT-2@example.com'] } },
    listChangedActivities: { path: '/prospects/pages', query: { limit: '3' } },
    sendEvents: { path: '/events', body: { events: [EVENT] } },
    sendMetrics: { path: '/metrics', body: METRICS },
    sendLogLines: { path: '/logs', body: { lines: [LINE] } },
};

const BAD: readonly (readonly [number, Call])[] = [
    [400, { path: '/prospects', query: { limit: '0' } }],
    [400, { path: '/prospects', query: { limit: '1001' } }],
    [400, { path: '/prospects', query: { limit: 'many' } }],
    [400, { path: '/prospects', query: { cursor: 'no-cursor' } }],
    [400, { path: '/tags', query: { limit: '0' } }],
    [400, { path: '/scores', query: { cursor: 'no-cursor' } }],
    [400, { path: '/prospects/lookup', body: { emails: Array.from({ length: 201 }, (_, at) => `${at}@example.com`) } }],
    [400, { path: '/prospects/lookup', body: '{"ids"' }],
    [400, { path: '/events', body: { events: [] } }],
    [400, { path: '/events', body: { events: [{ ...EVENT, recordId: 'short' }] } }],
    [413, { path: '/events', body: { events: Array.from({ length: 201 }, () => EVENT) } }],
    [400, { path: '/metrics', body: { ...METRICS, organizationId: 'none' } }],
    [400, { path: '/logs', body: { lines: [{ ...LINE, level: 'LOUD' }] } }],
];

async function startServer(): Promise<VendorServer & AsyncDisposable> {
    const server = await VendorServer.start({ data: generateData({ prospects: 10, seed: 1, pagesEach: 2 }) });
    return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}

async function call(server: VendorServer, { method, path, query, body, token }: Call) {
    const response = await fetch(`${server.url}${path}?${new URLSearchParams(query).toString()}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { authorization: `Bearer ${token ?? server.backend.token}` },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
}

test('every operation answers as the contract says', async () => {
    await using server = await startServer();
    assert.deepEqual(Object.keys(GOOD).sort(), VENDOR_CONTRACT.operations.map(({ id }) => id).sort());
    for (const [id, good] of Object.entries(GOOD)) {
        const { status, body, headers } = await call(server, good);
        assert.equal(status, 200, id);
        assert.match(headers.get('content-type') ?? '', /^application\/json/);
        assertContract(good, status, body);
    }
});

test('no operation answers without the token', async () => {
    await using server = await startServer();
    for (const good of Object.values(GOOD)) {
        const { status, body } = await call(server, { ...good, token: 'another' });
        assert.equal(status, 401);
        assertContract(good, status, body);
    }
});

test('what the contract does not allow is refused in the shape of errors', async () => {
    await using server = await startServer();
    for (const [expected, bad] of BAD) {
        const { status, body } = await call(server, bad);
        assert.equal(status, expected, JSON.stringify(bad).slice(0, 120));
        assertContract(bad, status, body);
    }
});

test('an unknown path is 404, and a wrong verb 405', async () => {
    await using server = await startServer();
    assert.equal((await call(server, { path: '/leads' })).status, 404);
    assert.equal((await call(server, { path: '/tags', method: 'DELETE' })).status, 405);
});

test('it listens on loopback alone', async () => {
    await using server = await startServer();
    assert.equal(new URL(server.url).hostname, '127.0.0.1');
    assert.equal(new URL(server.controlUrl).hostname, '127.0.0.1');
});
