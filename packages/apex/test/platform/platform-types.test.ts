import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlatformType, platformNamespaces, typesOf, type PlatformType } from '../../src/platform/index.ts';

function type(namespace: string, name: string): PlatformType {
    const found = findPlatformType(namespace, name);
    assert.ok(found, `${namespace}.${name}`);
    return found;
}

/** The overloads of a method as `static returns(parameter types)`. */
function overloads(owner: PlatformType, name: string): string[] {
    return owner.methods
        .filter((method) => method.name === name)
        .map((method) => {
            const parameters = method.parameters.map((parameter) => parameter.type).join(', ');
            return `${method.static ? 'static ' : ''}${method.returns}(${parameters})`;
        });
}

test('types and namespaces are found in any spelling and answer in their own', () => {
    const string = type('system', 'STRING');
    assert.equal(`${string.namespace}.${string.name}`, 'System.String');
    assert.equal(type('EVENTBUS', 'triggercontext').namespace, 'EventBus');
    assert.equal(findPlatformType('System', 'Strng'), undefined);
    assert.equal(findPlatformType('Nowhere', 'String'), undefined);
});

test('static methods carry parameter types and names', () => {
    const [format] = type('System', 'String').methods.filter((method) => method.name === 'format');
    assert.ok(format);
    assert.equal(format.static, true);
    assert.equal(format.returns, 'System.String');
    assert.deepEqual(
        format.parameters.map((parameter) => parameter.type),
        ['System.String', 'System.List<Object>'],
    );
    assert.ok(format.parameters.every((parameter) => parameter.name !== undefined));
});

test('type parameters stay bare in the members of generic types', () => {
    const list = type('System', 'List');
    assert.deepEqual(list.typeParameters, ['T']);
    assert.deepEqual(list.interfaces, ['System.Iterable<T>']);
    assert.deepEqual(overloads(list, 'add'), ['void(System.Integer, T)', 'void(T)']);
    assert.deepEqual(overloads(type('System', 'Map'), 'keySet'), ['System.Set<K>()']);
});

test('every overload of Database.insert is there', () => {
    const insert = overloads(type('System', 'Database'), 'insert');
    assert.ok(insert.includes('static Database.SaveResult(System.SObject)'));
    assert.ok(insert.includes('static System.List<Database.SaveResult>(System.List<System.SObject>, System.Boolean)'));
    assert.ok(
        insert.includes(
            'static System.List<Database.SaveResult>(System.List<System.SObject>, Database.DMLOptions, System.AccessLevel)',
        ),
    );
});

test('enums list their constants and have the methods of all enums', () => {
    const operation = type('System', 'TriggerOperation');
    assert.equal(operation.kind, 'enum');
    assert.ok(operation.enumConstants.includes('AFTER_UNDELETE'));
    assert.deepEqual(overloads(operation, 'values'), ['static System.List<System.TriggerOperation>()']);
    assert.deepEqual(overloads(operation, 'valueOf'), ['static System.TriggerOperation(System.String)']);
    assert.deepEqual(overloads(operation, 'ordinal'), ['System.Integer()']);
});

test('nested types know their outer type', () => {
    const header = type('Database', 'dmloptions.emailheader');
    assert.equal(header.name, 'DMLOptions.EmailHeader');
    assert.equal(header.outer, 'DMLOptions');
});

test('every type that a signature names is a platform type or a standard object', () => {
    const unknown = new Set<string>();
    for (const namespace of platformNamespaces()) {
        for (const owner of typesOf(namespace)) {
            const bare = new Set(['Object', 'void', ...owner.typeParameters]);
            for (const name of namesIn(owner)) {
                if (bare.has(name)) continue;
                const dot = name.indexOf('.');
                const found = findPlatformType(name.slice(0, dot), name.slice(dot + 1));
                if (found === undefined && !name.startsWith('Schema.'))
                    unknown.add(`${name} in ${namespace}.${owner.name}`);
            }
        }
    }
    assert.deepEqual([...unknown], []);
});

function namesIn(owner: PlatformType): string[] {
    const texts = [
        owner.superclass ?? 'Object',
        ...owner.interfaces,
        ...owner.fields.map((field) => field.type),
        ...owner.methods.flatMap((method) => [method.returns, ...method.parameters.map((parameter) => parameter.type)]),
        ...owner.constructors.flatMap((constructor) => constructor.parameters.map((parameter) => parameter.type)),
    ];
    return texts.flatMap((text) => text.match(/[\w.]+/g) ?? []);
}
