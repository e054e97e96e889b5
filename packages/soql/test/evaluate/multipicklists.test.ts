import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
org.insert(
    'Account',
    { Name: 'both', Regions__c: 'EU;US' },
    { Name: 'eu', Regions__c: 'EU' },
    { Name: 'apac', Regions__c: 'APAC;EU' },
    { Name: 'none' },
);
const where = (condition: string, binds = {}) => org.column(`SELECT Name FROM Account WHERE ${condition}`, binds);

test('INCLUDES takes any of its operands, of each operand all values', () => {
    assert.deepEqual(where("Regions__c INCLUDES ('EU;US')"), ['both']);
    assert.deepEqual(where("Regions__c INCLUDES ('us;eu', 'APAC')"), ['both', 'apac']);
    assert.deepEqual(where('Regions__c INCLUDES (:wanted)', { wanted: 'US' }), ['both']);
});

test('EXCLUDES is its opposite and matches what has no value', () => {
    assert.deepEqual(where("Regions__c EXCLUDES ('EU;US')"), ['eu', 'apac', 'none']);
});

test('= compares the whole selection', () => {
    assert.deepEqual(where("Regions__c = 'eu;us'"), ['both']);
    assert.deepEqual(where("Regions__c != 'EU'"), ['both', 'apac', 'none']);
});
