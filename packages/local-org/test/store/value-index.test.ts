import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexKey } from '../../src/store/index-key.ts';
import { ValueIndex, type KeyRange } from '../../src/store/value-index.ts';

function indexOf(entries: readonly (readonly [IndexKey, string])[]): ValueIndex {
    const index = new ValueIndex();
    for (const [key, id] of entries) index.add(key, id);
    return index;
}

const ids = (index: ValueIndex, range: KeyRange = {}): string[] => [...index.range(range)].map(([, id]) => id);

test('ids are found by key, however many share it', () => {
    const index = indexOf([
        ['A', '1'],
        ['B', '2'],
        ['A', '3'],
    ]);
    assert.deepEqual(index.idsOf('A'), ['1', '3']);
    index.remove('A', '1');
    assert.deepEqual(index.idsOf('A'), ['3']);
    index.remove('A', '3');
    assert.deepEqual(index.idsOf('A'), []);
    assert.equal(index.distinctKeys, 1);
});

test('ranges run in key order, with bounds that count or do not', () => {
    const index = indexOf([
        [30, 'c'],
        [10, 'a'],
        [20, 'b'],
        [40, 'd'],
    ]);
    assert.deepEqual(ids(index), ['a', 'b', 'c', 'd']);
    assert.deepEqual(ids(index, { descending: true }), ['d', 'c', 'b', 'a']);
    assert.deepEqual(ids(index, { from: 20, to: 30 }), ['b', 'c']);
    assert.deepEqual(ids(index, { from: 20, fromInclusive: false, to: 30, toInclusive: false }), []);
    assert.deepEqual(ids(index, { from: 15, to: 35, descending: true }), ['c', 'b']);
    assert.deepEqual(ids(index, { from: 20, fromInclusive: false, descending: true }), ['d', 'c']);
});

test('nulls come first, last when descending, and never within bounds', () => {
    const index = indexOf([
        [1, 'a'],
        [null, 'n'],
    ]);
    assert.deepEqual(ids(index), ['n', 'a']);
    assert.deepEqual(ids(index, { descending: true }), ['a', 'n']);
    assert.deepEqual(ids(index, { to: 5 }), ['a']);
});

test('the order stays right when keys come and go after it was first asked for', () => {
    const index = indexOf([['B', '2']]);
    assert.deepEqual(ids(index), ['2']);
    index.add('A', '1');
    index.add('C', '3');
    index.remove('B', '2');
    assert.deepEqual(ids(index), ['1', '3']);
});
