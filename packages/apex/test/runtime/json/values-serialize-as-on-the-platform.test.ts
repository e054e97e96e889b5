import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { ApexMap } from '../../../src/runtime/collections/map.ts';
import { ApexSet } from '../../../src/runtime/collections/set.ts';
import { enumConstant } from '../../../src/runtime/enums.ts';
import { HttpRequest } from '../../../src/runtime/http/http-request.ts';
import { serialize } from '../../../src/runtime/json/serialize.ts';
import { rowResult } from '../../../src/runtime/library/database/results.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { anyType, primitiveType, sobjectType } from '../../../src/runtime/types-registry.ts';
import { ApexBlob } from '../../../src/runtime/values/blob.ts';
import { ApexDate } from '../../../src/runtime/values/date.ts';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../../src/runtime/values/double.ts';
import { ApexTime } from '../../../src/runtime/values/time.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { ACCOUNT_ID, account, contact } from '../../support/fake-schema.ts';
import { beginTransaction, NOW } from '../../support/fake-transaction.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const list = (...items: unknown[]): ApexList => ApexList.of(anyType, items);

test('primitives', () => {
    const values = [null, true, 5, 5000000000n, Decimal.literal('1.50'), new BoxedDouble(2), 'a "b" \\ \n\u0001'];
    assert.equal(serialize(list(...values)), '[null,true,5,5000000000,1.50,2.0,"a \\"b\\" \\\\ \\n\\u0001"]');
    assert.equal(serialize(ApexDate.of(2026, 3, 1)), '"2026-03-01"');
    assert.equal(serialize(new ApexDatetime(NOW)), '"2026-03-01T10:20:30.000Z"');
    assert.equal(serialize(ApexTime.of(10, 20, 30, 0)), '"10:20:30.000Z"');
    assert.equal(serialize(ApexBlob.ofText('abc')), '"YWJj"');
    assert.equal(serialize(enumConstant('System.LoggingLevel', 'WARN')), '"WARN"');
});

test('collections; null values of maps stay even where nulls of objects are suppressed', () => {
    assert.equal(serialize(ApexSet.of(anyType, ['a', 'b'])), '["a","b"]');
    const map = ApexMap.of(primitiveType('Integer'), anyType, [
        [1, 'x'],
        [2, null],
    ]);
    assert.equal(serialize(map, { suppressNulls: true }), '{"1":"x","2":null}');
});

test('objects show their stored fields except transient ones', () => {
    const wrapper = fakeClass('Wrapper', {
        fields: { total: { type: primitiveType('Double') }, name: {}, secret: { transient: true } },
    });
    const object = wrapper.create({ total: 2, secret: 's' });
    assert.equal(serialize(object), '{"total":2.0,"name":null}');
    assert.equal(serialize(object, { suppressNulls: true }), '{"total":2.0}');
});

test('records begin with their attributes; date-times in them end in +0000', () => {
    const record = new SObject(account);
    record.values[1] = 'Acme';
    record.values[5] = new ApexDatetime(NOW);
    assert.equal(
        serialize(record),
        '{"attributes":{"type":"Account"},"Name":"Acme","LastCall__c":"2026-03-01T10:20:30.000+0000"}',
    );
    record.values[0] = ACCOUNT_ID;
    assert.match(serialize(record), /"url":"\/services\/data\/v\d+\.0\/sobjects\/Account\/001000000000001AAA"/);
});

test('null fields of queried records are left out, null fields that code set are not', () => {
    const record = new SObject(account);
    record.values[1] = null;
    assert.equal(serialize(record), '{"attributes":{"type":"Account"},"Name":null}');
    record.queried = true;
    assert.equal(serialize(record), '{"attributes":{"type":"Account"}}');
});

test('parents are nested and children wrapped as a query result', () => {
    const child = new SObject(contact);
    child.values[1] = 'Lovelace';
    const record = new SObject(account);
    record.children = new Map([['contacts', ApexList.of(sobjectType('Contact'), [child])]]);
    assert.equal(
        serialize(record),
        '{"attributes":{"type":"Account"},"Contacts":{"totalSize":1,"done":true,"records":' +
            '[{"attributes":{"type":"Contact"},"LastName":"Lovelace"}]}}',
    );
});

test('results of the platform have their documented members', () => {
    const outcome = { success: true, id: ACCOUNT_ID, created: true, errors: [] };
    assert.deepEqual(JSON.parse(serialize(rowResult('UpsertResult', outcome))), {
        success: true,
        id: ACCOUNT_ID,
        created: true,
        errors: [],
    });
});

// the form of the Java library that the platform uses; jsonparse's own tests, which pass in orgs, state `[ 1, 2, 3 ]`
test('the pretty form indents objects and keeps arrays on a line', () => {
    const map = ApexMap.of(primitiveType('String'), anyType, [
        ['a', list(1, 2, 3)],
        ['b', new ApexMap(anyType, anyType)],
        ['c', list(ApexMap.of(anyType, anyType, [['d', list()]]))],
    ]);
    assert.equal(
        serialize(map, { pretty: true }),
        ['{', '  "a" : [ 1, 2, 3 ],', '  "b" : { },', '  "c" : [ {', '    "d" : [ ]', '  } ]', '}'].join('\n'),
    );
});

test('what has no JSON form is refused by name, and so are cycles', () => {
    assert.equal(
        apexErrorOf(() => serialize(new HttpRequest())),
        'System.JSONException: Apex Type unsupported in JSON: System.HttpRequest',
    );
    const self = list();
    self.items.push(self);
    assert.match(
        apexErrorOf(() => serialize(self)),
        /^System.JSONException: .*cycle/,
    );
});
