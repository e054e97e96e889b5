import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { ApexMap } from '../../../src/runtime/collections/map.ts';
import { ApexSet } from '../../../src/runtime/collections/set.ts';
import { primitiveType } from '../../../src/runtime/types-registry.ts';
import { apexErrorOf } from '../apex-errors.ts';

/** Observed in orgs for lists; for sets and maps documented since API 62 (Winter '25 release notes). */
const REFUSED = 'System.FinalException: Cannot modify a collection while it is being iterated.';
const text = primitiveType('String');

test('a list that a loop runs over cannot grow, shrink or be sorted', () => {
    const list = ApexList.of(text, ['b', 'a']);
    list.locks++;
    for (const change of [
        () => list.add('c'),
        () => list.addAt(0, 'c'),
        () => list.addAll(ApexList.of(text, ['c'])),
        () => list.remove(0),
        () => list.clear(),
        () => list.sort(),
    ]) {
        assert.equal(apexErrorOf(change), REFUSED);
    }
    list.set(0, 'z');
    list.locks--;
    list.add('c');
    assert.deepEqual(list.items, ['z', 'a', 'c']);
});

test('a set likewise', () => {
    const set = ApexSet.of(text, ['a']);
    set.locks++;
    for (const change of [() => set.add('b'), () => set.remove('a'), () => set.clear()]) {
        assert.equal(apexErrorOf(change), REFUSED);
    }
});

test('a loop over a key set locks its map', () => {
    const map = ApexMap.of(text, text, [['a', '1']]);
    map.keySet().locks++;
    for (const change of [() => map.put('b', '2'), () => map.remove('a'), () => map.clear()]) {
        assert.equal(apexErrorOf(change), REFUSED);
    }
});
