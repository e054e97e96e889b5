import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

function accounts() {
    const org = salesOrg();
    const [owner] = org.insert('User', { Name: 'Ada' });
    org.insert(
        'Account',
        {
            Name: 'a',
            Industry: 'Banking',
            AnnualRevenue: 0.1,
            NumberOfEmployees: 1,
            Founded__c: day('2020-01-01'),
            OwnerId: owner,
        },
        { Name: 'b', Industry: 'Banking', AnnualRevenue: 0.2, NumberOfEmployees: 2, Founded__c: day('2021-01-01') },
        { Name: 'B', Industry: 'Technology', AnnualRevenue: 5, OwnerId: owner },
        { Name: 'd' },
    );
    return org;
}

test('COUNT() answers a number and no records', () => {
    const { kind, count, records, rows } = accounts().run("SELECT COUNT() FROM Account WHERE Industry = 'Banking'");
    assert.deepEqual({ kind, count, records, rows }, { kind: 'count', count: 2, records: [], rows: 1 });
    assert.equal(accounts().run('SELECT COUNT() FROM Account LIMIT 3').count, 3);
});

test('aggregates leave nulls out, COUNT(Id) counts every row', () => {
    const text =
        'SELECT COUNT(Id) rows, COUNT(Industry) filled, COUNT_DISTINCT(Industry) kinds, SUM(AnnualRevenue) total, AVG(NumberOfEmployees) mean, MIN(Name) least, MAX(Founded__c) latest FROM Account';
    assert.deepEqual(accounts().select(text), [
        { rows: 4, filled: 3, kinds: 2, total: 5.3, mean: 1.5, least: 'a', latest: day('2021-01-01') },
    ]);
});

test('amounts are added as decimals', () => {
    assert.deepEqual(accounts().column("SELECT SUM(AnnualRevenue) FROM Account WHERE Industry = 'Banking'"), [0.3]);
});

test('without rows: COUNT is 0, the others null; with GROUP BY there is no group', () => {
    const org = accounts();
    assert.deepEqual(org.select("SELECT COUNT(Id), SUM(Rating), MIN(Name) FROM Account WHERE Name = 'none'"), [
        { expr0: 0, expr1: null, expr2: null },
    ]);
    assert.deepEqual(org.select("SELECT COUNT(Id) FROM Account WHERE Name = 'none' GROUP BY Industry"), []);
});

test('GROUP BY gathers rows by value, null being a value and text in any case', () => {
    const org = accounts();
    assert.deepEqual(
        org.select('SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC, Industry'),
        [
            { Industry: 'Banking', expr0: 2 },
            { Industry: null, expr0: 1 },
            { Industry: 'Technology', expr0: 1 },
        ],
    );
    assert.deepEqual(org.column('SELECT COUNT(Id) n FROM Account GROUP BY Name ORDER BY Name'), [1, 2, 1]);
});

test('expressions without an alias are numbered; grouped fields keep their names', () => {
    const text =
        'SELECT Owner.Name, COUNT(Id), MAX(Name) top, SUM(Rating) FROM Account GROUP BY Owner.Name ORDER BY Owner.Name LIMIT 1';
    assert.deepEqual(accounts().select(text), [{ Name: null, expr0: 2, top: 'd', expr1: null }]);
});

test('HAVING filters groups, by aggregates that need not be selected', () => {
    const org = accounts();
    assert.deepEqual(org.column('SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > 1'), ['Banking']);
    assert.deepEqual(
        org.column(
            "SELECT Industry FROM Account GROUP BY Industry HAVING SUM(AnnualRevenue) > 1 OR Industry = 'banking'",
        ),
        ['Banking', 'Technology'],
    );
});

test('ROLLUP adds subtotals from the last field to the first, CUBE every combination', () => {
    const org = salesOrg();
    org.insert(
        'Account',
        { Name: 'x', Industry: 'Banking' },
        { Name: 'y', Industry: 'Banking' },
        { Name: 'x', Industry: 'Technology' },
    );
    const rollup =
        'SELECT Industry, Name, GROUPING(Industry) gi, GROUPING(Name) gn, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry, Name)';
    assert.deepEqual(org.table(rollup), [
        ['Banking', 'x', 0, 0, 1],
        ['Banking', 'y', 0, 0, 1],
        ['Banking', null, 0, 1, 2],
        ['Technology', 'x', 0, 0, 1],
        ['Technology', null, 0, 1, 1],
        [null, null, 1, 1, 3],
    ]);
    const cube =
        'SELECT Industry, Name, COUNT(Id) n FROM Account GROUP BY CUBE(Industry, Name) HAVING GROUPING(Industry) = 1';
    assert.deepEqual(org.table(cube), [
        [null, 'x', 2],
        [null, 'y', 1],
        [null, null, 3],
    ]);
});

test('MIN and MAX of a picklist go by the order of its values', () => {
    assert.deepEqual(accounts().select('SELECT MIN(Industry) least, MAX(Industry) most FROM Account'), [
        { least: 'Technology', most: 'Banking' },
    ]);
});

test('rows that are aggregated count as rows retrieved', () => {
    assert.equal(accounts().run('SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry').rows, 4);
});
