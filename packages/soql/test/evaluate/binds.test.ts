import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, moment } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
org.insert(
    'Account',
    { Name: 'a', Rating: 1, Founded__c: day('2020-05-05'), CreatedDate: moment('2020-05-05T00:00:00Z') },
    { Name: 'b', Rating: 2, Founded__c: day('2021-05-05'), CreatedDate: moment('2020-05-05T10:00:00Z') },
    { Name: 'c', Rating: 3 },
);
const where = (condition: string, binds: Parameters<typeof org.column>[1]) =>
    org.column(`SELECT Name FROM Account WHERE ${condition}`, binds);

test('one plan runs with the binds of each execution', () => {
    const text = 'SELECT Name FROM Account WHERE Rating >= :least LIMIT :most';
    assert.deepEqual(org.column(text, { least: 2, most: 5 }), ['b', 'c']);
    assert.deepEqual(org.column(text, { least: 0, most: 1 }), ['a']);
});

test('IN takes a list; an empty list matches nothing', () => {
    assert.deepEqual(where('Name IN :names', { names: ['A', 'C'] }), ['a', 'c']);
    assert.deepEqual(where('Rating IN :ratings', { ratings: [3, 1] }), ['a', 'c']);
    assert.deepEqual(where('Name IN :names', { names: [] }), []);
    assert.deepEqual(where('Rating NOT IN :ratings', { ratings: [] }), ['a', 'b', 'c']);
    assert.deepEqual(where('Name IN (:first, :second)', { first: 'a', second: 'b' }), ['a', 'b']);
});

test('LIKE takes a list of patterns of which one must match', () => {
    assert.deepEqual(where('Name LIKE :patterns', { patterns: ['A%', '_'] }), ['a', 'b', 'c']);
    assert.deepEqual(where('Name LIKE :patterns', { patterns: ['x%', 'B%'] }), ['b']);
});

test('dates and datetimes convert into each other at midnight UTC', () => {
    const date = { kind: 'date' as const, value: day('2020-05-05') };
    const datetime = { kind: 'datetime' as const, value: moment('2020-05-05T10:00:00Z') };
    assert.deepEqual(where('CreatedDate = :date', { date }), ['a']);
    assert.deepEqual(where('Founded__c = :datetime', { datetime }), ['a']);
});

test('a bind without a value is an error that names it', () => {
    assert.throws(() => where('Name = :missing', {}), { message: 'Variable does not exist: missing' });
});

test('a bind of the wrong type is an error', () => {
    assert.throws(() => where('Name = :rating', { rating: 5 }), {
        message: 'Invalid bind expression type of number for column of type string',
    });
});

test('LIMIT and OFFSET take whole numbers from 0', () => {
    assert.throws(() => org.column('SELECT Name FROM Account LIMIT :most', { most: -1 }), {
        message: "LIMIT must be a whole number from 0, not '-1'",
    });
    assert.throws(() => org.column('SELECT Name FROM Account OFFSET :skip', { skip: 2001 }), {
        message: 'Maximum SOQL offset allowed is 2000',
    });
    assert.throws(() => org.column('SELECT Name FROM Account LIMIT 1 OFFSET :skip', { skip: null }), {
        code: 'MALFORMED_QUERY',
    });
});
