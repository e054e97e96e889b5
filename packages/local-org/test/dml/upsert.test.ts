import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Shop, type ShopTransaction, type Values } from '../support/shop.ts';

let transaction: ShopTransaction;

beforeEach(() => {
    transaction = new Shop().open();
});

function upsert(rows: readonly Values[], allOrNone = true) {
    const records = rows.map((values) => transaction.record('Invoice__c', values));
    const key = transaction.type('Invoice__c').field('Key__c') ?? null;
    return { records, outcomes: transaction.run('upsert', records, { externalIdField: key, allOrNone }) };
}

test('rows are matched by external id, without regard to case; the others are created', () => {
    const id = transaction.insertOne('Invoice__c', { Key__c: 'A', Fee__c: 1 });
    const { records, outcomes } = upsert([
        { Key__c: 'new', Fee__c: 2 },
        { Key__c: 'a', Fee__c: 3 },
    ]);
    assert.deepEqual(
        outcomes.map(({ success, created }) => [success, created]),
        [
            [true, true],
            [true, false],
        ],
    );
    assert.equal(records[1]?.id, id);
    assert.deepEqual(transaction.rows('SELECT Fee__c FROM Invoice__c ORDER BY Fee__c'), [{ Fee__c: 2 }, { Fee__c: 3 }]);
});

test('without a key field rows are matched by id', () => {
    const id = transaction.insertOne('Invoice__c', { Fee__c: 1 });
    const records = [
        transaction.record('Invoice__c', { Fee__c: 2 }, id),
        transaction.record('Invoice__c', { Fee__c: 3 }),
    ];
    const outcomes = transaction.run('upsert', records);
    assert.deepEqual(
        outcomes.map(({ created }) => created),
        [false, true],
    );
});

test('a key that is missing, or given twice', () => {
    const { outcomes } = upsert([{ Fee__c: 1 }, { Key__c: 'x' }, { Key__c: 'X' }], false);
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0] && `${errors[0].statusCode}, ${errors[0].message}`),
        ['MISSING_ARGUMENT, Key__c not specified', undefined, 'DUPLICATE_VALUE, Duplicate external id specified: X'],
    );
});

test('with all or none, a failing update takes the inserts along', () => {
    transaction.insertOne('Invoice__c', { Key__c: 'A', Fee__c: 1 });
    const { records } = upsert([{ Key__c: 'new' }, { Key__c: 'A', Fee__c: -1 }]);
    assert.equal(transaction.count('Invoice__c'), 1);
    assert.deepEqual(
        records.map(({ id }) => id),
        [null, null],
    );
});

test('a record that has its id beside the key is matched by the key', () => {
    const id = transaction.insertOne('Invoice__c', { Key__c: 'A' });
    const key = transaction.type('Invoice__c').field('Key__c') ?? null;
    const record = transaction.record('Invoice__c', { Key__c: 'A', Fee__c: 5 }, id);
    assert.deepEqual(
        transaction.run('upsert', [record], { externalIdField: key }).map(({ success, created }) => [success, created]),
        [[true, false]],
    );
});
