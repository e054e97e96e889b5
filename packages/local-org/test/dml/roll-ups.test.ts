import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Shop, type ShopTransaction } from '../support/shop.ts';
import { TriggerProbe } from '../support/trigger-probe.ts';

let transaction: ShopTransaction;
let invoice: string;

beforeEach(() => {
    transaction = new Shop().open();
    invoice = transaction.insertOne('Invoice__c', { Key__c: 'A', Discount__c: 10 });
});

const totals = (id = invoice) =>
    transaction.rows(
        `SELECT Total__c, Lines__c, Service_Total__c, Largest__c, Net__c FROM Invoice__c WHERE Id = '${id}'`,
    )[0];

test('a master without details has zero sums and counts, and no largest', () => {
    assert.deepEqual(totals(), { Total__c: 0, Lines__c: 0, Service_Total__c: 0, Largest__c: null, Net__c: 0 });
});

test('inserts, updates and deletes of details move the numbers of the master, filters included', () => {
    const [goods, service] = transaction.insert(
        'Invoice_Line__c',
        { Invoice__c: invoice, Amount__c: 10.1, Kind__c: 'Goods' },
        { Invoice__c: invoice, Amount__c: 20.2, Kind__c: 'Service' },
    );
    assert.deepEqual(totals(), {
        Total__c: 30.3,
        Lines__c: 2,
        Service_Total__c: 20.2,
        Largest__c: 20.2,
        Net__c: 27.27,
    });
    transaction.update('Invoice_Line__c', goods as string, { Kind__c: 'Service' });
    assert.equal(totals()?.['Service_Total__c'], 30.3);
    transaction.delete('Invoice_Line__c', service as string);
    assert.deepEqual(totals(), { Total__c: 10.1, Lines__c: 1, Service_Total__c: 10.1, Largest__c: 10.1, Net__c: 9.09 });
});

test('a detail that moves changes both masters', () => {
    const line = transaction.insertOne('Invoice_Line__c', { Invoice__c: invoice, Amount__c: 5 });
    const other = transaction.insertOne('Invoice__c', { Key__c: 'B' });
    transaction.update('Invoice_Line__c', line, { Invoice__c: other });
    assert.deepEqual([totals()?.['Total__c'], totals(other)?.['Total__c']], [0, 5]);
});

test('the master goes through its own save: triggers fire and rules may refuse the detail', () => {
    const triggers = new TriggerProbe().on('Invoice__c', 'AFTER_UPDATE', ({ newRecords }) => {
        assert.equal(newRecords?.length, 1);
    });
    const shop = new Shop();
    transaction = shop.open({ triggers });
    const id = transaction.insertOne('Invoice__c', {});
    transaction.insertOne('Invoice_Line__c', { Invoice__c: id, Amount__c: 1 });
    assert.deepEqual(triggers.fired, ['AFTER_UPDATE Invoice__c 1']);
    triggers.on('Invoice__c', 'BEFORE_UPDATE', ({ newRecords }) => {
        for (const record of newRecords ?? []) record.errors = [{ message: 'closed', field: null, escape: true }];
    });
    assert.equal(
        transaction.refusal('insert', 'Invoice_Line__c', { Invoice__c: id, Amount__c: 2 }),
        'FIELD_CUSTOM_VALIDATION_EXCEPTION, closed: []',
    );
    assert.equal(totals(id)?.['Total__c'], 1);
    const [outcome] = transaction.run(
        'insert',
        [transaction.record('Invoice_Line__c', { Invoice__c: id, Amount__c: 2 })],
        { allOrNone: false },
    );
    assert.equal(outcome?.success, false);
    assert.equal(transaction.count('Invoice_Line__c'), 1);
});

test('a detail of two masters that goes with one is no longer counted by the other', () => {
    const budget = transaction.insertOne('Budget__c', { Name: 'Travel' });
    transaction.insertOne('Allocation__c', { Invoice__c: invoice, Budget__c: budget, Amount__c: 40 });
    assert.equal(transaction.value('Budget__c', budget, 'Used__c'), 40);
    transaction.delete('Invoice__c', invoice);
    assert.equal(transaction.value('Budget__c', budget, 'Used__c'), 0);
});
