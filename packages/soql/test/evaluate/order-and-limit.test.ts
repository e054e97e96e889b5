import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

function accounts(...records: Parameters<ReturnType<typeof salesOrg>['insert']>[1][]) {
    const org = salesOrg();
    org.insert('Account', ...records);
    return org;
}

const ratings = accounts({ Name: 'a', Rating: 2 }, { Name: 'b' }, { Name: 'c', Rating: 1 }, { Name: 'd', Rating: 2 });
const names = (clauses: string) => ratings.column(`SELECT Name FROM Account ${clauses}`);

test('nulls come first ascending and last descending, unless the query says otherwise', () => {
    assert.deepEqual(names('ORDER BY Rating'), ['b', 'c', 'a', 'd']);
    assert.deepEqual(names('ORDER BY Rating DESC'), ['a', 'd', 'c', 'b']);
    assert.deepEqual(names('ORDER BY Rating NULLS LAST'), ['c', 'a', 'd', 'b']);
    assert.deepEqual(names('ORDER BY Rating DESC NULLS FIRST'), ['b', 'a', 'd', 'c']);
});

test('later keys decide where earlier ones are equal', () => {
    assert.deepEqual(names('ORDER BY Rating DESC, Name DESC'), ['d', 'a', 'c', 'b']);
});

test('LIMIT and OFFSET cut the ordered rows', () => {
    assert.deepEqual(names('ORDER BY Name LIMIT 2'), ['a', 'b']);
    assert.deepEqual(names('ORDER BY Name LIMIT 2 OFFSET 1'), ['b', 'c']);
    assert.deepEqual(names('ORDER BY Rating OFFSET 3'), ['d']);
    assert.deepEqual(names('LIMIT 0'), []);
});

test('a LIMIT over many rows keeps the right ones', () => {
    const org = accounts(
        ...Array.from({ length: 5000 }, (_, index) => ({ Name: `n${index}`, Rating: (index * 7919) % 5000 })),
    );
    assert.deepEqual(org.column('SELECT Rating FROM Account ORDER BY Rating LIMIT 3 OFFSET 2'), [2, 3, 4]);
});

test('text is ordered without regard to case, and by the rules of other languages', () => {
    const org = accounts({ Name: 'b' }, { Name: 'Z' }, { Name: 'A' }, { Name: 'ä' });
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name'), ['A', 'b', 'Z', 'ä']);
    org.environment = { ...org.environment, locale: 'de_DE' };
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name'), ['A', 'ä', 'b', 'Z']);
});

test('picklists are ordered by the order of their values, unknown ones last', () => {
    const org = accounts(
        { Industry: 'Agriculture' },
        { Industry: 'Technology' },
        { Industry: 'Gone' },
        { Industry: 'banking' },
        {},
    );
    assert.deepEqual(org.column('SELECT Industry FROM Account ORDER BY Industry'), [
        null,
        'Technology',
        'banking',
        'Agriculture',
        'Gone',
    ]);
});

test('checkboxes are ordered with false first', () => {
    const org = accounts({ Name: 'yes', IsActive__c: true }, { Name: 'no', IsActive__c: false });
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY IsActive__c'), ['no', 'yes']);
});
