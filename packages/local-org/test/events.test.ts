import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { plain, Shop, type ShopTransaction } from './support/shop.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

const published = () => shop.org.eventLog.events.map(plain);

test('an event published after commit takes effect with the commit', () => {
    transaction.run('insert', [transaction.record('Shop_Event__e', { Reason__c: 'sold out' })]);
    assert.deepEqual(published(), []);
    transaction.commit();
    assert.deepEqual(published(), [{ Reason__c: 'sold out' }]);
});

test('a rollback takes it back', () => {
    drive(transaction.open.database.publish([transaction.record('Shop_Event__e', { Reason__c: 'x' })], 'system'));
    transaction.rollback();
    assert.deepEqual(published(), []);
});

test('an event that breaks the rules of its fields is refused without an exception', () => {
    const events = [{ Reason__c: 'fine' }, {}, { Reason__c: 'x'.repeat(31) }].map((values) =>
        transaction.record('Shop_Event__e', values),
    );
    const outcomes = drive(transaction.open.database.publish(events, 'system'));
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0]?.statusCode),
        [undefined, 'REQUIRED_FIELD_MISSING', 'STRING_TOO_LONG'],
    );
});

test('events are neither stored nor queried', () => {
    assert.throws(
        () => transaction.query('SELECT Id FROM Shop_Event__e'),
        (error: { message: string }) => /is not supported/.test(error.message),
    );
});
