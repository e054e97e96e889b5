import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { Shop, type ShopTransaction } from '../support/shop.ts';
import { TriggerProbe } from '../support/trigger-probe.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

test('a deleted record is in the recycle bin, where ALL ROWS finds it', () => {
    const id = transaction.insertOne('Account', { Name: 'Acme' });
    transaction.delete('Account', id);
    assert.equal(transaction.count('Account'), 0);
    assert.deepEqual(transaction.rows('SELECT Name, IsDeleted FROM Account ALL ROWS'), [
        { Name: 'Acme', IsDeleted: true },
    ]);
});

test('details go with their master, and come back with it', () => {
    const invoice = transaction.insertOne('Invoice__c', { Key__c: 'A' });
    const [kept, removed] = transaction.insert(
        'Invoice_Line__c',
        { Invoice__c: invoice, Amount__c: 5 },
        { Invoice__c: invoice, Amount__c: 7 },
    );
    transaction.delete('Invoice_Line__c', removed as string);
    transaction.delete('Invoice__c', invoice);
    assert.equal(transaction.count('Invoice_Line__c'), 0);
    assert.equal(transaction.run('undelete', [transaction.record('Invoice__c', {}, invoice)])[0]?.success, true);
    assert.deepEqual(
        transaction.query('SELECT Id FROM Invoice_Line__c').map(({ id }) => id),
        [kept],
        'what was deleted before stays deleted',
    );
    assert.equal(transaction.value('Invoice__c', invoice, 'Total__c'), 5);
});

test('deleting a master fires no triggers of its details', () => {
    const triggers = new TriggerProbe().on('Invoice__c', 'AFTER_DELETE').on('Invoice_Line__c', 'BEFORE_DELETE');
    transaction = shop.open({ triggers });
    const invoice = transaction.insertOne('Invoice__c', {});
    transaction.insertOne('Invoice_Line__c', { Invoice__c: invoice });
    transaction.delete('Invoice__c', invoice);
    assert.deepEqual(triggers.fired, ['AFTER_DELETE Invoice__c 1']);
});

test('lookups to a deleted record are cleared', () => {
    const account = transaction.insertOne('Account', { Name: 'Acme' });
    const invoice = transaction.insertOne('Invoice__c', { Account__c: account });
    transaction.delete('Account', account);
    assert.equal(transaction.value('Invoice__c', invoice, 'Account__c'), null);
});

test('a record whose children must not lose it stays', () => {
    const invoice = transaction.insertOne('Invoice__c', {});
    transaction.insertOne('Payment__c', { Invoice__c: invoice, Name: 'P-1' });
    assert.equal(
        transaction.refusal('delete', 'Invoice__c', {}, invoice),
        'DELETE_FAILED, Your attempt to delete INV-2026-0001 could not be completed because it is associated with the following payments.: P-1\n: []',
    );
});

test('standard objects cascade and restrict as on the platform', () => {
    const account = transaction.insertOne('Account', { Name: 'Acme' });
    transaction.insertOne('Contact', { LastName: 'Curie', AccountId: account });
    transaction.insertOne('Task', { Subject: 'Call', WhatId: account });
    transaction.delete('Account', account);
    assert.deepEqual([transaction.count('Contact'), transaction.count('Task')], [0, 0]);
    const other = transaction.insertOne('Account', { Name: 'Other' });
    transaction.insertOne('Case', { Subject: 'Broken', AccountId: other });
    assert.match(
        transaction.refusal('delete', 'Account', {}, other),
        /^DELETE_FAILED, Your attempt to delete Other could not be completed because it is associated with the following cases/,
    );
});

test('a unique value is free once its row is deleted, and undeleting it then fails', () => {
    const first = transaction.insertOne('Invoice__c', { Key__c: 'A' });
    transaction.delete('Invoice__c', first);
    const second = transaction.insertOne('Invoice__c', { Key__c: 'a' });
    const [outcome] = transaction.run('undelete', [transaction.record('Invoice__c', {}, first)]);
    assert.equal(
        outcome?.errors[0]?.message,
        `duplicate value found: Key__c duplicates value on record with id: ${second}`,
    );
});

test('an undelete of what is not in the recycle bin', () => {
    const id = transaction.insertOne('Account', { Name: 'Acme' });
    assert.equal(
        transaction.refusal('undelete', 'Account', {}, id),
        'UNDELETE_FAILED, Entity is not in the recycle bin: []',
    );
});

test('an emptied recycle bin is empty for good', () => {
    const id = transaction.insertOne('Account', { Name: 'Acme' });
    transaction.delete('Account', id);
    const empty = () => drive(transaction.open.database.emptyRecycleBin([id]))[0];
    assert.equal(empty()?.success, true);
    assert.equal(transaction.query('SELECT Id FROM Account ALL ROWS').length, 0);
    assert.equal(empty()?.errors[0]?.message, `Invalid record id; no recycle bin entry found: ${id}`);
});

test('custom settings are gone at once', () => {
    const [id] = transaction.insert('Rate__c', { Name: 'Standard' });
    transaction.delete('Rate__c', id as string);
    assert.equal(transaction.query('SELECT Id FROM Rate__c ALL ROWS').length, 0);
});
