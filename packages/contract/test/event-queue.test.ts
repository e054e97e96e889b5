import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { EventsReply, QueuedEvent, QueueState, UpkeepReply } from '../src/index.ts';
import { compileSchemas } from './schemas.ts';

const schemas = compileSchemas();
const CLASSES = new URL('../../../force-app/main/default/classes/', import.meta.url);

const WAITING: QueuedEvent = {
    id: 'a00000000000001AAA',
    name: 'EQ-0000000001',
    objectName: 'Lead',
    recordId: '00Q000000000001AAA',
    operation: 'Update',
    handler: 'SalesWings',
    status: 'Pending',
    priority: 5,
    attempts: 0,
    createdAt: '2026-03-01T10:00:00.000Z',
    idempotencyKey: 'c0ffee',
};

function valid(schema: string, value: unknown): boolean {
    return schemas.get(schema)?.(value) === true;
}

test('a dead event says when and why it was given up', () => {
    const page: EventsReply = { events: [WAITING] };
    assert.equal(valid('events', page), true);
    assert.equal(valid('events', { events: [{ ...WAITING, status: 'Dead' }] }), false);
    const dead = { deadAt: WAITING.createdAt, errorKind: 'Permanent', errorCode: 'UNKNOWN_FIELD', error: 'no' };
    assert.equal(valid('events', { events: [{ ...WAITING, status: 'Dead', ...dead }] }), true);
});

test('an open breaker says when it is tried again', () => {
    const queue: QueueState = { pending: 1, retrying: 0, dead: 0, oldestAgeSeconds: 4, worker: 'Idle' };
    assert.equal(valid('queue-state', { ...queue, breaker: { state: 'Closed', failures: 0 } }), true);
    assert.equal(valid('queue-state', { ...queue, breaker: { state: 'Open', failures: 5 } }), false);
});

test('what links do has the id of a job', () => {
    const reply: UpkeepReply = { count: 10_000, dryRun: false, id: '707000000000001AAA' };
    assert.equal(valid('upkeep', reply), true);
    assert.equal(valid('upkeep', { ...reply, id: 'soon' }), false);
});

test('the DTO classes of Apex have the fields of the contract', () => {
    const fields = (path: string): Set<string> => {
        const source = readFileSync(new URL(path, CLASSES), 'utf8');
        const declared = source.matchAll(/^ {4}(?:public|global) (?!static)[\w<>.]+ (\w+)(?: =[^;]+)?(?:;| \{ get)/gm);
        return new Set([...declared].map(([, name]) => name!));
    };
    const properties = (schema: string, definition?: string): Set<string> => {
        const text = readFileSync(new URL(`../schemas/${schema}.json`, import.meta.url), 'utf8');
        const document = JSON.parse(text) as Described;
        return new Set(Object.keys((definition === undefined ? document : document.$defs[definition]!).properties));
    };
    assert.deepEqual(fields('event-queue/EventSummary.cls'), properties('events', 'event'));
    assert.deepEqual(fields('event-queue/EventsReply.cls'), properties('events'));
    assert.deepEqual(fields('event-queue/QueueStatsReply.cls'), properties('queue-stats'));
    assert.deepEqual(fields('event-queue/rest/EnqueueReply.cls'), properties('enqueue'));
    assert.deepEqual(fields('event-queue/UpkeepReply.cls'), properties('upkeep'));
});

interface Described {
    readonly properties: object;
    readonly $defs: Readonly<Record<string, { readonly properties: object }>>;
}
