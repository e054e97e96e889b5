import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { EnqueueOptions } from '../../../src/runtime/services.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const calls: unknown[][] = [];

beforeEach(() => {
    calls.length = 0;
    const answer = (id: string) =>
        function* (...values: unknown[]) {
            calls.push(values);
            yield { kind: 'enqueue' as const, detail: id };
            return id;
        };
    beginTransaction({
        services: {
            jobs: {
                enqueue: answer('707000000000001AAA'),
                schedule: answer('08e000000000001AAA'),
                scheduleBatch: answer('08e000000000002AAA'),
                executeBatch: answer('707000000000002AAA'),
                asyncInfo: () => ({ stackDepth: 2, maximumStackDepth: null, delayMinutes: 5 }),
            },
        },
    });
});

const job = {};
const BUILDER = 'System.QueueableDuplicateSignature.Builder';

test('a queueable is enqueued plainly, with a delay, or with options', () => {
    assert.equal(callStatic('System.System', 'enqueueJob(Object)', job), '707000000000001AAA');
    callStatic('System.System', 'enqueueJob(Object,Integer)', job, 3);
    const options = construct('System.AsyncOptions', 'new()') as DataObject;
    options.set('MaximumQueueableStackDepth', 10);
    const builder = construct(BUILDER, 'new()');
    callMethod(builder, BUILDER, 'addString(String)', 'SYNC');
    options.set('DuplicateSignature', callMethod(builder, BUILDER, 'build()'));
    callStatic('System.System', 'enqueueJob(Object,AsyncOptions)', job, options);
    const [plain, delayed, withOptions] = calls.map((call) => call[1] as EnqueueOptions | null);
    assert.equal(plain, null);
    assert.equal(delayed?.delayMinutes, 3);
    assert.deepEqual([withOptions?.maximumStackDepth, withOptions?.delayMinutes], [10, null]);
    assert.equal(withOptions?.duplicateSignature, 'string:"SYNC"');
});

test('signatures tell text, ids and numbers apart and have a limited size', () => {
    const text = (signature: string, value: unknown): string => {
        const builder = construct(BUILDER, 'new()');
        callMethod(builder, BUILDER, signature, value);
        return String(callMethod(builder, BUILDER, 'build()'));
    };
    assert.notEqual(text('addString(String)', '1'), text('addInteger(Integer)', 1));
    const builder = construct(BUILDER, 'new()');
    callMethod(builder, BUILDER, 'addString(String)', 'x'.repeat(30));
    assert.equal(callMethod(builder, BUILDER, 'getRemainingSize()'), 2);
    assert.match(
        apexErrorOf(() => callMethod(builder, BUILDER, 'addInteger(Integer)', 1)),
        /^System.IllegalArgumentException/,
    );
});

test('batches and schedules are passed on, with the scope where one is given', () => {
    callStatic('System.Database', 'executeBatch(Object)', job);
    callStatic('System.Database', 'executeBatch(Object,Integer)', job, 50);
    callStatic('System.System', 'schedule(String,String,Object)', 'Watcher', '0 0 * * * ?', job);
    callStatic('System.System', 'scheduleBatch(Object,String,Integer)', job, 'later', 10);
    assert.deepEqual(calls, [
        [job, null],
        [job, 50],
        ['Watcher', '0 0 * * * ?', job],
        [job, 'later', 10, 200],
    ]);
});

test('AsyncInfo tells about the running queueable', () => {
    assert.equal(callStatic('System.AsyncInfo', 'getCurrentQueueableStackDepth()'), 2);
    assert.equal(callStatic('System.AsyncInfo', 'hasMaxStackDepth()'), false);
    assert.equal(callStatic('System.AsyncInfo', 'getMinimumQueueableDelayInMinutes()'), 5);
});

test('a null job is a null dereference', () => {
    assert.match(
        apexErrorOf(() => callStatic('System.System', 'enqueueJob(Object)', null)),
        /^System.NullPointerException/,
    );
});
