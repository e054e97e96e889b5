import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredValue } from '@sw-studio/soql';
import { holds, randomCondition, toSoql } from '../support/naive.ts';
import type { NaiveField, NaiveRow } from '../support/naive.ts';
import { TestOrg } from '../support/org.ts';
import { Random } from '../support/random.ts';

const names: StoredValue[] = ['alpha', 'Alpha', 'beta', 'BETA ltd', 'gamma', 'b_a', null];
const numbers: StoredValue[] = [0, 1, 2, 3, 50, null];
const comparable = ['=', '!=', 'IN', 'NOT IN', '<', '<=', '>', '>='];

/** Fields in pairs: the same values with and without an index. */
const fields: NaiveField[] = [
    { name: 'Name', values: names, operators: [...comparable, 'LIKE'] },
    { name: 'Plain__c', values: names, operators: [...comparable, 'LIKE'] },
    { name: 'Indexed__c', values: numbers, operators: comparable },
    { name: 'Number__c', values: numbers, operators: comparable },
    { name: 'Flag__c', values: [true, false], operators: ['=', '!='] },
];

function randomOrg(random: Random): { org: TestOrg; rows: NaiveRow[] } {
    const org = new TestOrg();
    org.object('Thing__c', 'a00', {
        Name: ['string', { indexed: true }],
        Plain__c: 'string',
        Indexed__c: ['double', { indexed: true }],
        Number__c: 'double',
        Flag__c: 'boolean',
    });
    const rows = Array.from({ length: 60 }, () => {
        const values: Record<string, StoredValue> = {};
        for (const { name, values: possible } of fields) values[name] = random.pick(possible);
        const [Id] = org.insert('Thing__c', values);
        return { ...values, Id };
    });
    return { org, rows };
}

const seeds = 40;
const queriesPerSeed = 50;

test(`${seeds * queriesPerSeed} seeded queries answer what a naive evaluation answers`, () => {
    const taken = new Set<string>();
    for (let seed = 1; seed <= seeds; seed++) {
        const random = new Random(seed);
        const { org, rows } = randomOrg(random);
        for (let query = 0; query < queriesPerSeed; query++) {
            const condition = randomCondition(random, fields, 3);
            const expected = rows.filter((row) => holds(condition, row));
            const where = `WHERE ${toSoql(condition)}`;
            const about = `seed ${seed}: ${where}`;
            const { access, records } = org.run(`SELECT Id FROM Thing__c ${where}`);
            taken.add(access);
            assert.deepEqual(
                records.map(({ values }) => values[0]).toSorted(),
                expected.map(({ Id }) => Id).toSorted(),
                about,
            );
            assert.equal(org.run(`SELECT COUNT() FROM Thing__c ${where}`).count, expected.length, about);
            checkOrder(random, org, where, expected, about);
        }
    }
    assert.deepEqual([...taken].toSorted(), ['index', 'scan'], 'both ways were taken');
});

/** Ties are broken by id, so that there is one right answer. */
function checkOrder(random: Random, org: TestOrg, where: string, expected: readonly NaiveRow[], about: string): void {
    const field = random.pick(['Name', 'Indexed__c', 'Number__c']);
    const descending = random.below(2) === 1;
    const limit = 1 + random.below(20);
    const offset = random.below(5);
    const order = `ORDER BY ${field} ${descending ? 'DESC' : 'ASC'}, Id LIMIT ${limit} OFFSET ${offset}`;
    const sorted = expected.toSorted((a, b) => {
        const byField = compareNaively(a[field], b[field]) * (descending ? -1 : 1);
        return byField === 0 ? compareNaively(a['Id'], b['Id']) : byField;
    });
    assert.deepEqual(
        org.column(`SELECT Id FROM Thing__c ${where} ${order}`),
        sorted.slice(offset, offset + limit).map(({ Id }) => Id),
        `${about} ${order}`,
    );
}

function compareNaively(a: StoredValue, b: StoredValue): number {
    if (a == null || b == null) return (a == null ? 0 : 1) - (b == null ? 0 : 1);
    const [left, right] = [a, b].map((value) =>
        typeof value === 'string' && !value.startsWith('a00') ? value.toUpperCase() : value,
    );
    return (left as number) < (right as number) ? -1 : (left as number) > (right as number) ? 1 : 0;
}

test('seeded groups add up to what a naive grouping adds up to', () => {
    for (let seed = 1; seed <= seeds; seed++) {
        const { org, rows } = randomOrg(new Random(seed));
        const naive = new Map<string, { count: number; sum: number | null }>();
        for (const { Name, Number__c } of rows) {
            const key = typeof Name === 'string' ? Name.toUpperCase() : 'null';
            const group = naive.get(key) ?? { count: 0, sum: null };
            const sum = typeof Number__c === 'number' ? (group.sum ?? 0) + Number__c : group.sum;
            naive.set(key, { count: group.count + 1, sum });
        }
        const groups = org.select('SELECT Name, COUNT(Id) count, SUM(Number__c) sum FROM Thing__c GROUP BY Name') as {
            Name: string | null;
            count: number;
            sum: number | null;
        }[];
        const answered = groups.map(
            ({ Name, count, sum }) => [Name === null ? 'null' : Name.toUpperCase(), { count, sum }] as const,
        );
        assert.deepEqual(new Map(answered.toSorted()), new Map([...naive].toSorted()), `seed ${seed}`);
    }
});
