import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionOf, firstErrorIn, grouped } from './apex-source.ts';

test('field access and calls, safe and not', () => {
    assert.equal(grouped('a.b?.c(1).d?.e'), 'a.b?.c(1).d?.e');
    assert.equal(grouped('this.x.f()'), 'this.x.f()');
    assert.equal(grouped('super.f(a)'), 'super.f(a)');
    assert.equal(grouped("'text'.length()"), "'text'.length()");
    assert.equal(grouped('[SELECT Id FROM Account][0].Id'), '[SELECT Id FROM Account][0].Id');
});

test('keywords are names after a dot', () => {
    assert.equal(grouped('Trigger.new'), 'Trigger.new');
    assert.equal(grouped('Limit.from'), 'Limit.from');
    assert.equal(grouped('a.merge(b).class.getName()'), 'a.merge(b).class.getName()');
});

test('class literals', () => {
    assert.equal(grouped('List<String>.class'), 'List<String>.class');
    assert.equal(grouped('Outer.Inner.class'), 'Outer.Inner.class');
    assert.equal(grouped('Integer[].class'), 'Integer[].class');
    assert.equal(grouped('void.class'), 'void.class');
});

test('a constructor call has arguments, an sObject has fields', () => {
    const call = expressionOf('NewObjectExpression', 'new Foo.Bar(a, b == c)');
    assert.deepEqual([call.arguments.length, call.fields.length], [2, 0]);
    const record = expressionOf('NewObjectExpression', "new Account(Name = 'x', Parent__r = p)");
    assert.deepEqual(
        [record.arguments.length, record.fields.map((field) => field.name.text)],
        [0, ['Name', 'Parent__r']],
    );
    const later = expressionOf('NewObjectExpression', 'new Foo(1, a = 2)');
    assert.deepEqual([later.arguments.length, later.fields.length], [2, 0]);
});

test('fields of a new record are all named', () => {
    const source = 'class A { Object x = new Account(Name = y, 2); }';
    assert.equal(firstErrorIn(source), "1:44 Unexpected token '2'.");
});

test('collections: elements, entries, sizes, brackets', () => {
    assert.equal(grouped('new List<Integer>{ 1, 2 }'), 'new List<Integer>{1, 2}');
    assert.equal(grouped('new Set<Id>{}'), 'new Set<Id>{}');
    assert.equal(grouped('new Map<Id, List<A>>{ a => b, c => d }'), 'new Map<Id, List<A>>{a => b, c => d}');
    assert.equal(grouped('new Integer[]{ 1 }'), 'new Integer[]{1}');
    assert.equal(grouped('new Integer[3]'), 'new Integer[](size 3)');
    assert.equal(expressionOf('NewObjectExpression', 'new List<Integer>()').arguments.length, 0);
});

test('calls of the own and the parent constructor', () => {
    const call = expressionOf('MethodCallExpression', 'this(1)');
    assert.deepEqual([call.receiver, call.name.text], [null, 'this']);
});

test('parentheses leave no node', () => {
    assert.equal(expressionOf('NameExpression', '((a))').name, 'a');
});
