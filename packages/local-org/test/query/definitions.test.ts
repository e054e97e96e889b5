import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from '../support/shop.ts';

const transaction = new Shop().open();

test('objects are rows of EntityDefinition', () => {
    assert.deepEqual(
        transaction.rows(
            "SELECT QualifiedApiName, Label, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName IN ('Account', 'Invoice__c')",
        ),
        [
            { QualifiedApiName: 'Account', Label: 'Account', KeyPrefix: '001' },
            { QualifiedApiName: 'Invoice__c', Label: 'Invoice', KeyPrefix: 'a03' },
        ],
    );
});

test('fields are rows of FieldDefinition, below their object', () => {
    assert.deepEqual(
        transaction.rows(
            "SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Payment__c' AND QualifiedApiName LIKE '%__c'",
        ),
        [{ QualifiedApiName: 'Invoice__c', DataType: 'reference' }],
    );
});
