import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../mutation.ts';
import { ParsedSource } from '../parsed-source.ts';
import { Random } from '../random.ts';
import { MUTATIONS } from './index.ts';

/** Everything that one kind of change makes of a class with these members. */
function changed(kind: string, members: string): string[] {
    const mutation = MUTATIONS.find(({ name }) => name === kind);
    assert.ok(mutation !== undefined, kind);
    const source = new ParsedSource('A.cls', `class A { ${members} }`);
    return mutation
        .edits(source, new Random(1))
        .map((edit) => apply(source.text, edit))
        .map((text) => text.slice('class A { '.length, -' }'.length));
}

test('an argument is left out with its comma', () => {
    assert.deepEqual(changed('argument left out', 'void f() { g(1, 2); h(3); k(); }'), [
        'void f() { g(1); h(3); k(); }',
        'void f() { g(1, 2); h(); k(); }',
    ]);
});

test('an argument is added at the end', () => {
    assert.deepEqual(changed('one argument more', 'void f() { g(2); h(); }'), [
        'void f() { g(2, 1); h(); }',
        'void f() { g(2); h(1); }',
    ]);
});

test('the first two arguments are swapped', () => {
    assert.deepEqual(changed('arguments swapped', 'void f() { g(1, x + 2, y); }'), ['void f() { g(x + 2, 1, y); }']);
});

test('a modifier is removed from the header alone', () => {
    assert.deepEqual(changed('static removed', "static String a = 'static x'; Integer b;"), [
        "String a = 'static x'; Integer b;",
    ]);
});

test('names are changed where they are used', () => {
    assert.deepEqual(changed('unknown variable', 'Integer f(Integer x) { return x; }'), [
        'Integer f(Integer x) { return xUnknown; }',
    ]);
});

test('a return becomes an empty block', () => {
    assert.deepEqual(changed('return left out', 'Integer f() { return 1; }'), ['Integer f() { { } }']);
});

test('a member is declared a second time', () => {
    assert.deepEqual(changed('member declared twice', 'Integer a;'), ['Integer a; Integer a;']);
});

test('the object of a query is changed, not that of a subquery', () => {
    assert.deepEqual(
        changed(
            'query of an unknown object',
            'Object f() { return [SELECT Id, (SELECT Id FROM Contacts) FROM Account]; }',
        ),
        ['Object f() { return [SELECT Id, (SELECT Id FROM Contacts) FROM UnknownObject]; }'],
    );
});
