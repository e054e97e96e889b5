import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
const [parent] = org.insert('Account', {
    Name: 'full',
    Industry: 'Banking',
    Rating: 5,
    Founded__c: day('2020-01-01'),
    IsActive__c: true,
});
org.insert('Account', { Name: 'empty' });
org.insert('Contact', { LastName: 'child', AccountId: parent }, { LastName: 'orphan' });

const accounts = (condition: string, binds = {}) => org.column(`SELECT Name FROM Account WHERE ${condition}`, binds);
const contacts = (condition: string) => org.column(`SELECT LastName FROM Contact WHERE ${condition}`);

test('= null and != null ask for the null itself', () => {
    assert.deepEqual(accounts('Industry = null'), ['empty']);
    assert.deepEqual(accounts('Industry != null'), ['full']);
    assert.deepEqual(accounts("Industry IN ('Technology', null)"), ['empty']);
});

test('empty text is null', () => {
    assert.deepEqual(accounts("Industry = ''"), ['empty']);
    assert.deepEqual(accounts("Industry != ''"), ['full']);
    assert.deepEqual(accounts('Industry = :nothing', { nothing: '' }), ['empty']);
});

test('!= matches null, NOT IN and the orders do not', () => {
    assert.deepEqual(accounts("Industry != 'Technology'"), ['full', 'empty']);
    assert.deepEqual(accounts("Industry NOT IN ('Technology')"), ['full']);
    assert.deepEqual(accounts('Rating < 100'), ['full']);
    assert.deepEqual(accounts('Rating >= 0'), ['full']);
    assert.deepEqual(accounts('Founded__c > 1900-01-01'), ['full']);
    assert.deepEqual(accounts("Industry LIKE '%'"), ['full']);
});

test('comparisons are true or false, never unknown: NOT of a comparison with null is true', () => {
    assert.deepEqual(accounts('NOT Rating > 100'), ['full', 'empty']);
    assert.deepEqual(accounts("NOT Industry LIKE 'Tech%'"), ['full', 'empty']);
});

test('an order against a null bind matches nothing', () => {
    assert.deepEqual(accounts('Rating > :limit', { limit: null }), []);
    assert.deepEqual(accounts('Rating = :limit', { limit: null }), ['empty']);
});

test('a checkbox is never null: null means false', () => {
    assert.deepEqual(accounts('IsActive__c = null'), ['empty']);
    assert.deepEqual(accounts('IsActive__c != null'), ['full']);
    assert.deepEqual(accounts('IsActive__c = false'), ['empty']);
    assert.deepEqual(org.column("SELECT IsActive__c FROM Account WHERE Name = 'empty'"), [false]);
});

test('fields of a missing parent are null, its checkboxes false', () => {
    assert.deepEqual(contacts('Account.Name = null'), ['orphan']);
    assert.deepEqual(contacts("Account.Name != 'other'"), ['child', 'orphan']);
    assert.deepEqual(contacts('Account.IsActive__c = false'), ['orphan']);
    assert.deepEqual(contacts("LastName = 'none' OR Account.Name = 'full'"), ['child']);
});
