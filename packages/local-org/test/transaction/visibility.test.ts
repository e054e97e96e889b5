import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from '../support/shop.ts';

test('a transaction sees its own rows, others see them once it commits', () => {
    const shop = new Shop();
    const [writer, reader] = [shop.open(), shop.open()];
    const id = writer.insertOne('Invoice__c', { Key__c: 'A' });
    assert.equal(writer.count("Invoice__c WHERE Key__c = 'a'"), 1);
    assert.equal(reader.count('Invoice__c'), 0);
    writer.commit();
    assert.equal(reader.count(`Invoice__c WHERE Id = '${id}'`), 1);
});

test('an update is found under its new value by its writer, under the old one by others', () => {
    const shop = new Shop();
    const id = shop.commit((setup) => setup.insertOne('Invoice__c', { Key__c: 'old' }));
    const [writer, reader] = [shop.open(), shop.open()];
    writer.update('Invoice__c', id, { Key__c: 'new' });
    assert.deepEqual(
        [writer.count("Invoice__c WHERE Key__c = 'old'"), writer.count("Invoice__c WHERE Key__c = 'new'")],
        [0, 1],
    );
    assert.deepEqual(
        [reader.count("Invoice__c WHERE Key__c = 'old'"), reader.count("Invoice__c WHERE Key__c = 'new'")],
        [1, 0],
    );
    writer.rollback();
    assert.equal(shop.open().count("Invoice__c WHERE Key__c = 'old'"), 1);
});

test('rows that moved in an index are answered once, in the order of the visible value', () => {
    const shop = new Shop();
    const ids = shop.commit((setup) => setup.insert('Invoice__c', { Key__c: 'a' }, { Key__c: 'b' }, { Key__c: 'c' }));
    const writer = shop.open();
    writer.update('Invoice__c', ids[0] as string, { Key__c: 'd' });
    assert.deepEqual(
        writer.rows('SELECT Key__c FROM Invoice__c ORDER BY Key__c').map((row) => row['Key__c']),
        ['b', 'c', 'd'],
    );
    assert.deepEqual(
        shop
            .open()
            .rows('SELECT Key__c FROM Invoice__c ORDER BY Key__c')
            .map((row) => row['Key__c']),
        ['a', 'b', 'c'],
    );
});

test('a deletion that is not committed hides the row from its writer alone', () => {
    const shop = new Shop();
    const id = shop.commit((setup) => setup.insertOne('Account', { Name: 'Acme' }));
    const [writer, reader] = [shop.open(), shop.open()];
    writer.delete('Account', id);
    assert.deepEqual([writer.count('Account'), reader.count('Account')], [0, 1]);
});

test('a rollback leaves nothing behind, and runs no action that was kept for the commit', () => {
    const shop = new Shop();
    const transaction = shop.open();
    let ran = 0;
    transaction.open.transaction.afterCommit(() => ran++);
    transaction.insertOne('Account', { Name: 'Acme' });
    transaction.rollback();
    assert.equal(shop.open().count('Account'), 0);
    assert.equal(ran, 0);
});

test('actions for after the commit run when the rows are visible', () => {
    const shop = new Shop();
    const transaction = shop.open();
    transaction.insertOne('Account', { Name: 'Acme' });
    let seen = -1;
    transaction.open.transaction.afterCommit(() => (seen = shop.open().count('Account')));
    transaction.commit();
    assert.equal(seen, 1);
});
