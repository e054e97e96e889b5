import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from '../support/shop.ts';

test('the creation and each change of a tracked field leave a row of history', () => {
    const shop = new Shop();
    const transaction = shop.open();
    const id = transaction.insertOne('Invoice__c', { Fee__c: 1 });
    transaction.update('Invoice__c', id, { Fee__c: 2, Notes__c: 'long text', Status__c: 'Sent' });
    assert.deepEqual(
        transaction.rows('SELECT ParentId, Field, OldValue, NewValue, CreatedById FROM Invoice__History'),
        [
            { ParentId: id, Field: 'created', OldValue: null, NewValue: null, CreatedById: shop.org.ids.adminId },
            { ParentId: id, Field: 'Fee__c', OldValue: 1, NewValue: 2, CreatedById: shop.org.ids.adminId },
            { ParentId: id, Field: 'Notes__c', OldValue: null, NewValue: null, CreatedById: shop.org.ids.adminId },
        ],
    );
    transaction.delete('Invoice__c', id);
    assert.equal(transaction.count('Invoice__History'), 0);
});

test('tests leave no history', () => {
    const transaction = new Shop().open({ isTest: true });
    transaction.insertOne('Invoice__c', { Fee__c: 1 });
    assert.equal(transaction.count('Invoice__History'), 0);
});
