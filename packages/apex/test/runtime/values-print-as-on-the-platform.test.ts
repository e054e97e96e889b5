import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../src/runtime/collections/list.ts';
import { ApexMap } from '../../src/runtime/collections/map.ts';
import { ApexSet } from '../../src/runtime/collections/set.ts';
import { enumConstant } from '../../src/runtime/enums.ts';
import { newApexException } from '../../src/runtime/exceptions.ts';
import { SObject } from '../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../src/runtime/to-string.ts';
import { anyType, primitiveType } from '../../src/runtime/types-registry.ts';
import { ApexBlob } from '../../src/runtime/values/blob.ts';
import { ApexDate } from '../../src/runtime/values/date.ts';
import { Decimal } from '../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../src/runtime/values/double.ts';
import { fakeClass } from '../support/fake-class.ts';
import { ACCOUNT_ID, account, contact } from '../support/fake-schema.ts';

const list = (...items: unknown[]): ApexList => ApexList.of(anyType, items);

test('primitives', () => {
    assert.equal(apexToString(null), 'null');
    assert.equal(apexToString('text'), 'text');
    assert.equal(apexToString(-5), '-5');
    assert.equal(apexToString(5000000000n), '5000000000');
    assert.equal(apexToString(true), 'true');
    assert.equal(apexToString(new BoxedDouble(2)), '2.0');
    assert.equal(apexToString(Decimal.literal('1.50')), '1.50');
    assert.equal(apexToString(ApexDate.of(2020, 1, 1)), '2020-01-01 00:00:00');
    assert.equal(apexToString(ApexBlob.ofText('abc')), 'Blob[3]');
    assert.equal(apexToString(enumConstant('System.LoggingLevel', 'FINE')), 'FINE');
});

test('collections, the first ten elements of them', () => {
    assert.equal(apexToString(list(1, null, 'a')), '(1, null, a)');
    assert.equal(apexToString(ApexSet.of(anyType, ['x', 'y'])), '{x, y}');
    assert.equal(apexToString(ApexMap.of(anyType, anyType, [['k', list(1)]])), '{k=(1)}');
    assert.equal(apexToString(list()), '()');
    const eleven = Array.from({ length: 11 }, (_, index) => index);
    assert.equal(apexToString(list(...eleven)), '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
});

test('records show what they hold, parents included', () => {
    const parent = new SObject(account);
    parent.values[1] = 'Acme';
    const record = new SObject(contact);
    record.values[0] = '003000000000001AAA';
    record.values[2] = ACCOUNT_ID;
    record.parents = new Map([['account', parent]]);
    assert.equal(
        apexToString(record),
        `Contact:{Id=003000000000001AAA, AccountId=${ACCOUNT_ID}, Account=Account:{Name=Acme}}`,
    );
});

test('objects show their fields, inherited ones first, under the simple name of their class', () => {
    const base = fakeClass('Base', { fields: { id: { initial: 7 } } });
    const inner = fakeClass('Outer.Inner', {
        superclass: base,
        fields: { name: {}, tags: { initial: list('a') }, rate: { type: primitiveType('Double') } },
    });
    assert.equal(apexToString(inner.create({ name: 'n', rate: 2 })), 'Inner:[id=7, name=n, tags=(a), rate=2.0]');
});

test('a toString of the class is used, wherever the object stands', () => {
    const named = fakeClass('Named', { methods: { toString: { key: 'tostring$', body: () => 'my name' } } });
    assert.equal(apexToString(list(named.create())), '(my name)');
});

test('an object inside itself is printed once', () => {
    const node = fakeClass('Node', { fields: { next: {} } });
    const first = node.create();
    first['next'] = node.create({ next: first });
    assert.equal(apexToString(first), 'Node:[next=Node:[next=(already output)]]');
    const self = list();
    self.items.push(self);
    assert.equal(apexToString(self), '((already output))');
});

test('exceptions show type and message', () => {
    assert.equal(
        apexToString(newApexException('System.MathException', 'Divide by 0')),
        'System.MathException: Divide by 0',
    );
});
