/** Sentence and place as the platform's own parser gives them for the same text, unless a test says otherwise. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseApex } from '../../src/syntax/parse.ts';
import { firstErrorIn } from './apex-source.ts';

/** Within a method; the statement begins at 3:5. */
function inMethod(statement: string): string {
    return firstErrorIn(`class A {\n  void f() {\n    ${statement}\n  }\n}\n`);
}

test('a missing token', () => {
    assert.equal(inMethod('Integer y = 1'), "4:3 Missing ';' at '}'");
    assert.equal(inMethod('return 1'), "4:3 Missing ';' at '}'");
    assert.equal(inMethod('if x { }'), "3:8 Missing '(' at 'x'");
    assert.equal(inMethod('x = [SELECT Id FORM Account];'), "3:25 Missing 'FROM' at 'Account'");
});

test('a missing or an extra token inside a call', () => {
    assert.equal(inMethod('run(a, b;'), "3:13 Missing ')' at ';'");
    assert.equal(inMethod('run(;'), "3:9 Missing ')' at ';'");
    assert.equal(inMethod('run(a, b; )'), "3:13 Extra ')', at ';'.");
    assert.equal(inMethod('run(a b, c);'), "3:11 Expecting ')' but was: 'b'");
});

test('an extra token', () => {
    assert.equal(inMethod('continue x;'), "3:14 Extra ';', at 'x'.");
    assert.equal(inMethod('x = 1d;'), "3:10 Extra ';', at 'd'.");
    assert.equal(firstErrorIn('class A { Integer x; } }'), "1:24 Extra '<EOF>', at '}'.");
});

test('another token than the one expected', () => {
    assert.equal(inMethod('a = b ? c;'), "3:14 Expecting ':' but was: ';'");
    assert.equal(inMethod('System.runAs(u);'), "3:20 Expecting '{' but was: ';'");
    assert.equal(inMethod('else { }'), "3:5 Expecting '}' but was: 'else'");
    assert.equal(inMethod('x = new Integer[];'), "3:22 Expecting '{' but was: ';'");
});

test('a token that fits nowhere', () => {
    assert.equal(inMethod('Integer insert = 1;'), "3:13 Unexpected token 'insert'.");
    assert.equal(inMethod('insert;'), "3:11 Unexpected token ';'.");
    assert.equal(inMethod('x = a +;'), "3:12 Unexpected token ';'.");
    assert.equal(firstErrorIn(''), "1:1 Unexpected token '<EOF>'.");
    assert.equal(firstErrorIn('class { }'), "1:7 Unexpected token '{'.");
    assert.equal(firstErrorIn('public clas A { }'), "1:8 Unexpected token 'clas'.");
    assert.equal(firstErrorIn('class A extends { }'), "1:17 Unexpected token '{'.");
});

test('names that SOQL reserves', () => {
    for (const word of ['limit', 'from', 'Desc', 'trigger', 'where', 'in', 'not']) {
        const message = `Unexpected token '${word}'.`;
        assert.equal(firstErrorIn(`class A { Integer ${word}; }`), `1:19 ${message}`);
        assert.equal(firstErrorIn(`class A { Object x = ${word}; }`), `1:22 ${message}`);
        assert.equal(firstErrorIn(`class A { Object x = ${word}(); }`), `1:22 ${message}`);
        assert.equal(
            parseApex('A.cls', `class A { Object x = a.${word}; Object y = ${word}.b; }`).diagnostics.length,
            0,
        );
    }
});

test('characters that Apex does not know', () => {
    assert.equal(inMethod('x = 5 % 2;'), "3:11 Found punctuation symbol or operator '%' that isn't valid in Apex.");
    assert.equal(
        firstErrorIn('class A { # }'),
        "1:11 Found punctuation symbol or operator '#' that isn't valid in Apex.",
    );
    assert.match(inMethod('x = é;'), /^3:9 Invalid identifier 'é'\. Apex identifiers must start with an ASCII letter/);
});

test('a comment that is never closed', () => {
    assert.equal(firstErrorIn('class A { /* }'), '1:11 Missing closing mark */ on multi-line comment.');
});

test('what the grammar would let through', () => {
    assert.equal(firstErrorIn('class A { void f() { } ; }'), "1:24 Extra '}', at ';'.");
    assert.equal(firstErrorIn('class A { List<Integer>[] x; }'), "1:24 Unexpected token '['.");
    assert.equal(firstErrorIn('class A { Integer x { } }'), "1:23 Unexpected token '}'.");
    assert.equal(firstErrorIn('class A { Integer x { get; get; } }'), "1:28 Missing '}' at 'get'");
    assert.equal(firstErrorIn("class A { @B(c='d', e='f') void g() {} }"), "1:11 Unexpected token '@'.");
    assert.equal(inMethod('switch on x { when else {} when 1 {} }'), "3:32 'when else' must be the last when block");
});

test('independent errors are all reported', () => {
    const { diagnostics } = parseApex('A.cls', 'class A {\n  Integer x = 1\n  Integer y = 2\n}\n');
    assert.deepEqual(
        diagnostics.map(({ line, message }) => [line, message]),
        [
            [3, "Missing ';' at 'Integer'"],
            [4, "Missing ';' at '}'"],
        ],
    );
});

test('an error that hides what follows is reported alone', () => {
    const { diagnostics } = parseApex('A.cls', 'class A { void f() { a = b ? c; d = ; } }');
    assert.equal(diagnostics.length, 1);
});
