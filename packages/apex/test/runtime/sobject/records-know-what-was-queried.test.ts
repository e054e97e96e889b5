import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { getField, setField } from '../../../src/runtime/sobject/fields.ts';
import { getChildren, getParent, setParent } from '../../../src/runtime/sobject/relationships.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { sobjectType } from '../../../src/runtime/types-registry.ts';
import { account, contact } from '../../support/fake-schema.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const slot = (name: string): number => account.field(name)?.slot ?? -1;

test('a field of a new record is null until it is set, a checkbox false', () => {
    const record = new SObject(account);
    assert.equal(getField(record, slot('Name')), null);
    assert.equal(getField(record, slot('IsActive__c')), false);
    setField(record, slot('Name'), 'Acme');
    assert.equal(getField(record, slot('Name')), 'Acme');
});

test('a field that the query left out cannot be read, one that it read as null can', () => {
    const record = new SObject(account);
    record.queried = true;
    record.values[slot('AnnualRevenue')] = null;
    assert.equal(getField(record, slot('AnnualRevenue')), null);
    assert.equal(
        apexErrorOf(() => getField(record, slot('Name'))),
        'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name',
    );
});

test('the Id of a queried record can always be read: that of a clone is null', () => {
    const record = new SObject(account);
    record.queried = true;
    assert.equal(getField(record, 0), null);
});

test('a relationship that the query left out cannot be followed', () => {
    const record = new SObject(contact);
    record.queried = true;
    assert.equal(
        apexErrorOf(() => getParent(record, 'account')),
        'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Contact.Account',
    );
});

test('relationships are found in any case', () => {
    const record = new SObject(contact);
    const parent = new SObject(account);
    setParent(record, 'Account', parent);
    assert.equal(getParent(record, 'ACCOUNT'), parent);
});

test('children of a record that has none are an empty list of their type', () => {
    const children = getChildren(new SObject(account), 'Contacts');
    assert.equal(children.size(), 0);
    assert.equal(children.elementType.name, 'Contact');
    const record = new SObject(account);
    const list = new ApexList(sobjectType('Contact'));
    record.children = new Map([['contacts', list]]);
    assert.equal(getChildren(record, 'Contacts'), list);
});

test('read-only records cannot be written', () => {
    const record = new SObject(account);
    record.readOnly = true;
    assert.equal(
        apexErrorOf(() => setField(record, 1, 'x')),
        'System.FinalException: Record is read-only',
    );
});
