import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Shop, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let first: ShopTransaction;
let second: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    [first, second] = [shop.open(), shop.open()];
});

const insert = (transaction: ShopTransaction, Key__c: string) =>
    transaction.statement('insert', [transaction.record('Invoice__c', { Key__c })]);

test('the second to insert a key waits for the first, then fails as a duplicate', () => {
    const id = first.insertOne('Invoice__c', { Key__c: 'SYNC' });
    const waiting = insert(second, 'sync');
    assert.equal(waiting.next().value?.['kind' as never], 'database');
    assert.equal(waiting.next().value?.['kind' as never], 'lock');
    first.commit();
    const step = waiting.next();
    assert.ok(step.done === true);
    assert.equal(
        step.value[0]?.errors[0]?.message,
        `duplicate value found: Key__c duplicates value on record with id: ${id}`,
    );
});

test('when the first rolls back, the second succeeds', () => {
    first.insertOne('Invoice__c', { Key__c: 'SYNC' });
    const waiting = insert(second, 'SYNC');
    waiting.next();
    waiting.next();
    first.rollback();
    const step = waiting.next();
    assert.ok(step.done === true);
    assert.equal(step.value[0]?.success, true);
});

test('a key that another transaction is about to give up is waited for as well', () => {
    const id = shop.commit((setup) => setup.insertOne('Invoice__c', { Key__c: 'SYNC' }));
    first.update('Invoice__c', id, { Key__c: null });
    const waiting = insert(second, 'SYNC');
    waiting.next();
    assert.equal(waiting.next().value?.['kind' as never], 'lock');
    first.commit();
    assert.equal(waiting.next().done, true);
    assert.equal(second.count("Invoice__c WHERE Key__c = 'SYNC'"), 1);
});

test('the wait ends after ten seconds', () => {
    first.insertOne('Invoice__c', { Key__c: 'SYNC' });
    const waiting = insert(second, 'SYNC');
    waiting.next();
    waiting.next();
    shop.clock.advance(10_000);
    const step = waiting.next();
    assert.ok(step.done === true);
    assert.equal(step.value[0]?.errors[0]?.statusCode, 'UNABLE_TO_LOCK_ROW');
});

test('one row of a hierarchy setting for the organization', () => {
    const organization = shop.org.ids.organizationId;
    const id = shop.commit((setup) => setup.insertOne('Shop_Options__c', { SetupOwnerId: organization, Limit__c: 1 }));
    assert.equal(
        first.refusal('insert', 'Shop_Options__c', { SetupOwnerId: organization }),
        `DUPLICATE_VALUE, duplicate value found: SetupOwnerId duplicates value on record with id: ${id}: [SetupOwnerId]`,
    );
});
