import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../src/syntax/ast.ts';
import { classOf, memberOf, renderType } from './apex-source.ts';

function annotationOn(source: string): Annotation {
    const [annotation] = memberOf('MethodDeclaration', `${source} void run() {}`).modifiers.annotations;
    assert.ok(annotation);
    return annotation;
}

function valuesOf(annotation: Annotation): Record<string, string | boolean> {
    return Object.fromEntries(annotation.arguments.map(({ name, value }) => [name, value]));
}

test('modifiers keep their order, lower case, sharing as one', () => {
    assert.deepEqual(classOf('PUBLIC WITH Sharing Virtual class A {}').modifiers.keywords, [
        'public',
        'with sharing',
        'virtual',
    ]);
    assert.deepEqual(classOf('global inherited sharing class A {}').modifiers.keywords, [
        'global',
        'inherited sharing',
    ]);
    assert.deepEqual(classOf('without sharing class A {}').modifiers.keywords, ['without sharing']);
    assert.deepEqual(memberOf('FieldDeclaration', 'transient final Integer i;').modifiers.keywords, [
        'transient',
        'final',
    ]);
    assert.deepEqual(memberOf('MethodDeclaration', 'static testMethod void f() {}').modifiers.keywords, [
        'static',
        'testmethod',
    ]);
    assert.deepEqual(memberOf('MethodDeclaration', 'webService static void f() {}').modifiers.keywords, [
        'webservice',
        'static',
    ]);
});

test('annotations with named values', () => {
    assert.deepEqual(valuesOf(annotationOn("@InvocableMethod(label='x' description='it\\'s')")), {
        label: 'x',
        description: "it's",
    });
    assert.deepEqual(valuesOf(annotationOn('@IsTest(SeeAllData=TRUE)')), { SeeAllData: true });
    assert.deepEqual(valuesOf(annotationOn("@RestResource(urlMapping='/x/*')")), { urlMapping: '/x/*' });
    assert.deepEqual(valuesOf(annotationOn('@future(callout=true)')), { callout: true });
});

test('annotations with one value, or none', () => {
    assert.deepEqual(valuesOf(annotationOn("@SuppressWarnings('PMD')")), { value: 'PMD' });
    const bare = annotationOn('@AuraEnabled');
    assert.equal(bare.name, 'AuraEnabled');
    assert.deepEqual(bare.arguments, []);
    assert.deepEqual(annotationOn('@IsTest()').arguments, []);
});

test('several annotations before and between modifiers', () => {
    const { modifiers } = memberOf('MethodDeclaration', '@A @B(x=true) private @C static void f() {}');
    assert.deepEqual(
        modifiers.annotations.map((annotation) => annotation.name),
        ['A', 'B', 'C'],
    );
    assert.deepEqual(modifiers.keywords, ['private', 'static']);
});

test('a class names its superclass and interfaces', () => {
    const declaration = classOf('class A extends B.C implements D, Database.Batchable<SObject> {}');
    assert.ok(declaration.superclass);
    assert.equal(renderType(declaration.superclass), 'B.C');
    assert.deepEqual(declaration.interfaces.map(renderType), ['D', 'Database.Batchable<SObject>']);
});

test('types nest arguments and brackets', () => {
    const typeOf = (source: string): string => renderType(memberOf('FieldDeclaration', `${source} x;`).type);
    assert.equal(typeOf('Map<Id, List<Account[]>>'), 'Map<Id, List<Account[]>>');
    assert.equal(typeOf('Map<String, Map<String, Set<Integer>>>'), 'Map<String, Map<String, Set<Integer>>>');
    assert.equal(typeOf('Integer[][]'), 'Integer[][]');
    assert.equal(typeOf('Schema.SObjectType'), 'Schema.SObjectType');
});

test('fields declare several variables', () => {
    const { declarators } = memberOf('FieldDeclaration', 'Integer a = 1, b, c = 3;');
    assert.deepEqual(
        declarators.map(({ name, initializer }) => [name.text, initializer !== null]),
        [
            ['a', true],
            ['b', false],
            ['c', true],
        ],
    );
});

test('properties have automatic and written accessors', () => {
    const automatic = memberOf('PropertyDeclaration', 'Integer x { get; private set; }');
    assert.equal(automatic.getter?.body, null);
    assert.deepEqual(automatic.setter?.modifiers.keywords, ['private']);
    const written = memberOf('PropertyDeclaration', 'Integer x { get { return 1; } }');
    assert.equal(written.getter?.body?.statements.length, 1);
    assert.equal(written.setter, null);
});

test('methods: void, abstract, parameters', () => {
    const method = memberOf('MethodDeclaration', 'abstract void f(final Integer a, List<String> b);');
    assert.equal(method.returnType, null);
    assert.equal(method.body, null);
    assert.deepEqual(
        method.parameters.map((parameter) => [
            ...parameter.modifiers.keywords,
            renderType(parameter.type),
            parameter.name.text,
        ]),
        [
            ['final', 'Integer', 'a'],
            ['List<String>', 'b'],
        ],
    );
});

test('constructors are told from methods, and chain', () => {
    const { body } = memberOf('ConstructorDeclaration', 'Sample(Integer a) { this(a, 1); super(); super.run(); }');
    const calls = body.statements.map((statement) => {
        assert.ok(statement.kind === 'ExpressionStatement' && statement.expression.kind === 'MethodCallExpression');
        return [statement.expression.receiver?.kind ?? null, statement.expression.name.text];
    });
    assert.deepEqual(calls, [
        [null, 'this'],
        [null, 'super'],
        ['SuperExpression', 'run'],
    ]);
});

test('initializer blocks, static and not', () => {
    const { members } = classOf('class A { static { x = 1; } { y = 2; } }');
    assert.deepEqual(
        members.map((member) => member.kind === 'InitializerBlock' && member.static),
        [true, false],
    );
});

test('inner types', () => {
    const { members } = classOf(
        'class A { enum E { X, Y } interface I { void f(); Integer g(); } private class C {} }',
    );
    const [enumeration, contract, inner] = members;
    assert.ok(enumeration?.kind === 'EnumDeclaration' && contract?.kind === 'InterfaceDeclaration');
    assert.deepEqual(
        enumeration.constants.map((constant) => constant.text),
        ['X', 'Y'],
    );
    assert.deepEqual(
        contract.methods.map((method) => [method.name.text, method.body]),
        [
            ['f', null],
            ['g', null],
        ],
    );
    assert.equal(inner?.kind, 'ClassDeclaration');
});

test('a declaration begins at its first modifier', () => {
    const source = 'class A { @Deprecated public Integer x; }';
    const [field] = classOf(source).members;
    assert.ok(field?.kind === 'FieldDeclaration');
    assert.equal(source.slice(field.start, field.end), '@Deprecated public Integer x;');
    assert.equal(source.slice(field.modifiers.span.start, field.modifiers.span.end), '@Deprecated');
});

test('a declaration without modifiers places them where it begins', () => {
    const method = memberOf('MethodDeclaration', 'void f() {}');
    assert.equal(method.modifiers.span.start, method.start);
});
