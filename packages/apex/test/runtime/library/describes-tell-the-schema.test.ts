import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import type { ApexMap } from '../../../src/runtime/collections/map.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import { SObjectField } from '../../../src/runtime/schema/sobject-field.ts';
import { SObjectTypeToken } from '../../../src/runtime/schema/sobject-type-token.ts';
import type { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { ACCOUNT_ID, account, contact, fakeObject, FakeSchema } from '../../support/fake-schema.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, readField } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const job = fakeObject('ns__Job__c', {
    namespace: 'ns',
    localName: 'Job__c',
    fields: {
        ns__Status__c: {
            type: 'picklist',
            defaultValue: 'Queued',
            picklistValues: [
                { value: 'Queued', label: 'In the queue', active: true, default: true },
                { value: 'Done', label: 'Done', active: false, default: false },
            ],
        },
    },
    recordTypes: [
        {
            id: '012000000000001AAA',
            name: 'Main type',
            developerName: 'Main',
            active: true,
            default: true,
            master: false,
            description: null,
        },
    ],
    fieldSets: [
        {
            name: 'Short',
            namespace: 'ns',
            label: 'Short',
            description: '',
            members: [{ path: 'ns__Status__c', required: true }],
        },
    ],
});

beforeEach(() => beginTransaction({ schema: new FakeSchema([account, contact, job]), namespace: 'ns' }));

const describe = (token = SObjectTypeToken.of(account)): unknown =>
    callMethod(token, 'Schema.SObjectType', 'getDescribe()');
const ofObject = (signature: string, token = SObjectTypeToken.of(account)): unknown =>
    callMethod(describe(token), 'Schema.DescribeSObjectResult', signature);
const fieldOf = (object: typeof account, name: string): unknown => {
    const info = object.field(name);
    assert.ok(info);
    return callMethod(SObjectField.of(info), 'Schema.SObjectField', 'getDescribe()');
};
const ofField = (name: string, signature: string, object = account): unknown =>
    callMethod(fieldOf(object, name), 'Schema.DescribeFieldResult', signature);

test('the global describe finds objects in any case, and own objects without the prefix', () => {
    const all = callStatic('System.Schema', 'getGlobalDescribe()') as ApexMap;
    assert.equal(all.get('ACCOUNT'), SObjectTypeToken.of(account));
    assert.equal(all.get('Job__c'), SObjectTypeToken.of(job));
    assert.equal(all.get('ns__job__c'), SObjectTypeToken.of(job));
    assert.equal(all.get('Nope'), null);
    all.clear();
    assert.equal((callStatic('System.Schema', 'getGlobalDescribe()') as ApexMap).size(), 3);
});

test('an object tells its names, prefix and kind', () => {
    assert.equal(ofObject('getName()'), 'Account');
    assert.equal(ofObject('getKeyPrefix()'), '001');
    assert.equal(ofObject('isCustom()'), false);
    const token = SObjectTypeToken.of(job);
    assert.deepEqual([ofObject('getName()', token), ofObject('getLocalName()', token)], ['ns__Job__c', 'Job__c']);
    assert.equal(readField(describe(token), 'Schema.DescribeSObjectResult', 'Label'), ofObject('getLabel()', token));
});

test('a field tells its type, length and references', () => {
    assert.equal(apexToString(ofField('Name', 'getType()')), 'STRING');
    assert.equal(ofField('Name', 'getLength()'), 80);
    assert.equal(apexToString(ofField('AnnualRevenue', 'getSoapType()')), 'DOUBLE');
    assert.equal(ofField('CreatedDate', 'isCreateable()'), false);
    const references = ofField('AccountId', 'getReferenceTo()', contact) as ApexList;
    assert.deepEqual(references.items, [SObjectTypeToken.of(account)]);
    assert.equal(ofField('AccountId', 'getRelationshipName()', contact), 'Account');
});

test('picklist values, record types, child relationships and field sets are listed', () => {
    const values = (ofField('ns__Status__c', 'getPicklistValues()', job) as ApexList).items as DataObject[];
    assert.deepEqual(
        values.map((value) => [value.get('label'), value.get('active')]),
        [
            ['In the queue', true],
            ['Done', false],
        ],
    );
    const token = SObjectTypeToken.of(job);
    const types = ofObject('getRecordTypeInfosByDeveloperName()', token) as ApexMap;
    assert.equal((types.get('Main') as DataObject).get('recordTypeId'), '012000000000001AAA');
    const [child] = (ofObject('getChildRelationships()') as ApexList).items as DataObject[];
    assert.equal(child?.get('childSObject'), SObjectTypeToken.of(contact));
    const sets = callMethod(ofObject('getFieldSets()', token), 'Schema.SObjectTypeFieldSets', 'getMap()') as ApexMap;
    const [member] = ((sets.get('Short') as DataObject).get('fields') as ApexList).items as DataObject[];
    assert.deepEqual([member?.get('fieldPath'), apexToString(member?.get('type'))], ['ns__Status__c', 'PICKLIST']);
});

test('two describe calls answer the same child relationships, picklist values and field set members', () => {
    const parts = (): unknown[] => {
        const sets = callMethod(
            ofObject('getFieldSets()', SObjectTypeToken.of(job)),
            'Schema.SObjectTypeFieldSets',
            'getMap()',
        );
        const set = (sets as ApexMap).get('Short');
        return [
            (ofObject('getChildRelationships()') as ApexList).items[0],
            (ofField('ns__Status__c', 'getPicklistValues()', job) as ApexList).items[0],
            (callMethod(set, 'Schema.FieldSet', 'getFields()') as ApexList).items[0],
        ];
    };
    const [first, second] = [parts(), parts()];
    first.forEach((part, index) => assert.equal(part, second[index]));
});

test('the field map is keyed in lower case and read in any', () => {
    const fields = callMethod(ofObject('getFields()'), 'Schema.SObjectTypeFields', 'getMap()') as ApexMap;
    assert.equal(apexToString(fields.get('ANNUALREVENUE')), 'AnnualRevenue');
    assert.ok(fields.keySet().contains('annualrevenue'));
});

test('tokens make records, with default values where asked', () => {
    const token = SObjectTypeToken.of(job);
    const make = (signature: string, ...values: unknown[]): SObject =>
        callMethod(token, 'Schema.SObjectType', signature, ...values) as SObject;
    assert.equal(make('newSObject(Id)', ACCOUNT_ID).id, ACCOUNT_ID);
    assert.equal(make('newSObject()').values[1], undefined);
    assert.equal(make('newSObject(Id,Boolean)', null, true).values[1], 'Queued');
});

test('access is the running user’s where the org has permissions', () => {
    beginTransaction({
        services: {
            access: {
                objectAccess: (_type, access) => access === 'READABLE',
                fieldAccess: (_type, field) => field !== 'AnnualRevenue',
            },
        },
    });
    assert.deepEqual([ofObject('isAccessible()'), ofObject('isDeletable()')], [true, false]);
    assert.deepEqual([ofField('Name', 'isAccessible()'), ofField('AnnualRevenue', 'isAccessible()')], [true, false]);
});

test('an object that does not exist cannot be described', () => {
    const names = ['Nope'];
    assert.match(
        apexErrorOf(() => callStatic('System.Schema', 'describeSObjects(List<String>)', { items: names })),
        /^System.InvalidParameterValueException/,
    );
});
