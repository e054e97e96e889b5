import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexType } from '../../../src/runtime/apex-type.ts';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import { enumType } from '../../../src/runtime/enums.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import type { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import {
    anyType,
    listType,
    mapType,
    namedType,
    primitiveType,
    setType,
    sobjectType,
} from '../../../src/runtime/types-registry.ts';
import type { RuntimeType } from '../../../src/runtime/types.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { ACCOUNT_ID } from '../../support/fake-schema.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const read = (text: string, type: RuntimeType): unknown =>
    callStatic('System.JSON', 'deserialize(String,Type)', text, ApexType.of(type));
const readStrictly = (text: string, type: RuntimeType): unknown =>
    callStatic('System.JSON', 'deserializeStrict(String,Type)', text, ApexType.of(type));
const text = primitiveType('String');

const line = fakeClass('Order.Line', {
    fields: {
        sku: { type: text },
        price: { type: primitiveType('Double') },
        count: { type: primitiveType('Integer') },
    },
});
const order = fakeClass('Order', {
    fields: { id: { type: text }, lines: { type: listType(line.type) }, notes: { initial: 'default' } },
});

test('objects are built without their constructor; members are found without case', () => {
    const value = read('{"ID":"o1","lines":[{"sku":"a","price":1.5,"count":2}],"unknown":{"x":[1]}}', order.type);
    assert.equal(apexToString(value), 'Order:[id=o1, lines=(Line:[sku=a, price=1.5, count=2]), notes=default]');
});

test('a field of type Double holds a bare number, a list of Double boxed ones', () => {
    const value = read('{"price":2}', line.type) as Record<string, unknown>;
    assert.equal(value['price'], 2);
    assert.equal(apexToString(read('[2, 0.5]', listType(primitiveType('Double')))), '(2.0, 0.5)');
});

test('strict reading refuses members that the class does not have', () => {
    assert.equal(
        apexErrorOf(() => readStrictly('{"sku":"a","colour":1}', line.type)),
        'System.JSONException: Unknown field: Order.Line.colour',
    );
});

test('collections of every kind', () => {
    assert.equal(apexToString(read('["a","a"]', setType(text))), '{a}');
    const map = mapType(primitiveType('Integer'), listType(primitiveType('Date')));
    assert.equal(apexToString(read('{"7":["2026-03-01"]}', map)), '{7=(2026-03-01 00:00:00)}');
});

test('text is converted where it has the form of the type, and numbers may stand for text', () => {
    assert.equal(read('"12"', primitiveType('Integer')), 12);
    assert.equal(read('12', text), '12');
    assert.equal(read('"2026-03-01T10:20:30.000+0100"', primitiveType('Datetime'))?.toString(), '2026-03-01 09:20:30');
    assert.equal(read(`"${ACCOUNT_ID.slice(0, 15)}"`, primitiveType('Id')), ACCOUNT_ID);
});

test('what cannot be converted says what it was', () => {
    assert.match(
        apexErrorOf(() => read('"tomorrow"', primitiveType('Date'))),
        /^System.JSONException: Cannot deserialize instance of date from VALUE_STRING value tomorrow/,
    );
    assert.match(
        apexErrorOf(() => read('{"sku":{}}', line.type)),
        /^System.JSONException: Illegal value for primitive/,
    );
    assert.match(
        apexErrorOf(() => read('{}', listType(text))),
        /^System.JSONException: Malformed JSON: Expected '\[' at the beginning of List\/Set/,
    );
    for (const broken of ['"}]', '"', '"text"']) {
        assert.match(
            apexErrorOf(() => read(broken, listType(text))),
            /^System.JSONException: Malformed JSON: Expected '\[' at the beginning of List\/Set/,
        );
    }
    assert.equal(
        apexErrorOf(() => read('{"a":1}', mapType(text, anyType))),
        'System.JSONException: Apex Type unsupported in JSON: Object',
    );
});

test('enum constants are read by name', () => {
    assert.equal(apexToString(read('"WARN"', enumType('System.LoggingLevel'))), 'WARN');
    assert.match(
        apexErrorOf(() => read('"LOUD"', enumType('System.LoggingLevel'))),
        /^System.JSONException/,
    );
});

test('records take fields, read-only ones too, parents and children', () => {
    const record = read(
        `{"attributes":{"type":"Account"},"Name":"Acme","AnnualRevenue":12.50,"CreatedDate":"2026-03-01T00:00:00.000+0000",
          "Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"L","Account":{"Name":"Up"}}]}}`,
        sobjectType('Account'),
    ) as SObject;
    assert.equal(record.values[1], 'Acme');
    assert.equal(apexToString(record.values[2]), '12.50');
    assert.equal(apexToString(record.values[record.type.field('CreatedDate')?.slot ?? 0]), '2026-03-01 00:00:00');
    const children = record.children?.get('contacts') as ApexList;
    const child = children.items[0] as SObject;
    assert.equal(child.values[1], 'L');
    assert.equal(child.parents?.get('account')?.values[1], 'Up');
});

test('the attributes say what an SObject is', () => {
    const value = read('{"attributes":{"type":"Contact"},"LastName":"L"}', sobjectType('SObject'));
    assert.equal((value as SObject).type.name, 'Contact');
});

test('an unknown column of a record is an error', () => {
    assert.equal(
        apexErrorOf(() => read('{"Nope__c":1}', sobjectType('Account'))),
        "System.JSONException: No such column 'Nope__c' on sobject of type Account",
    );
});

test('results of the platform can be built from JSON, as tests do', () => {
    const type = namedType('Database.SaveResult');
    const json = '{"success":false,"errors":[{"message":"no","statusCode":"DUPLICATE_VALUE","fields":["Name"]}]}';
    const result = read(json, type) as DataObject;
    assert.equal(result.get('success'), false);
    const [error] = (result.get('errors') as ApexList).items as DataObject[];
    assert.equal(apexToString(error?.get('statusCode')), 'DUPLICATE_VALUE');
});
