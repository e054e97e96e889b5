import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import type { ApexMap } from '../../../src/runtime/collections/map.ts';
import { fieldToken } from '../../../src/runtime/schema/sobject-field.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { sobjectType } from '../../../src/runtime/types-registry.ts';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import { ACCOUNT_ID, account, contact } from '../../support/fake-schema.ts';
import { beginTransaction, NOW } from '../../support/fake-transaction.ts';
import { callMethod } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const on = (record: SObject, signature: string, ...values: unknown[]): unknown =>
    callMethod(record, 'System.SObject', signature, ...values);
const put = (record: SObject, name: string, value: unknown): unknown => on(record, 'put(String,Object)', name, value);

test('put answers the value before, and get finds fields without case or by token', () => {
    const record = new SObject(account);
    assert.equal(put(record, 'name', 'A'), null);
    assert.equal(put(record, 'NAME', 'B'), 'A');
    assert.equal(on(record, 'get(String)', 'Name'), 'B');
    const token = fieldToken(account.field('Name') as NonNullable<ReturnType<typeof account.field>>);
    assert.equal(on(record, 'get(Schema.SObjectField)', token), 'B');
});

test('an unknown field is an SObjectException', () => {
    const message = 'System.SObjectException: Invalid field Nope__c for Account';
    assert.equal(
        apexErrorOf(() => put(new SObject(account), 'Nope__c', 1)),
        message,
    );
    assert.equal(
        apexErrorOf(() => on(new SObject(account), 'get(String)', 'Nope__c')),
        message,
    );
});

test('put converts numbers and dates, and refuses other types by name', () => {
    const record = new SObject(account);
    put(record, 'AnnualRevenue', 5);
    assert.equal(apexToString(on(record, 'get(String)', 'AnnualRevenue')), '5');
    put(record, 'Founded__c', new ApexDatetime(NOW));
    assert.equal(apexToString(on(record, 'get(String)', 'Founded__c')), '2026-03-01 00:00:00');
    assert.equal(
        apexErrorOf(() => put(record, 'Name', 5)),
        'System.SObjectException: Illegal assignment from Integer to String',
    );
    assert.equal(
        apexErrorOf(() => put(record, 'AnnualRevenue', 'much')),
        'System.SObjectException: Illegal assignment from String to Decimal',
    );
});

test('a system field is not editable, the Id is', () => {
    const record = new SObject(account);
    assert.equal(
        apexErrorOf(() => put(record, 'CreatedDate', new ApexDatetime(NOW))),
        'System.SObjectException: Field CreatedDate is not editable',
    );
    put(record, 'Id', ACCOUNT_ID.slice(0, 15));
    assert.equal(record.id, ACCOUNT_ID);
});

test('isSet and getPopulatedFieldsAsMap tell what was set', () => {
    const record = new SObject(account);
    put(record, 'Name', null);
    assert.equal(on(record, 'isSet(String)', 'Name'), true);
    assert.equal(on(record, 'isSet(String)', 'AnnualRevenue'), false);
    assert.equal(apexToString(on(record, 'getPopulatedFieldsAsMap()') as ApexMap), '{Name=null}');
});

test('getSObject follows relationship names and lookups, and refuses other names', () => {
    const record = new SObject(contact);
    const parent = new SObject(account);
    assert.equal(on(record, 'putSObject(String,SObject)', 'Account', parent), null);
    assert.equal(on(record, 'getSObject(String)', 'AccountId'), parent);
    assert.equal(
        apexErrorOf(() => on(record, 'getSObject(String)', 'LastName')),
        'System.SObjectException: Invalid relationship LastName for Contact',
    );
});

test('getSObjects is null where there are no children', () => {
    const record = new SObject(account);
    assert.equal(on(record, 'getSObjects(String)', 'Contacts'), null);
    const children = ApexList.of(sobjectType('Contact'), [new SObject(contact)]);
    record.children = new Map([['contacts', children]]);
    assert.equal(on(record, 'getSObjects(String)', 'contacts'), children);
});

test('columns of aggregate rows are read by alias', () => {
    const row = new SObject(account);
    row.aliases = new Map<string, unknown>([
        ['total', 5],
        ['expr0', null],
    ]);
    assert.equal(on(row, 'get(String)', 'Total'), 5);
    assert.equal(on(row, 'get(String)', 'expr0'), null);
});

test('errors that code adds are kept with their fields', () => {
    const record = new SObject(account);
    on(record, 'addError(String)', 'bad record');
    on(record, 'addError(String,String)', 'Name', 'bad name');
    assert.equal(on(record, 'hasErrors()'), true);
    const errors = (on(record, 'getErrors()') as ApexList).items;
    const fields = errors.map((error) => apexToString(callMethod(error, 'Database.Error', 'getFields()')));
    assert.deepEqual(fields, ['()', '(Name)']);
});
