import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { ApexMap } from '../../../src/runtime/collections/map.ts';
import { ApexSet } from '../../../src/runtime/collections/set.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { anyType, primitiveType, sobjectType } from '../../../src/runtime/types-registry.ts';
import { ApexDate } from '../../../src/runtime/values/date.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../../src/runtime/values/double.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { ACCOUNT_ID, account } from '../../support/fake-schema.ts';
import { callMethod, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const setOf = (...values: unknown[]): ApexSet => ApexSet.of(anyType, values);

test('text is told apart by case and from numbers of the same digits', () => {
    assert.equal(setOf('a', 'A', '1', 1, 1n).size(), 5);
});

test('values are one key when they are equal', () => {
    assert.equal(setOf(Decimal.literal('1.0'), Decimal.literal('1.00')).size(), 1);
    assert.equal(setOf(new BoxedDouble(1.5), new BoxedDouble(1.5)).size(), 1);
    assert.equal(setOf(ApexDate.of(2026, 3, 1), ApexDate.of(2026, 3, 1)).size(), 1);
    assert.equal(setOf(setOf(1, 2), setOf(2, 1)).size(), 1);
    assert.equal(setOf(ApexList.of(anyType, [1, 2]), ApexList.of(anyType, [2, 1])).size(), 2);
});

test('null is a key', () => {
    const map = ApexMap.of(anyType, anyType, [[null, 'x']]);
    assert.equal(map.get(null), 'x');
    assert.equal(map.containsKey(null), true);
});

test('objects are keys by their own equals and hashCode, else by identity', () => {
    const point = fakeClass('Point', {
        fields: { x: {} },
        methods: {
            equals: {
                key: 'equals$object',
                body(other) {
                    return (other as { x: unknown }).x === this['x'];
                },
            },
            hashCode: { key: 'hashcode$', body: () => 7 },
        },
    });
    const plain = fakeClass('Plain', { fields: { x: {} } });
    assert.equal(setOf(point.create({ x: 1 }), point.create({ x: 1 }), point.create({ x: 2 })).size(), 2);
    assert.equal(setOf(plain.create({ x: 1 }), plain.create({ x: 1 })).size(), 2);
});

test('records are keys by their fields, and one that changes afterwards is not found', () => {
    const record = (name: string): SObject => {
        const made = new SObject(account);
        made.values[1] = name;
        return made;
    };
    const acme = record('Acme');
    const set = setOf(acme, record('Acme'), record('Globex'));
    assert.equal(set.size(), 2);
    acme.values[1] = 'Changed';
    assert.equal(set.contains(acme), false);
    assert.equal(set.values()[0], acme);
});

test('removing one of several objects with the same hash leaves the others', () => {
    const collide = fakeClass('Collide', {
        fields: { x: {} },
        methods: {
            equals: {
                key: 'equals$object',
                body(other) {
                    return (other as { x: unknown }).x === this['x'];
                },
            },
            hashCode: { key: 'hashcode$', body: () => 1 },
        },
    });
    const [a, b, c] = [1, 2, 3].map((x) => collide.create({ x }));
    const set = setOf(a, b, c);
    assert.equal(set.remove(collide.create({ x: 2 })), true);
    assert.equal(set.remove(collide.create({ x: 2 })), false);
    assert.deepEqual(set.values(), [a, c]);
});

test('a put under an equal key keeps the place and the key object', () => {
    const [first, second] = [Decimal.literal('1.0'), Decimal.literal('1.00')];
    const map = ApexMap.of(anyType, anyType, [
        [first, 'a'],
        ['other', 'b'],
    ]);
    assert.equal(map.put(second, 'c'), 'a');
    assert.deepEqual([...map.store.entries.keys()], [first, 'other']);
});

test('what is taken from the key set is taken from the map', () => {
    const text = primitiveType('String');
    const map = ApexMap.of(text, text, [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
    ]);
    map.keySet().removeAll(ApexSet.of(text, ['b']));
    map.keySet().retainAll(ApexList.of(text, ['c']));
    assert.deepEqual(map.values().items, ['3']);
});

test('set operations tell whether they changed the set', () => {
    const set = setOf(1, 2, 3);
    assert.equal(set.addAll(setOf(3)), false);
    assert.equal(set.removeAll(ApexList.of(anyType, [9])), false);
    assert.equal(set.retainAll(setOf(1, 2)), true);
    assert.equal(set.containsAll(ApexList.of(anyType, [2, 1])), true);
    assert.deepEqual(set.values(), [1, 2]);
});

test('a map of records is keyed by their ids, which each must have', () => {
    const saved = new SObject(account);
    saved.values[0] = ACCOUNT_ID;
    const types = [primitiveType('Id'), sobjectType('Account')];
    const list = (...items: SObject[]): ApexList => ApexList.of(sobjectType('Account'), items);
    const map = construct('System.Map', 'new(List<SObject>)', ...types, list(saved)) as ApexMap;
    assert.equal(map.get(ACCOUNT_ID), saved);
    assert.equal(
        apexErrorOf(() => construct('System.Map', 'new(List<SObject>)', ...types, list(saved, new SObject(account)))),
        'System.ListException: Row with null Id at index: 1',
    );
    const twice = new ApexMap(primitiveType('Id'), sobjectType('Account'));
    assert.equal(
        apexErrorOf(() => callMethod(twice, 'System.Map', 'putAll(List<SObject>)', list(saved, saved))),
        'System.ListException: Row with duplicate Id at index: 1',
    );
});
