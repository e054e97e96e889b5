import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop, shopPackage } from '../support/shop.ts';

const managed = new Shop({ namespace: 'shop' }, [shopPackage('shop')]);

test('source without prefixes is deployed under the namespace', () => {
    const invoice = managed.org.schema.require('shop__Invoice__c');
    assert.equal(invoice.localName, 'Invoice__c');
    assert.equal(invoice.namespace, 'shop');
    assert.equal(invoice.field('shop__Key__c')?.localName, 'Key__c');
    assert.equal(invoice.field('Key__c')?.name, 'shop__Key__c');
    assert.equal(managed.org.schema.require('Account').field('shop__Region__c')?.custom, true);
});

test('bare names are found from inside the namespace alone', () => {
    assert.equal(managed.org.schema.object('Invoice__c', 'shop')?.name, 'shop__Invoice__c');
    assert.equal(managed.org.schema.object('Invoice__c'), undefined);
});

test('queries, roll-ups, formulas and rules work on bare names inside the package', () => {
    const transaction = managed.open({ namespace: 'shop' });
    const id = transaction.insertOne('Invoice__c', { Key__c: 'A' });
    transaction.insert('Invoice_Line__c', { Invoice__c: id, Amount__c: 12.5 }, { Invoice__c: id, Amount__c: 7.5 });
    const [row] = transaction.rows(
        'SELECT Total__c, Net__c, Region_Label__c, (SELECT Id FROM Lines__r) FROM Invoice__c',
    );
    assert.deepEqual(row, { shop__Total__c: 20, shop__Net__c: 20, shop__Region_Label__c: 'none' });
    assert.match(transaction.refusal('update', 'Invoice__c', { Fee__c: -1 }, id), /must not be negative/);
});

test('from outside the full name is needed', () => {
    const transaction = managed.open({ namespace: '' });
    transaction.insertOne('shop__Invoice__c', { shop__Key__c: 'B' });
    assert.equal(transaction.rows("SELECT shop__Key__c FROM shop__Invoice__c WHERE shop__Key__c = 'b'").length, 1);
    assert.throws(
        () => transaction.query('SELECT Id FROM Invoice__c'),
        (error: { message: string }) => /sObject type 'Invoice__c' is not supported/.test(error.message),
    );
});

test('the same source without and with a namespace lives side by side in one org', () => {
    const both = new Shop({}, [shopPackage(), shopPackage('shop')]);
    const account = both.org.schema.require('Account');
    assert.equal(account.fieldIn('Region__c', '')?.name, 'Region__c');
    assert.equal(account.fieldIn('Region__c', 'shop')?.name, 'shop__Region__c');
    const own = both.open({ namespace: '' });
    const packaged = both.open({ namespace: 'shop' });
    own.insertOne('Invoice__c', { Key__c: 'own' });
    packaged.insertOne('Invoice__c', { Key__c: 'packaged' });
    assert.deepEqual(own.rows('SELECT Key__c FROM Invoice__c'), [{ Key__c: 'own' }]);
    assert.deepEqual(packaged.rows('SELECT Key__c FROM Invoice__c'), [{ shop__Key__c: 'packaged' }]);
});

test('labels belong to the namespace and follow the language of the user', () => {
    const transaction = managed.open();
    assert.equal(transaction.open.schema.label('shop', 'Hello'), 'Hello & welcome');
    assert.equal(transaction.open.schema.label('', 'Hello'), undefined);
});
