import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { typeByName } from '../../src/runtime/class-registry.ts';
import { anyType, listType, primitiveType } from '../../src/runtime/types-registry.ts';
import { fakeClass } from '../support/fake-class.ts';
import { beginTransaction } from '../support/fake-transaction.ts';
import { callMethod, callStatic } from '../support/library-calls.ts';
import { apexErrorOf } from './apex-errors.ts';

const own = fakeClass('ns.Job', { namespace: 'ns' });
const inner = fakeClass('Outer.Inner');

// descriptors carry their namespace apart from their simple names
Object.assign(own.type, { simpleName: 'Job', outerName: null });

beforeEach(() => beginTransaction({ namespace: 'ns', classes: [own.type, inner.type] }));

test('classes are found without case; the own namespace needs no prefix', () => {
    assert.equal(typeByName(null, 'job'), own.type);
    assert.equal(typeByName(null, 'NS.Job'), own.type);
    assert.equal(typeByName('ns', 'Job'), own.type);
    assert.equal(typeByName(null, 'outer.INNER'), inner.type);
    assert.equal(typeByName('ns', 'Outer.Inner'), null);
});

test('primitives, records, collections and library types are found', () => {
    assert.equal(typeByName(null, 'string'), primitiveType('String'));
    assert.equal(typeByName(null, 'System.Integer'), primitiveType('Integer'));
    assert.equal(typeByName(null, 'Object'), anyType);
    assert.equal(typeByName(null, 'account')?.name, 'Account');
    assert.equal(typeByName(null, 'List<String>'), listType(primitiveType('String')));
    assert.equal(typeByName(null, 'String[]'), listType(primitiveType('String')));
    assert.equal(typeByName(null, 'Map<Id, List<Account>>')?.name, 'Map<Id,List<Account>>');
    assert.equal(typeByName(null, 'HttpRequest')?.name, 'System.HttpRequest');
    assert.equal(typeByName(null, 'Database.SaveResult')?.name, 'Database.SaveResult');
    assert.equal(typeByName(null, 'LoggingLevel')?.kind, 'enum');
});

test('a name that stands for nothing is null, in type arguments too', () => {
    assert.equal(typeByName(null, 'NoSuchThing'), null);
    assert.equal(typeByName(null, 'List<NoSuchThing>'), null);
    assert.equal(callStatic('System.Type', 'forName(String)', 'NoSuchThing'), null);
    assert.match(
        apexErrorOf(() => callStatic('System.Type', 'forName(String)', null)),
        /^System.NullPointerException/,
    );
});

test('newInstance constructs classes, collections and records', () => {
    const make = (name: string): unknown =>
        callMethod(callStatic('System.Type', 'forName(String)', name), 'System.Type', 'newInstance()');
    assert.ok(make('Job') instanceof own.implementation);
    assert.equal(String((make('List<Integer>') as { elementType: { name: string } }).elementType.name), 'Integer');
    assert.equal((make('Account') as { type: { name: string } }).type.name, 'Account');
    assert.equal((make('DmlException') as { gettypename$(): string }).gettypename$(), 'System.DmlException');
    assert.match(
        apexErrorOf(() => make('Limits')),
        /^System.TypeException/,
    );
});
