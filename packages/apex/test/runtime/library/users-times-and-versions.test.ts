import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { beginTransaction, type FakeTransaction, NOW } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { enumConstant } from '../../../src/runtime/enums.ts';

let transaction: FakeTransaction;
beforeEach(() => {
    transaction = beginTransaction();
});

test('UserInfo tells about the running user', () => {
    assert.equal(callStatic('System.UserInfo', 'getName()'), 'Ada Lovelace');
    assert.equal(callStatic('System.UserInfo', 'getUserName()'), 'ada@example.com');
    assert.equal(callStatic('System.UserInfo', 'getUserRoleId()'), null);
});

test('now is the transaction’s clock, today the user’s day', () => {
    assert.equal(callStatic('System.System', 'currentTimeMillis()'), BigInt(NOW));
    assert.equal(apexToString(callStatic('System.System', 'today()')), '2026-03-01 00:00:00');
    Object.assign(transaction, { now: () => Date.UTC(2026, 2, 1, 7, 59) });
    assert.equal(apexToString(callStatic('System.System', 'today()')), '2026-02-28 00:00:00');
});

test('debug prints the value with its level', () => {
    callStatic('System.System', 'debug(Object)', 5);
    callStatic('System.System', 'debug(LoggingLevel,Object)', enumConstant('System.LoggingLevel', 'WARN'), 'careful');
    assert.deepEqual(transaction.log, ['DEBUG 5', 'WARN careful']);
});

test('code that is no request of its own is neither batch nor future', () => {
    for (const name of ['isBatch()', 'isFuture()', 'isQueueable()', 'isScheduled()']) {
        assert.equal(callStatic('System.System', name), false);
    }
});

test('versions compare part by part; one without a patch equals all its patches', () => {
    const version = (...parts: number[]): unknown =>
        construct(
            'System.Version',
            parts.length === 2 ? 'new(Integer,Integer)' : 'new(Integer,Integer,Integer)',
            ...parts,
        );
    const compare = (left: unknown, right: unknown): unknown =>
        callMethod(left, 'System.Version', 'compareTo(Version)', right);
    assert.equal(compare(version(1, 2), version(1, 10)), -1);
    assert.equal(compare(version(2, 0), version(1, 10)), 1);
    assert.equal(compare(version(1, 2), version(1, 2, 9)), 0);
    assert.equal(compare(version(1, 2, 3), version(1, 2, 9)), -1);
});

test('labels are looked up in their namespace', () => {
    transaction.schema.labels.set('ns.Greeting', 'Hello');
    assert.equal(callStatic('System.Label', 'get(String,String)', 'ns', 'Greeting'), 'Hello');
    assert.match(
        apexErrorOf(() => callStatic('System.Label', 'get(String,String)', '', 'Greeting')),
        /^System.IllegalArgumentException/,
    );
});
