import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { enumConstants } from '../../../src/runtime/enums.ts';
import { SelectOption } from '../../../src/runtime/web/select-option.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { anyType } from '../../../src/runtime/types-registry.ts';
import { ApexDate } from '../../../src/runtime/values/date.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../../src/runtime/values/double.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { account, contact } from '../../support/fake-schema.ts';
import { callMethod } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

function sorted(...items: unknown[]): unknown[] {
    const list = ApexList.of(anyType, items);
    list.sort();
    return list.items;
}

test('primitives sort by value, nulls first', () => {
    assert.deepEqual(sorted(3, null, 1, 2), [null, 1, 2, 3]);
    assert.deepEqual(sorted('b', 'B', 'a', null), [null, 'B', 'a', 'b']);
    assert.deepEqual(sorted(2n, 1n), [1n, 2n]);
    assert.deepEqual(sorted(true, false), [false, true]);
    const [low, high] = [Decimal.literal('1.10'), Decimal.literal('1.9')];
    assert.deepEqual(sorted(high, low), [low, high]);
    const [small, large] = [new BoxedDouble(-1.5), new BoxedDouble(2)];
    assert.deepEqual(sorted(large, small), [small, large]);
    const [early, late] = [ApexDate.of(2025, 12, 31), ApexDate.of(2026, 1, 1)];
    assert.deepEqual(sorted(late, early), [early, late]);
});

// Apex Developer Guide, "Sorting Lists": enums sort by their declaration
test('enum constants sort in the order of their declaration', () => {
    const levels = enumConstants('System.LoggingLevel');
    assert.deepEqual(sorted(...levels.toReversed()), [...levels]);
});

test('objects sort by their compareTo; without one they cannot be sorted', () => {
    const comparable = fakeClass('Comparable', {
        fields: { rank: {} },
        methods: {
            compareTo: {
                key: 'compareto$object',
                body(other) {
                    return Number(this['rank']) - Number((other as { rank: number }).rank);
                },
            },
        },
    });
    const [one, two] = [comparable.create({ rank: 1 }), comparable.create({ rank: 2 })];
    assert.deepEqual(sorted(two, one), [one, two]);
    const plain = fakeClass('Plain');
    assert.equal(
        apexErrorOf(() => sorted(plain.create(), plain.create())),
        'System.ListException: One or more of the items in this list is not Comparable.',
    );
});

test('a comparator decides alone, and equal elements keep their order', () => {
    const list = ApexList.of(anyType, ['bb', 'a', 'cc', 'd']);
    const byLength = {
        compare$object$object: (left: string, right: string): number => left.length - right.length,
    };
    callMethod(list, 'System.List', 'sort(Comparator<T>)', byLength);
    assert.deepEqual(list.items, ['a', 'd', 'bb', 'cc']);
});

// Apex Developer Guide, "Default Sort Order of sObjects": label, then Name, then standard fields, then custom fields
test('records sort by object, then name, then their other fields', () => {
    const record = (name: string, revenue: string | null): SObject => {
        const made = new SObject(account);
        made.values[1] = name;
        if (revenue !== null) made.values[2] = Decimal.literal(revenue);
        return made;
    };
    const [b, a2, a1] = [record('b', '1'), record('a', '2'), record('a', '1')];
    const person = new SObject(contact);
    assert.deepEqual(sorted(person, b, a2, a1), [a1, a2, b, person]);
});

test('select options sort by value', () => {
    const [a, b] = [new SelectOption('a', 'z'), new SelectOption('b', 'y')];
    assert.deepEqual(sorted(b, a), [a, b]);
});
