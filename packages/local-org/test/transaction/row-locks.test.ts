import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { QueryOutcome, Waiting } from '@sw-studio/apex/runtime';
import { Shop, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let id: string;
let first: ShopTransaction;
let second: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    id = shop.commit((setup) => setup.insertOne('Invoice__c', { Fee__c: 1 }));
    [first, second] = [shop.open(), shop.open()];
});

/** Goes on until the next point of waiting of that kind; undefined: it ended. */
function runUntil<R>(computation: Generator<Waiting, R, void>, kind: Waiting['kind']): Waiting | undefined {
    for (;;) {
        const step = computation.next();
        if (step.done) return undefined;
        if (step.value.kind === kind) return step.value;
    }
}

function finish<R>(computation: Generator<Waiting, R, void>): R {
    for (;;) {
        const step = computation.next();
        if (step.done) return step.value;
        assert.notEqual(step.value.kind, 'lock', 'it still waits');
    }
}

const forUpdate = (transaction: ShopTransaction): Generator<Waiting, QueryOutcome, void> =>
    transaction.open.database.query({
        text: `SELECT Fee__c FROM Invoice__c WHERE Id = '${id}' FOR UPDATE`,
        binds: new Map(),
        access: null,
        dynamic: false,
    });

const update = (transaction: ShopTransaction, rowId: string, fee: number) =>
    transaction.statement('update', [transaction.record('Invoice__c', { Fee__c: fee }, rowId)]);

test('an update waits for the row of another open transaction, and goes on when that ends', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    const waiting = update(second, id, 3);
    assert.equal(runUntil(waiting, 'lock')?.detail, 'UPDATE Invoice__c');
    assert.equal(waiting.next().done, false, 'it waits on while the lock is held');
    first.commit();
    assert.equal(finish(waiting)[0]?.success, true);
    assert.equal(second.value('Invoice__c', id, 'Fee__c'), 3);
});

test('FOR UPDATE answers the row as it was committed by the one it waited for', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    const waiting = forUpdate(second);
    runUntil(waiting, 'lock');
    first.commit();
    const outcome = finish(waiting);
    assert.ok(outcome.kind === 'records');
    assert.equal(String(outcome.records[0]?.values.at(-1)), '2.00');
});

test('without FOR UPDATE a read never waits', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    assert.equal(second.value('Invoice__c', id, 'Fee__c'), 1);
});

test('an update gives up after ten seconds with UNABLE_TO_LOCK_ROW', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    const waiting = update(second, id, 3);
    runUntil(waiting, 'lock');
    shop.clock.advance(9_999);
    assert.equal(waiting.next().done, false);
    shop.clock.advance(1);
    const step = waiting.next();
    assert.ok(step.done === true);
    assert.deepEqual(step.value[0]?.errors[0], {
        statusCode: 'UNABLE_TO_LOCK_ROW',
        message: `unable to obtain exclusive access to this record or 1 records: ${id}`,
        fields: [],
    });
});

test('FOR UPDATE gives up after ten seconds with a QueryException', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    const waiting = forUpdate(second);
    runUntil(waiting, 'lock');
    shop.clock.advance(10_000);
    assert.throws(
        () => waiting.next(),
        (error: { message: string; gettypename$(): string }) =>
            error.gettypename$() === 'System.QueryException' &&
            error.message.startsWith('Record Currently Unavailable'),
    );
});

test('where nobody else can run, waiting gives up at once', () => {
    first.update('Invoice__c', id, { Fee__c: 2 });
    assert.match(second.refusal('update', 'Invoice__c', { Fee__c: 3 }, id), /^UNABLE_TO_LOCK_ROW/);
});

test('two transactions that wait for each other: the one that closes the circle is refused', () => {
    const other = shop.commit((setup) => setup.insertOne('Invoice__c', { Fee__c: 1 }));
    first.update('Invoice__c', id, { Fee__c: 2 });
    second.update('Invoice__c', other, { Fee__c: 2 });
    const waiting = update(first, other, 3);
    runUntil(waiting, 'lock');
    const closing = update(second, id, 3);
    const outcome = finish(closing);
    assert.equal(outcome[0]?.errors[0]?.statusCode, 'UNABLE_TO_LOCK_ROW');
    second.rollback();
    assert.equal(finish(waiting)[0]?.success, true);
});

test('a master is locked with its detail, a lookup that is only cleared is not', () => {
    const account = shop.commit((setup) => setup.insertOne('Account', { Name: 'Acme' }));
    const holder = shop.open();
    holder.insertOne('Invoice_Line__c', { Invoice__c: id });
    assert.match(shop.open().refusal('update', 'Invoice__c', { Fee__c: 9 }, id), /^UNABLE_TO_LOCK_ROW/);
    holder.insertOne('Invoice__c', { Account__c: account });
    assert.equal(shop.open().refusal('update', 'Account', { Name: 'Other' }, account), 'accepted');
});
