import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../src/runtime/collections/list.ts';
import { ApexMap } from '../../src/runtime/collections/map.ts';
import { ApexSet } from '../../src/runtime/collections/set.ts';
import { enumConstant } from '../../src/runtime/enums.ts';
import { equalsForAssertion, equalsMethod, equalsOperator, exactEquals, hashCode } from '../../src/runtime/equality.ts';
import { SObject } from '../../src/runtime/sobject/sobject.ts';
import { anyType } from '../../src/runtime/types-registry.ts';
import { ApexDate } from '../../src/runtime/values/date.ts';
import { ApexDatetime } from '../../src/runtime/values/datetime.ts';
import { Decimal } from '../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../src/runtime/values/double.ts';
import { fakeClass } from '../support/fake-class.ts';
import { account } from '../support/fake-schema.ts';

const d = (text: string): Decimal => Decimal.literal(text);
const list = (...items: unknown[]): ApexList => ApexList.of(anyType, items);

test('== compares text without case, the assertions and equals() with case', () => {
    assert.equal(equalsOperator('Abc', 'aBC'), true);
    assert.equal(equalsForAssertion('Abc', 'aBC'), false);
    assert.equal(equalsMethod('Abc', 'aBC'), false);
});

test('== compares numbers across their types, equals() does not', () => {
    for (const other of [1n, d('1.00'), new BoxedDouble(1)]) {
        assert.equal(equalsOperator(1, other), true);
        assert.equal(equalsForAssertion(1, other), true);
        assert.equal(equalsMethod(1, other), false);
    }
    assert.equal(equalsOperator(1, '1'), false);
    assert.equal(equalsOperator(d('0.1'), new BoxedDouble(0.1)), true);
});

test('== leaves the milliseconds of Datetimes out; sets and maps keep them', () => {
    const [exact, later] = [new ApexDatetime(59_000), new ApexDatetime(59_073)];
    assert.equal(equalsOperator(exact, later), true);
    assert.equal(equalsForAssertion(exact, new ApexDatetime(60_000)), false);
    assert.equal(equalsMethod(exact, later), false);
});

test('null equals null alone', () => {
    assert.equal(equalsOperator(null, null), true);
    assert.equal(equalsOperator(null, ''), false);
    assert.equal(equalsOperator(0, null), false);
});

test('collections are equal by content, lists in order', () => {
    assert.equal(equalsOperator(list(1, list('a')), list(1, list('a'))), true);
    assert.equal(equalsOperator(list(1, 2), list(2, 1)), false);
    assert.equal(equalsOperator(ApexSet.of(anyType, [1, 2]), ApexSet.of(anyType, [2, 1])), true);
    const map = (value: unknown): ApexMap => ApexMap.of(anyType, anyType, [['k', value]]);
    assert.equal(equalsOperator(map(list(1)), map(list(1))), true);
    assert.equal(equalsOperator(map(1), map(null)), false);
    assert.equal(equalsOperator(list(1), ApexSet.of(anyType, [1])), false);
});

test('records are equal when the same fields hold equal values; null and unset differ', () => {
    const record = (...values: unknown[]): SObject => {
        const made = new SObject(account);
        values.forEach((value, slot) => {
            if (value !== undefined) made.values[slot] = value;
        });
        return made;
    };
    assert.equal(equalsOperator(record(undefined, 'A', d('1.0')), record(undefined, 'A', d('1.00'))), true);
    assert.equal(equalsOperator(record(undefined, 'A', null), record(undefined, 'A')), false);
    assert.equal(hashCode(record(undefined, 'A')), hashCode(record(undefined, 'A')));
});

test('objects are equal by identity unless their class defines equals', () => {
    const plain = fakeClass('Plain').create();
    assert.equal(equalsOperator(plain, plain), true);
    assert.equal(equalsOperator(plain, fakeClass('Plain').create()), false);
    const always = fakeClass('Always', { methods: { equals: { key: 'equals$object', body: () => true } } });
    assert.equal(equalsOperator(always.create(), always.create()), true);
});

test('=== is identity for objects and value for primitives', () => {
    assert.equal(exactEquals(list(1), list(1)), false);
    assert.equal(exactEquals(d('1.0'), d('1.00')), true);
    assert.equal(exactEquals(ApexDate.of(2026, 1, 1), ApexDate.of(2026, 1, 1)), true);
    assert.equal(exactEquals('a', 'A'), false);
});

test('values of different kinds are never equal', () => {
    assert.equal(equalsMethod(d('1'), ApexDate.of(2026, 1, 1)), false);
    assert.equal(equalsMethod(enumConstant('System.LoggingLevel', 'INFO'), 'INFO'), false);
});

// numbers taken from Java's own hashCode()
test('hash codes are those of Java', () => {
    assert.equal(hashCode(''), 0);
    assert.equal(hashCode('Hello'), 69609650);
    assert.equal(hashCode('polygenelubricants'), -2147483648);
    assert.equal(hashCode(42), 42);
    assert.equal(hashCode(1n << 32n), 1);
    assert.equal(hashCode(-1n), 0);
    assert.equal(hashCode(true), 1231);
    assert.equal(hashCode(false), 1237);
    assert.equal(hashCode(null), 0);
    assert.equal(hashCode(list(1, 2)), 994);
});
