import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Shop, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

test('rolling back to a savepoint takes back what was written since, in rows and indexes', () => {
    const { database } = transaction.open;
    const id = transaction.insertOne('Invoice__c', { Key__c: 'before' });
    const savepoint = database.setSavepoint();
    transaction.update('Invoice__c', id, { Key__c: 'after' });
    transaction.insertOne('Invoice__c', { Key__c: 'more' });
    database.rollback(savepoint);
    assert.deepEqual(transaction.rows('SELECT Key__c FROM Invoice__c ORDER BY Key__c'), [{ Key__c: 'before' }]);
    assert.equal(transaction.count("Invoice__c WHERE Key__c IN ('after', 'more')"), 0);
    assert.equal(
        transaction.refusal('insert', 'Invoice__c', { Key__c: 'more' }),
        'accepted',
        'the unique key is free again',
    );
});

test('a savepoint may be rolled back to more than once, but not one that was set after it', () => {
    const { database } = transaction.open;
    const outer = database.setSavepoint();
    const inner = database.setSavepoint();
    transaction.insertOne('Account', { Name: 'Acme' });
    database.rollback(outer);
    transaction.insertOne('Account', { Name: 'Acme' });
    database.rollback(outer);
    assert.equal(transaction.count('Account'), 0);
    assert.throws(
        () => database.rollback(inner),
        (error: { message: string }) => /Invalid savepoint/.test(error.message),
    );
});

test('a released savepoint is gone, its rows stay', () => {
    const { database } = transaction.open;
    const savepoint = database.setSavepoint();
    transaction.insertOne('Account', { Name: 'Acme' });
    database.releaseSavepoint(savepoint);
    assert.throws(
        () => database.rollback(savepoint),
        (error: { message: string }) => /Invalid savepoint/.test(error.message),
    );
    assert.equal(transaction.count('Account'), 1);
});

test('ids that were rolled back are not handed out again', () => {
    const { database } = transaction.open;
    const savepoint = database.setSavepoint();
    const first = transaction.insertOne('Account', { Name: 'Acme' });
    database.rollback(savepoint);
    assert.notEqual(transaction.insertOne('Account', { Name: 'Acme' }), first);
});

test('locks are kept over a rollback to a savepoint', () => {
    const id = shop.commit((setup) => setup.insertOne('Account', { Name: 'Acme' }));
    const { database } = transaction.open;
    const savepoint = database.setSavepoint();
    transaction.update('Account', id, { Name: 'Changed' });
    database.rollback(savepoint);
    assert.match(shop.open().refusal('update', 'Account', { Name: 'Mine' }, id), /^UNABLE_TO_LOCK_ROW/);
});

test('actions for after the commit that came after the savepoint are dropped, unless they survive it', () => {
    const { database } = transaction.open;
    const ran: string[] = [];
    const savepoint = database.setSavepoint();
    transaction.open.transaction.afterCommit(() => ran.push('dropped'));
    transaction.open.transaction.afterCommit(() => ran.push('kept'), true);
    database.rollback(savepoint);
    transaction.commit();
    assert.deepEqual(ran, ['kept']);
});
