import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castTo, instanceOf, typeOf } from '../../src/runtime/casts.ts';
import { ApexList } from '../../src/runtime/collections/list.ts';
import { ApexMap } from '../../src/runtime/collections/map.ts';
import { ApexSet } from '../../src/runtime/collections/set.ts';
import { newApexException } from '../../src/runtime/exceptions.ts';
import type { PrimitiveName } from '../../src/runtime/primitives.ts';
import { SObject } from '../../src/runtime/sobject/sobject.ts';
import {
    anyType,
    listType,
    mapType,
    namedType,
    primitiveType,
    setType,
    sobjectType,
} from '../../src/runtime/types-registry.ts';
import { ApexDate } from '../../src/runtime/values/date.ts';
import { ApexDatetime } from '../../src/runtime/values/datetime.ts';
import { Decimal } from '../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../src/runtime/values/double.ts';
import { fakeClass } from '../support/fake-class.ts';
import { ACCOUNT_ID, account } from '../support/fake-schema.ts';
import { apexErrorOf } from './apex-errors.ts';

const is = (value: unknown, name: PrimitiveName): boolean => instanceOf(value, primitiveType(name));
const text = primitiveType('String');

// the matcher tests of fflib-apex-mocks, which pass in real orgs, state these
test('a number is an instance of every wider type', () => {
    assert.deepEqual([is(9, 'Integer'), is(9, 'Long'), is(9, 'Double'), is(9, 'Decimal')], [true, true, true, true]);
    assert.deepEqual(
        [is(9n, 'Integer'), is(9n, 'Long'), is(9n, 'Double'), is(9n, 'Decimal')],
        [false, true, true, true],
    );
    const decimal = Decimal.literal('9.99');
    assert.deepEqual([is(decimal, 'Integer'), is(decimal, 'Long'), is(decimal, 'Double')], [false, false, true]);
});

test('text that has the form of an Id is an Id', () => {
    assert.equal(is(ACCOUNT_ID, 'Id'), true);
    assert.equal(is(ACCOUNT_ID.slice(0, 15), 'Id'), true);
    assert.equal(is('bob', 'Id'), false);
});

test('a Date is a Datetime, at midnight GMT, but not the other way round', () => {
    const day = ApexDate.of(2026, 3, 1);
    assert.deepEqual([is(day, 'Datetime'), is(new ApexDatetime(0), 'Date')], [true, false]);
    assert.equal(String(castTo(day, primitiveType('Datetime'))), '2026-03-01 00:00:00');
});

test('null is an instance of nothing', () => {
    assert.equal(instanceOf(null, anyType), false);
});

test('lists are covariant, sets are not, maps are in their values', () => {
    const strings = new ApexList(text);
    assert.equal(instanceOf(strings, listType(anyType)), true);
    assert.equal(instanceOf(strings, listType(primitiveType('Integer'))), false);
    assert.equal(instanceOf(new ApexSet(text), setType(anyType)), false);
    assert.equal(instanceOf(new ApexMap(text, text), mapType(text, anyType)), true);
    assert.equal(instanceOf(new ApexMap(text, text), mapType(anyType, text)), false);
    assert.equal(instanceOf(strings, namedType('System.Iterable')), true);
});

test('lists of SObject and of one object may stand for each other', () => {
    const generic = new ApexList(sobjectType('SObject'));
    const accounts = new ApexList(sobjectType('Account'));
    assert.equal(instanceOf(generic, listType(sobjectType('Account'))), true);
    assert.equal(instanceOf(accounts, listType(sobjectType('SObject'))), true);
    assert.equal(instanceOf(accounts, listType(sobjectType('Contact'))), false);
});

test('records are instances of SObject and of their own object', () => {
    const record = new SObject(account);
    assert.equal(instanceOf(record, sobjectType('SObject')), true);
    assert.equal(instanceOf(record, sobjectType('account')), true);
    assert.equal(instanceOf(record, sobjectType('Contact')), false);
});

test('built-in interfaces are found on classes that implement them, also through a superclass', () => {
    const base = fakeClass('Base', { interfaces: [namedType('System.Queueable')] });
    const derived = fakeClass('Derived', { superclass: base });
    assert.equal(instanceOf(derived.create(), namedType('System.Queueable')), true);
    assert.equal(instanceOf(derived.create(), namedType('System.Schedulable')), false);
    assert.equal(instanceOf(newApexException('System.DmlException', ''), namedType('System.Exception')), true);
});

test('a cast to a wider number converts', () => {
    assert.equal(castTo(5, primitiveType('Long')), 5n);
    assert.equal(String(castTo(5, primitiveType('Decimal'))), '5');
    assert.equal(castTo(Decimal.literal('1.5'), primitiveType('Double')), 1.5);
    assert.equal(String(castTo(new BoxedDouble(0.5), primitiveType('Decimal'))), '0.5');
    assert.equal(castTo(null, primitiveType('Integer')), null);
});

test('a cast that cannot be is a TypeException that names both types', () => {
    const message = (value: unknown, type = primitiveType('Integer')): string => apexErrorOf(() => castTo(value, type));
    const prefix = 'System.TypeException: Invalid conversion from runtime type ';
    assert.equal(message('a'), `${prefix}String to Integer`);
    assert.equal(message(Decimal.literal('1')), `${prefix}Decimal to Integer`);
    assert.equal(message(new ApexList(anyType), mapType(text, anyType)), `${prefix}List<ANY> to Map<String,ANY>`);
    assert.equal(message(new SObject(account), text), `${prefix}Account to String`);
    assert.equal(message(fakeClass('Outer.Inner').create(), text), `${prefix}Outer.Inner to String`);
});

test('text is cast to an Id in its long form; text that is none is refused as an assignment would', () => {
    assert.equal(castTo(ACCOUNT_ID.slice(0, 15), primitiveType('Id')), ACCOUNT_ID);
    assert.equal(
        apexErrorOf(() => castTo('bob', primitiveType('Id'))),
        'System.StringException: Invalid id: bob',
    );
});

test('every value in an Object slot has a type', () => {
    assert.equal(typeOf(1n).name, 'Long');
    assert.equal(typeOf(new ApexList(text)).name, 'List<String>');
    assert.equal(typeOf(new ApexMap(text, listType(text))).name, 'Map<String,List<String>>');
    assert.equal(typeOf(newApexException('System.DmlException', '')).name, 'System.DmlException');
    assert.throws(() => typeOf(undefined), /no Apex type/);
});
