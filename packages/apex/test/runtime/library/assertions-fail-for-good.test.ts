import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexType } from '../../../src/runtime/apex-type.ts';
import { AssertionError } from '../../../src/runtime/exceptions.ts';
import { primitiveType } from '../../../src/runtime/types-registry.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';

beforeEach(() => beginTransaction());

function failureOf(type: string, signature: string, ...values: unknown[]): string {
    try {
        callStatic(type, signature, ...values);
    } catch (thrown) {
        assert.ok(thrown instanceof AssertionError, 'no Apex catch may hold it');
        return thrown.exception.getmessage$() ?? '';
    }
    return 'passed';
}

const system = (signature: string, ...values: unknown[]): string => failureOf('System.System', signature, ...values);
const inAssert = (signature: string, ...values: unknown[]): string => failureOf('System.Assert', signature, ...values);

test('the messages of System.assert and its like', () => {
    assert.equal(system('Assert(Boolean)', false), 'Assertion Failed');
    assert.equal(system('Assert(Boolean,Object)', false, 'why'), 'Assertion Failed: why');
    assert.equal(system('assertEquals(Object,Object)', 1, 2), 'Assertion Failed: Expected: 1, Actual: 2');
    assert.equal(
        system('assertEquals(Object,Object,Object)', 'a', null, 'why'),
        'Assertion Failed: why: Expected: a, Actual: null',
    );
    assert.equal(system('assertNotEquals(Object,Object)', 1, 1), 'Assertion Failed: Same value: 1');
});

test('numbers of different types are equal, text of different case is not', () => {
    assert.equal(system('assertEquals(Object,Object)', 5, Decimal.literal('5.00')), 'passed');
    assert.equal(inAssert('areEqual(Object,Object)', 'a', 'A'), 'Assertion Failed: Expected: a, Actual: A');
});

test('null is neither true nor false', () => {
    assert.equal(inAssert('isTrue(Boolean)', null), 'Assertion Failed');
    assert.equal(inAssert('isFalse(Boolean,String)', null, 'why'), 'Assertion Failed: why');
});

test('null checks, instance checks and fail', () => {
    assert.equal(inAssert('isNull(Object)', null), 'passed');
    assert.notEqual(inAssert('isNull(Object)', 1), 'passed');
    assert.notEqual(inAssert('isNotNull(Object)', null), 'passed');
    const text = ApexType.of(primitiveType('String'));
    assert.equal(inAssert('isInstanceOfType(Object,Type)', 'a', text), 'passed');
    assert.notEqual(inAssert('isInstanceOfType(Object,Type)', 1, text), 'passed');
    assert.equal(inAssert('isNotInstanceOfType(Object,Type)', null, text), 'passed');
    assert.equal(inAssert('fail(String)', 'here'), 'Assertion Failed: here');
});
