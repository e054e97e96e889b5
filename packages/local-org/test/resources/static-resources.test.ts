import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import { ResourceReader } from '../../src/resources/resource-reader.ts';
import { Shop } from '../support/shop.ts';

const shop = new Shop();

function reader() {
    const transaction = shop.open({ isTest: true });
    const { transaction: rows, database } = transaction.open;
    return { transaction, resources: new ResourceReader(rows, database, shop.org.schema.require('StaticResource')) };
}

test('a resource is found by its name, in tests as well', () => {
    assert.match(reader().resources.staticResource('', 'prices')?.toText() ?? '', /^Name,Percent__c/);
    assert.equal(reader().resources.staticResource('', 'nothing'), undefined);
});

test('lines of a CSV resource become records', () => {
    const { transaction, resources } = reader();
    const loaded = drive(resources.loadData(transaction.type('Rate__c'), 'Prices'));
    assert.equal(loaded.size(), 1);
    assert.deepEqual(transaction.rows('SELECT Name, Percent__c FROM Rate__c'), [{ Name: 'Standard', Percent__c: 19 }]);
});

test('a resource that does not exist, and a column that is no field', () => {
    const { transaction, resources } = reader();
    const fails = (type: string, name: string) => () => drive(resources.loadData(transaction.type(type), name));
    assert.throws(
        fails('Rate__c', 'Nothing'),
        (error: { message: string }) => error.message === 'Static Resource not found: Nothing',
    );
    assert.throws(
        fails('Account', 'Prices'),
        (error: { message: string }) => error.message === 'Invalid field Percent__c for Account',
    );
});
