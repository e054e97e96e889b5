import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ApexMap } from '../../../src/runtime/collections/map.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import type { SObjectTypeInfo } from '../../../src/runtime/sobject/sobject-type.ts';
import { fakeObject, FakeSchema } from '../../support/fake-schema.ts';
import { beginTransaction, type FakeTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';

const ORGANIZATION = '00D000000000001AAA';
const options = fakeObject('Options__c', {
    kind: 'hierarchySetting',
    fields: { SetupOwnerId: 'reference', Gap__c: 'double', Name__c: 'string' },
});
const rules = fakeObject('Rule__c', { kind: 'listSetting', fields: { Name: 'string', Minutes__c: 'int' } });

const rows = new Map<string, SObject>();
let transaction: FakeTransaction;

beforeEach(() => {
    rows.clear();
    transaction = beginTransaction({
        schema: new FakeSchema([options, rules]),
        services: {
            organization: { id: ORGANIZATION },
            settings: {
                row: (_type, key) => rows.get(key) ?? null,
                rows: () => [...rows.values()],
                profileOf: () => '00e000000000009AAA',
            },
        },
    });
});

function save(type: SObjectTypeInfo, key: string, ...values: unknown[]): void {
    const record = new SObject(type);
    values.forEach((value, index) => {
        record.values[index] = value;
    });
    rows.set(key, record);
}

const read = (type: SObjectTypeInfo, signature: string, ...values: unknown[]): SObject | null =>
    callStatic('System.SObject', signature, type, ...values) as SObject | null;

test('org defaults and instances are never null; without data they have no id', () => {
    assert.equal(read(options, 'getOrgDefaults()')?.id, null);
    const instance = read(options, 'getInstance()');
    assert.equal(instance?.id, null);
    assert.equal(instance?.values[1], transaction.user.id);
});

test('an instance takes each field from the user, else the profile, else the organization', () => {
    save(options, ORGANIZATION, 'a00000000000001AAA', ORGANIZATION, 15, 'org');
    save(options, transaction.user.profileId, 'a00000000000002AAA', transaction.user.profileId, null, 'profile');
    save(options, transaction.user.id, 'a00000000000003AAA', transaction.user.id, null, null);
    const instance = read(options, 'getInstance()');
    assert.deepEqual([instance?.id, instance?.values[2], instance?.values[3]], ['a00000000000003AAA', 15, 'profile']);
});

test('another user’s instance follows that user’s profile', () => {
    save(options, '00e000000000009AAA', 'a00000000000004AAA', '00e000000000009AAA', 3, 'other profile');
    assert.equal(read(options, 'getInstance(Id)', '005000000000009AAA')?.values[3], 'other profile');
});

test('getValues reads one level and answers null where it has no row', () => {
    save(options, ORGANIZATION, 'a00000000000001AAA', ORGANIZATION, 15, 'org');
    assert.equal(read(options, 'getValues(Id)', transaction.user.id), null);
    assert.equal(read(options, 'getValues(Id)', ORGANIZATION)?.values[3], 'org');
});

test('list settings are read by name, one or all', () => {
    save(rules, 'Daily', 'a01000000000001AAA', 'Daily', 60);
    assert.equal(read(rules, 'getInstance(String)', 'Daily')?.values[2], 60);
    assert.equal(read(rules, 'getValues(String)', 'Weekly'), null);
    const all = callStatic('System.SObject', 'getAll()', rules) as ApexMap;
    assert.deepEqual([...all.store.entries.keys()], ['Daily']);
});

test('what is returned is a copy: changing it changes nothing until it is saved', () => {
    save(options, ORGANIZATION, 'a00000000000001AAA', ORGANIZATION, 15, 'org');
    const first = read(options, 'getOrgDefaults()') as SObject;
    first.values[2] = 99;
    assert.equal(read(options, 'getOrgDefaults()')?.values[2], 15);
    assert.equal(first.cloned, false);
});
