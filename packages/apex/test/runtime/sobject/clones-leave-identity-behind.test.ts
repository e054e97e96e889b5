import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyRecord } from '../../../src/runtime/sobject/clone.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import { ACCOUNT_ID, account, contact } from '../../support/fake-schema.ts';
import { NOW } from '../../support/fake-transaction.ts';
import { callMethod } from '../../support/library-calls.ts';

const slot = (name: string): number => account.field(name)?.slot ?? -1;

function saved(): SObject {
    const record = new SObject(account);
    record.values[0] = ACCOUNT_ID;
    record.values[slot('Name')] = 'Acme';
    record.values[slot('CreatedDate')] = new ApexDatetime(NOW);
    record.values[slot('Number__c')] = 'A-1';
    record.readOnly = true;
    record.errors = [{ message: 'x', field: null, escape: true }];
    return record;
}

const clone = (record: SObject, signature: string, ...values: boolean[]): SObject =>
    callMethod(record, 'System.SObject', signature, ...values) as SObject;

test('a clone has the fields, but no id, timestamps, auto numbers, errors and locks', () => {
    const copy = clone(saved(), 'clone()');
    assert.equal(copy.values[slot('Name')], 'Acme');
    assert.deepEqual(
        [copy.id, copy.values[slot('CreatedDate')], copy.values[slot('Number__c')]],
        [null, undefined, undefined],
    );
    assert.deepEqual([copy.readOnly, copy.errors], [false, null]);
    assert.deepEqual([copy.cloned, copy.cloneSourceId], [true, ACCOUNT_ID]);
});

test('each of them can be kept', () => {
    const copy = clone(saved(), 'clone(Boolean,Boolean,Boolean,Boolean)', true, false, true, true);
    assert.equal(copy.id, ACCOUNT_ID);
    assert.ok(copy.values[slot('CreatedDate')] instanceof ApexDatetime);
    assert.equal(copy.values[slot('Number__c')], 'A-1');
});

test('a deep clone copies parents, a shallow one shares them', () => {
    const child = new SObject(contact);
    const parent = saved();
    child.parents = new Map([['account', parent]]);
    assert.equal(clone(child, 'clone(Boolean,Boolean)', false, false).parents?.get('account'), parent);
    const copied = clone(child, 'clone(Boolean,Boolean)', false, true).parents?.get('account');
    assert.notEqual(copied, parent);
    assert.equal(copied?.id, ACCOUNT_ID);
});

test('a copy made by the runtime is no clone to Apex', () => {
    const copy = copyRecord(saved());
    assert.deepEqual([copy.cloned, copy.cloneSourceId, copy.id], [false, null, ACCOUNT_ID]);
});
