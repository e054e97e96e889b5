/** Verdicts and sentences of the platform's own compiler for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInMembers } from './class-errors.ts';

/** Return types tell which overload was meant: the wrong one cannot be assigned. */
function call(overloads: string, statement: string): readonly string[] {
    return errorsInMembers(`${overloads} void tested() { ${statement} }`);
}

test('the nearest parameter type wins', () => {
    const overloads =
        'Date f(Object o) { return null; } Time f(Long l) { return null; } Blob f(Integer i) { return null; }';
    assert.deepEqual(call(overloads, 'Blob b = f(1); Time t = f(1L); Date d = f(1.5);'), []);
});

test('a method has to be at least as near in every argument', () => {
    const overloads = 'void f(Object o, Integer i) { } void f(String s, Object o) { }';
    assert.deepEqual(call(overloads, "f('x', 1);"), ['Ambiguous method signature: void f(String, Integer)']);
    assert.deepEqual(call(overloads, "f('x', 'y'); f(1, 1);"), []);
});

test('null is equally near to everything', () => {
    const overloads = 'void f(String s) { } void f(Object o) { }';
    assert.deepEqual(call(overloads, 'f(null);'), ['Ambiguous method signature: void f(NULL)']);
    assert.deepEqual(call(overloads, 'f((String) null);'), []);
});

test('what no overload takes is named with its argument types', () => {
    assert.deepEqual(call('void f(Integer i) { }', "f('x');"), [
        'Method does not exist or incorrect signature: void f(String) from the type Tested',
    ]);
});

test('a list of a nearer type is nearer', () => {
    const overloads = 'Date f(List<Object> l) { return null; } Time f(List<String> l) { return null; }';
    assert.deepEqual(call(overloads, 'Time t = f(new List<String>());'), []);
});

test('constructors are chosen as methods are', () => {
    const inner = 'class A { A(String s) { } A(Integer i) { } }';
    assert.deepEqual(call(inner, "A first = new A(1), second = new A('x');"), []);
    assert.deepEqual(call(inner, 'A none = new A(true);'), [
        'Constructor not defined: [Tested.A].<Constructor>(Boolean)',
    ]);
    assert.deepEqual(call(inner, 'A either = new A(null);'), ['Ambiguous method signature: void <init>(NULL)']);
});
