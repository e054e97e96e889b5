/** Groupings as the platform's own parser reports them for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionOf, firstErrorIn, grouped } from './apex-source.ts';

const GROUPINGS: Record<string, string> = {
    'a + b * c': '(a + (b * c))',
    'a - b - c': '((a - b) - c)',
    'a * b / c': '((a * b) / c)',
    'a + b << c - d': '((a + b) << (c - d))',
    'a >> b >>> c': '((a >> b) >>> c)',
    'a & b ^ c | d': '(((a & b) ^ c) | d)',
    'a || b && c': '(a || (b && c))',
    'a && b ?? c || d': '((a && b) ?? (c || d))',
    'a ?? b ? c : d': '((a ?? b) ? c : d)',
    'a ? b : c ? d : e': '(a ? b : (c ? d : e))',
    'a = b += c': '(a = (b += c))',
    'a = b ? c : d': '(a = (b ? c : d))',
    'a < b == c': '((a < b) == c)',
    'a == b < c': '((a == b) < c)',
    'a != b >= c <= d': '(((a != b) >= c) <= d)',
    'a == b < c == d': '(((a == b) < c) == d)',
    'a == (b < c)': '(a == (b < c))',
    'a <> b': '(a != b)',
    'a === b !== c': '((a === b) !== c)',
    '!a instanceof B': '((!a) instanceof B)',
    'a instanceof B && c instanceof D<E>': '((a instanceof B) && (c instanceof D<E>))',
    '-a.b': '(-a.b)',
    '- a++': '(-(a++))',
    '~a + -b': '((~a) + (-b))',
    'a - -b': '(a - (-b))',
    'a++ + ++b': '((a++) + (++b))',
};

test('operators', () => {
    for (const [source, expected] of Object.entries(GROUPINGS)) assert.equal(grouped(source), expected, source);
});

test('a cast takes the selectors, signs and increments that follow it, and no binary operator', () => {
    assert.equal(grouped('(A) b.c().d'), '((A) b.c().d)');
    assert.equal(grouped('(A) b + c'), '(((A) b) + c)');
    assert.equal(grouped('(List<A>) (Object) b'), '((List<A>) ((Object) b))');
    assert.equal(grouped('(Integer) -1'), '((Integer) (-1))');
    assert.equal(grouped('(A) (B) c++'), '((A) ((B) (c++)))');
});

test('a name in parentheses before a sign is a cast, as the platform has it', () => {
    assert.equal(grouped('(a) - b'), '((a) (-b))');
});

test('a name in parentheses before any other operator is that name', () => {
    assert.equal(grouped('(a) * b'), '(a * b)');
    assert.equal(grouped('((a)) ++'), '(a++)');
});

test('instanceof stands in no chain of comparisons', () => {
    const condition = (text: string): string => firstErrorIn(`class A { Boolean b = ${text}; }`);
    assert.equal(condition('x instanceof Y == z'), "1:38 Unexpected token '=='.");
    assert.equal(condition('x instanceof Y + z'), "1:38 Unexpected token '+'.");
    assert.equal(condition('x == y instanceof Z'), "1:30 Unexpected token 'instanceof'.");
    assert.equal(condition('x < y instanceof Z'), "1:29 Unexpected token 'instanceof'.");
    assert.equal(grouped('(x instanceof Y) == z'), '((x instanceof Y) == z)');
});

test('parentheses end a chain of safe navigation', () => {
    assert.equal(expressionOf('FieldAccessExpression', 'a?.b.c').object.kind, 'FieldAccessExpression');
    const object = expressionOf('FieldAccessExpression', '(a?.b).c').object;
    assert.ok(object.kind === 'FieldAccessExpression' && object.safe && object.parenthesized);
    const chained = expressionOf('FieldAccessExpression', 'a?.b.c').object;
    assert.ok(chained.kind === 'FieldAccessExpression' && chained.safe && chained.parenthesized === undefined);
});

test('a text put together from thousands of pieces', () => {
    const pieces = Array.from({ length: 4000 }, (_, index) => `x${index}`);
    assert.ok(grouped(pieces.slice(0, 3).join(' + ')) === '((x0 + x1) + x2)');
    assert.equal(expressionOf('BinaryExpression', pieces.join(' + ')).right.kind, 'NameExpression');
});
