import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { Shop, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

const published = () => shop.org.events.log.after('Shop_Event__e', 0).map(({ values }) => values);

const publish = (...events: readonly Record<string, string>[]) =>
    drive(
        transaction.open.database.publish(
            events.map((values) => transaction.record('Shop_Event__e', values)),
            'system',
        ),
    );

test('an event published after commit takes effect with the commit', () => {
    transaction.run('insert', [transaction.record('Shop_Event__e', { Reason__c: 'sold out' })]);
    assert.deepEqual(published(), []);
    transaction.commit();
    assert.deepEqual(published(), [{ Reason__c: 'sold out' }]);
});

test('a rollback takes it back', () => {
    publish({ Reason__c: 'x' });
    transaction.rollback();
    assert.deepEqual(published(), []);
});

test('so does a rollback to a savepoint before it', () => {
    publish({ Reason__c: 'before' });
    const savepoint = transaction.open.database.setSavepoint();
    publish({ Reason__c: 'after' });
    transaction.open.database.rollback(savepoint);
    transaction.commit();
    assert.deepEqual(published(), [{ Reason__c: 'before' }]);
});

test('an event that breaks the rules of its fields is refused without an exception', () => {
    const outcomes = publish({ Reason__c: 'fine' }, {}, { Reason__c: 'x'.repeat(31) });
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0]?.statusCode),
        [undefined, 'REQUIRED_FIELD_MISSING', 'STRING_TOO_LONG'],
    );
});

test('a result tells the UUID under which the event is delivered', () => {
    const [outcome] = publish({ Reason__c: 'x' });
    transaction.commit();
    const [event] = shop.org.events.log.after('Shop_Event__e', 0);
    assert.equal(outcome?.eventUuid, event?.uuid);
    assert.match(event?.uuid ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('beyond the hourly allocation events are refused, and the next hour brings a new one', () => {
    const { usage, limits } = shop.org.events;
    usage.countPublished(transaction.open.transaction, limits.publishedPerHour - 1);
    const codes = () => publish({ Reason__c: 'a' }, { Reason__c: 'b' }).map(({ errors }) => errors[0]?.statusCode);
    assert.deepEqual(codes(), [undefined, 'LIMIT_EXCEEDED']);
    shop.clock.advance(3_600_000);
    assert.deepEqual(codes(), [undefined, undefined]);
});

test('events are neither stored nor queried', () => {
    assert.throws(
        () => transaction.query('SELECT Id FROM Shop_Event__e'),
        (error: { message: string }) => /is not supported/.test(error.message),
    );
});
