import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordFormulas } from '../../src/formula/record-formulas.ts';
import { plain, Shop } from '../support/shop.ts';

test('formula fields of a record in memory follow what it holds', () => {
    const transaction = new Shop().open();
    const account = transaction.insertOne('Account', { Name: 'Acme', Region__c: 'north' });
    const record = transaction.record('Invoice__c', { Account__c: account, Status__c: 'Draft' });
    new RecordFormulas(transaction.open.formulas).recalculate([record]);
    assert.equal(plain(record)['Region_Label__c'], 'NORTH/Draft');
});
