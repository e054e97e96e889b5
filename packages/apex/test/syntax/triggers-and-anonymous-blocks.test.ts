import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseApex } from '../../src/syntax/parse.ts';
import { firstErrorIn } from './apex-source.ts';

test('the extension says what a file is', () => {
    assert.equal(parseApex('force-app/A.cls', 'class A {}').unit?.kind, 'ClassUnit');
    assert.equal(parseApex('A.TRIGGER', 'trigger A on B (before insert) {}').unit?.kind, 'TriggerUnit');
    assert.equal(parseApex('seed.apex', 'f();').unit?.kind, 'AnonymousUnit');
    assert.equal(parseApex('console', 'f();', 'anonymous').unit?.kind, 'AnonymousUnit');
});

test('a class file may hold an interface or an enum', () => {
    const kindOf = (source: string): string | undefined => {
        const { unit } = parseApex('A.cls', source);
        return unit?.kind === 'ClassUnit' ? unit.declaration.kind : undefined;
    };
    assert.equal(kindOf('public interface A extends B {}'), 'InterfaceDeclaration');
    assert.equal(kindOf('public enum A { X }'), 'EnumDeclaration');
});

test('a trigger names its object and events', () => {
    const { unit } = parseApex(
        'A.trigger',
        'trigger A on Foo__c (BEFORE insert, after Update, after undelete) { f(); }',
    );
    assert.ok(unit?.kind === 'TriggerUnit');
    assert.deepEqual(
        [unit.name.text, unit.object.text, unit.events],
        ['A', 'Foo__c', ['before insert', 'after update', 'after undelete']],
    );
    assert.equal(unit.statements.length, 1);
});

test('there is no event before undelete', () => {
    assert.equal(
        firstErrorIn('trigger A on B (before undelete) {}', 'trigger'),
        '1:17 Trigger Usage Before Undelete is not supported',
    );
});

test('a trigger declares methods and static variables beside its statements', () => {
    const { unit } = parseApex(
        'A.trigger',
        'trigger A on B (before insert) { Integer i = 1; static Integer s; void f() {} i++; f(); }',
    );
    assert.ok(unit?.kind === 'TriggerUnit');
    assert.deepEqual(
        unit.statements.map((statement) => statement.kind),
        ['LocalVariableStatement', 'ExpressionStatement', 'ExpressionStatement'],
    );
    assert.deepEqual(
        unit.members.map((member) => member.kind),
        ['FieldDeclaration', 'MethodDeclaration'],
    );
});

test('an anonymous block mixes statements and declarations', () => {
    const { unit } = parseApex(
        'seed.apex',
        `
        final List<Account> found = [SELECT Id FROM Account];
        Integer twice(Integer i) { return 2 * i; }
        class Inner { Integer x; }
        for (Account a : found) { System.debug(a); }
        insert found;
        Integer result = twice(found.size());
        `,
    );
    assert.ok(unit?.kind === 'AnonymousUnit');
    assert.deepEqual(
        unit.statements.map((statement) => statement.kind),
        ['LocalVariableStatement', 'ForEachStatement', 'DmlStatement', 'LocalVariableStatement'],
    );
    assert.deepEqual(
        unit.members.map((member) => member.kind),
        ['MethodDeclaration', 'ClassDeclaration'],
    );
});

test('an empty anonymous block', () => {
    const { unit } = parseApex('seed.apex', '  // nothing\n');
    assert.ok(unit?.kind === 'AnonymousUnit');
    assert.deepEqual([unit.statements, unit.members], [[], []]);
});

test('a byte order mark is skipped', () => {
    const { unit } = parseApex('A.cls', '\uFEFFclass A {}');
    assert.ok(unit?.kind === 'ClassUnit');
    assert.equal(unit.declaration.start, 1);
});
