import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateData, VendorBackend } from '@sw-studio/vendor-api';
import { answerOf } from './support/calls.ts';

function newBackend(): VendorBackend {
    return new VendorBackend({ data: generateData({ prospects: 3, seed: 1 }) });
}

function event(key: string, more: Readonly<Record<string, unknown>> = {}) {
    return {
        idempotencyKey: key,
        object: 'Lead',
        recordId: '00Q000000000001AAA',
        operation: 'Update',
        occurredAt: '2026-03-01T10:20:30.000Z',
        ...more,
    };
}

function send(backend: VendorBackend, ...events: readonly unknown[]) {
    const { status, body } = answerOf(backend, { path: '/events', body: { events } });
    return { status, results: (body['results'] as { status: string }[]).map((result) => result.status) };
}

test('a key that was accepted before is a duplicate without effect', () => {
    const backend = newBackend();
    const favorite = event('a', { prospectId: 'prospect-1', fields: { favorite: true } });
    assert.deepEqual(send(backend, favorite), { status: 200, results: ['accepted'] });
    backend.account.change({ id: 'prospect-1', favorite: false });
    assert.deepEqual(send(backend, favorite, event('b')), { status: 200, results: ['duplicate', 'accepted'] });
    assert.equal(backend.account.prospects.get('prospect-1')?.favorite, false);
});

test('one key twice in a batch is accepted once', () => {
    assert.deepEqual(send(newBackend(), event('a'), event('a')).results, ['accepted', 'duplicate']);
});

test('an event of an unknown prospect is rejected, the others are accepted', () => {
    const answered = send(newBackend(), event('a', { prospectId: 'nobody' }), event('b', { prospectId: 'prospect-1' }));
    assert.deepEqual(answered, { status: 207, results: ['rejected', 'accepted'] });
});

test('the owner becomes the assignee where he works in the cockpit', () => {
    const backend = newBackend();
    backend.account.cockpitUsers.add('ada@example.com');
    send(backend, event('a', { prospectId: 'prospect-1', fields: { ownerEmail: 'ada@example.com' } }));
    send(backend, event('b', { prospectId: 'prospect-2', fields: { ownerEmail: 'stranger@example.com' } }));
    assert.equal(backend.account.prospects.get('prospect-1')?.assigneeEmail, 'ada@example.com');
    assert.equal(backend.account.prospects.get('prospect-2')?.assigneeEmail, undefined);
});

test('an event that changes nothing does not bring the prospect up again', () => {
    const backend = newBackend();
    const before = backend.account.prospects.get('prospect-1');
    send(backend, event('a', { prospectId: 'prospect-1', fields: { favorite: before?.favorite } }));
    assert.equal(backend.account.prospects.get('prospect-1'), before);
});

test('a cycle whose metrics are sent twice counts once', () => {
    const backend = newBackend();
    const metrics = { organizationId: '00D000000000001AAA', cycleId: 'c', steps: [] };
    answerOf(backend, { path: '/metrics', body: metrics });
    answerOf(backend, { path: '/metrics', body: { ...metrics, fullSync: true } });
    assert.deepEqual([...backend.inbox.metrics.values()], [{ ...metrics, fullSync: true }]);
});
