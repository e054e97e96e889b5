import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexFormulas } from '../../src/apex/apex-formulas.ts';
import { plain, Shop } from '../support/shop.ts';

test('formula fields of a record in memory follow what it holds', () => {
    const shop = new Shop();
    const transaction = shop.open();
    const account = transaction.insertOne('Account', { Name: 'Acme', Region__c: 'north' });
    const record = transaction.record('Invoice__c', { Account__c: account, Status__c: 'Draft' });
    apexFormulas(shop.org, transaction.open).recalculate([record]);
    assert.equal(plain(record)['Region_Label__c'], 'NORTH/Draft');
});
