import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, expressionOf, firstErrorIn } from './apex-source.ts';

function literal(source: string): [string, string | boolean | null] {
    const { literalType, value } = expressionOf('LiteralExpression', source);
    return [literalType, value];
}

test('numbers keep their digits and lose their suffix', () => {
    assert.deepEqual(literal('42'), ['Integer', '42']);
    assert.deepEqual(literal('007'), ['Integer', '007']);
    assert.deepEqual(literal('42L'), ['Long', '42']);
    assert.deepEqual(literal('42l'), ['Long', '42']);
    assert.deepEqual(literal('1.50'), ['Decimal', '1.50']);
    assert.deepEqual(literal('.5'), ['Decimal', '.5']);
    assert.deepEqual(literal('1.5d'), ['Double', '1.5']);
    assert.deepEqual(literal('1.5D'), ['Double', '1.5']);
});

test('a number out of range is no syntax error', () => {
    assert.deepEqual(literal('99999999999'), ['Integer', '99999999999']);
});

test('keywords in any case', () => {
    assert.deepEqual(literal('TRUE'), ['Boolean', true]);
    assert.deepEqual(literal('False'), ['Boolean', false]);
    assert.deepEqual(literal('Null'), ['null', null]);
});

test('escapes in strings', () => {
    assert.deepEqual(literal(String.raw`''`), ['String', '']);
    assert.deepEqual(literal(String.raw`'it\'s'`), ['String', "it's"]);
    assert.deepEqual(literal(String.raw`'\b\t\n\f\r\"\\'`), ['String', '\b\t\n\f\r"\\']);
    assert.deepEqual(literal(String.raw`'\u0041\u00e9'`), ['String', 'Aé']);
    assert.deepEqual(literal(String.raw`'\\n'`), ['String', '\\n']);
    assert.deepEqual(literal("'// no /* comment */'"), ['String', '// no /* comment */']);
});

test('characters outside the basic plane', () => {
    assert.deepEqual(literal("'🚀'"), ['String', '🚀']);
    const source = "class A { String s = '🚀' + tail; }";
    const field = classOf(source).members[0];
    assert.ok(field?.kind === 'FieldDeclaration');
    const initializer = field.declarators[0]?.initializer;
    assert.ok(initializer?.kind === 'BinaryExpression');
    assert.equal(source.slice(initializer.right.start, initializer.right.end), 'tail');
});

test('a string over several lines begins on the line after its quotes', () => {
    assert.deepEqual(literal("'''\nfirst\n  'second' \\u0041\n'''"), ['String', "first\n  'second' A\n"]);
    assert.deepEqual(literal("'''\r\nfirst'''"), ['String', 'first']);
});

test('what the platform takes for no string', () => {
    const field = (text: string): string => firstErrorIn(`class A {\n    String s = ${text};\n}\n`);
    assert.equal(field(`'open`), "2:16 Missing closing quote character ' on string.");
    assert.equal(field(`'two\nlines'`), '2:16 Illegal string literal: Line breaks are not allowed in string literals');
    assert.equal(field(`"double"`), `2:16 Unrecognized symbol '"', which is not a valid Apex identifier.`);
    assert.match(field(String.raw`'a\qb'`), /^2:16 Illegal string literal: .*Illegal character sequence \\q/);
});
