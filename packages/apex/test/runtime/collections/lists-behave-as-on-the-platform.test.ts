import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { ApexSet } from '../../../src/runtime/collections/set.ts';
import { anyType, primitiveType } from '../../../src/runtime/types-registry.ts';
import { callMethod } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const integers = (...items: unknown[]): ApexList => ApexList.of(primitiveType('Integer'), items);

test('an index outside of the list is a ListException', () => {
    const list = integers(1, 2);
    const message = 'System.ListException: List index out of bounds: ';
    assert.equal(
        apexErrorOf(() => list.get(2)),
        `${message}2`,
    );
    assert.equal(
        apexErrorOf(() => list.get(-1)),
        `${message}-1`,
    );
    assert.equal(
        apexErrorOf(() => list.set(5, 1)),
        `${message}5`,
    );
    assert.equal(
        apexErrorOf(() => list.remove(2)),
        `${message}2`,
    );
    assert.equal(
        apexErrorOf(() => list.addAt(3, 1)),
        `${message}3`,
    );
});

test('a null element can be read, a null index cannot be used', () => {
    assert.equal(integers(null).get(0), null);
    assert.match(
        apexErrorOf(() => integers(1).get(null as unknown as number)),
        /^System.NullPointerException/,
    );
});

test('elements are inserted, removed and replaced in place', () => {
    const list = integers(1, 3);
    list.addAt(1, 2);
    list.addAt(3, 4);
    list.set(0, 0);
    assert.equal(list.remove(2), 3);
    assert.deepEqual(list.items, [0, 2, 4]);
});

test('addAll takes lists and sets, and a list itself', () => {
    const list = integers(1);
    list.addAll(list);
    list.addAll(ApexSet.of(primitiveType('Integer'), [7, 7]));
    assert.deepEqual(list.items, [1, 1, 7]);
    assert.match(
        apexErrorOf(() => list.addAll(null as unknown as ApexList)),
        /^System.NullPointerException/,
    );
});

test('addAll of many elements does not overflow the stack', () => {
    const list = integers();
    list.addAll(ApexList.ofLength(primitiveType('Integer'), 200_000));
    assert.equal(list.size(), 200_000);
});

test('contains and indexOf compare by value', () => {
    const list = ApexList.of(anyType, ['a', integers(1, 2)]);
    assert.equal(list.indexOf(integers(1, 2)), 1);
    assert.equal(list.contains('A'), false);
});

test('new T[3] is three nulls', () => {
    assert.deepEqual(ApexList.ofLength(primitiveType('Integer'), 3).items, [null, null, null]);
});

test('the list of a trigger cannot change its members', () => {
    const list = integers(1);
    list.frozen = true;
    assert.equal(
        apexErrorOf(() => list.add(2)),
        'System.FinalException: Collection is read-only',
    );
});

test('an iterator ends with a NoSuchElementException', () => {
    const iterator = integers(1).iterator$();
    assert.equal(iterator.hasnext$(), true);
    assert.equal(iterator.next$(), 1);
    assert.equal(iterator.hasnext$(), false);
    assert.match(
        apexErrorOf(() => iterator.next$()),
        /^System.NoSuchElementException/,
    );
});

test('methods of a null list fail as null does', () => {
    for (const signature of ['size()', 'hashCode()', 'toString()', 'sort()', 'iterator()', 'clone()']) {
        assert.match(
            apexErrorOf(() => callMethod(null, 'System.List', signature)),
            /^System.NullPointerException/,
            signature,
        );
    }
});
