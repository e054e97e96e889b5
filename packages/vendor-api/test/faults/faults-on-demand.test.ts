import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, type FaultRule, generateData, VendorBackend } from '@sw-studio/vendor-api';
import { answerOf, type Call, outcomeOf } from '../support/calls.ts';

const TOKEN: Call = { path: '/token' };
const PROSPECTS: Call = { path: '/prospects' };

function withFaults(rules: readonly FaultRule[], seed?: number): VendorBackend {
    const backend = new VendorBackend({ data: generateData({ prospects: 3, seed: 1 }) });
    backend.faults.set(rules, seed);
    return backend;
}

function event(key: string) {
    return {
        idempotencyKey: key,
        object: 'Lead',
        recordId: '00Q000000000001AAA',
        operation: 'Update',
        occurredAt: '2026-03-01T10:20:30.000Z',
    };
}

for (const status of [401, 403, 429, 500]) {
    test(`${status} is answered in the shape of errors`, () => {
        const backend = withFaults([{ fault: { kind: 'status', status, retryAfterSeconds: 30 } }]);
        const answer = answerOf(backend, TOKEN);
        assert.equal(answer.status, status);
        assert.equal(answer.headers['retry-after'], '30');
    });
}

test('malformed JSON keeps the status and breaks off', () => {
    const outcome = outcomeOf(withFaults([{ fault: { kind: 'malformed-json' } }]), PROSPECTS);
    assert.equal(outcome.kind, 'answer');
    assert.throws(() => JSON.parse(outcome.kind === 'answer' ? outcome.answer.body : '{}'), SyntaxError);
});

test('a damaged item leaves the others as they are', () => {
    const backend = withFaults([{ fault: { kind: 'damaged-item' } }]);
    const outcome = outcomeOf(backend, PROSPECTS);
    if (outcome.kind !== 'answer') throw new TypeError('No answer came.');
    const { items } = JSON.parse(outcome.answer.body) as { items: { updatedAt: string }[] };
    assert.deepEqual(
        items.map(({ updatedAt }) => Number.isNaN(Date.parse(updatedAt))),
        [true, false, false],
    );
});

test('partial results answer 207, and the failed events may come again', () => {
    const backend = withFaults([{ fault: { kind: 'partial-results', share: 0.5 }, times: 1 }]);
    const call: Call = { path: '/events', body: { events: [event('a'), event('b')] } };
    const first = answerOf(backend, call);
    assert.equal(first.status, 207);
    assert.deepEqual(
        (first.body['results'] as { status: string }[]).map(({ status }) => status),
        ['accepted', 'failed'],
    );
    const second = answerOf(backend, call);
    assert.deepEqual(
        (second.body['results'] as { status: string }[]).map(({ status }) => status),
        ['duplicate', 'accepted'],
    );
});

test('silence may come before or after the effect', () => {
    const call: Call = { path: '/events', body: { events: [event('a')] } };
    for (const afterEffect of [false, true]) {
        const backend = withFaults([{ fault: { kind: 'silence', afterEffect } }]);
        assert.equal(outcomeOf(backend, call).kind, 'silence');
        assert.equal(backend.inbox.events.has('a'), afterEffect);
    }
});

test('latencies add up, and come before another fault', () => {
    const late: Fault = { kind: 'latency', milliseconds: 40 };
    const backend = withFaults([{ fault: late }, { fault: late }, { fault: { kind: 'cut' } }]);
    const outcome = outcomeOf(backend, TOKEN);
    assert.equal(outcome.kind, 'cut');
    assert.equal(outcome.kind === 'cut' && outcome.afterMilliseconds, 80);
});

test('a rule strikes where and as often as it says', () => {
    const fault: Fault = { kind: 'status', status: 500 };
    const backend = withFaults([{ fault, operations: ['checkToken'], skip: 1, times: 2 }]);
    const statuses = Array.from({ length: 5 }, () => answerOf(backend, TOKEN).status);
    assert.deepEqual(statuses, [200, 500, 500, 200, 200]);
    assert.equal(answerOf(backend, PROSPECTS).status, 200);
});

test('a probability strikes the same calls under the same seed', () => {
    const rules: FaultRule[] = [{ fault: { kind: 'status', status: 500 }, probability: 0.3 }];
    const run = (seed: number) => {
        const backend = withFaults(rules, seed);
        return Array.from({ length: 200 }, () => answerOf(backend, TOKEN).status === 500);
    };
    const struck = run(5);
    assert.deepEqual(run(5), struck);
    assert.notDeepEqual(run(6), struck);
    const share = struck.filter(Boolean).length / struck.length;
    assert.ok(share > 0.2 && share < 0.4, `${share}`);
});
