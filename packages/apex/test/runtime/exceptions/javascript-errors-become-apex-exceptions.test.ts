import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    AssertionError,
    isUncatchable,
    LimitError,
    newApexException,
    translateThrown,
    translateUncaught,
    UncatchableError,
} from '../../../src/runtime/exceptions.ts';

function thrownBy(action: () => unknown): unknown {
    try {
        action();
    } catch (thrown) {
        return thrown;
    }
    return undefined;
}

const nothing = null as unknown as { name: string; method(): void };

test('reading, calling and writing members of null is a NullPointerException', () => {
    const actions = [
        () => nothing.name,
        () => nothing.method(),
        () => {
            nothing.name = 'x';
        },
    ];
    for (const action of actions) {
        const exception = translateThrown(thrownBy(action));
        assert.equal(exception.tostring$(), 'System.NullPointerException: Attempt to de-reference a null object');
    }
});

test('undefined is not null: it can only be a defect of the runtime, which no Apex catch may hide', () => {
    const defect = thrownBy(() => (undefined as unknown as { name: string }).name);
    assert.equal(translateUncaught(defect), defect);
    assert.throws(() => translateThrown(defect), TypeError);
    assert.ok(isUncatchable(defect));
});

test('a stack overflow is a limit of the platform and cannot be caught', () => {
    const overflow = (): number => overflow() + 1;
    const limit = translateUncaught(thrownBy(overflow));
    assert.ok(limit instanceof LimitError);
    assert.equal(limit.exception.tostring$(), 'System.LimitException: Maximum stack depth reached: 1001');
});

test('limit errors and failed assertions pass through catch blocks', () => {
    for (const error of [new LimitError('Too many SOQL queries: 101'), new AssertionError('Assertion Failed')]) {
        assert.ok(error instanceof UncatchableError);
        assert.ok(isUncatchable(error));
        assert.throws(() => translateThrown(error), error);
    }
});

test('Apex exceptions stay what they are', () => {
    const exception = newApexException('System.MathException', 'Divide by 0');
    assert.equal(translateThrown(exception), exception);
    assert.ok(!isUncatchable(exception));
});
