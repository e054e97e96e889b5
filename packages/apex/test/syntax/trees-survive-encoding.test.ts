import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitKind } from '../../src/syntax/parse.ts';
import { parseApex } from '../../src/syntax/parse.ts';
import { decodeTree, encodeTree } from '../../src/syntax/tree-codec.ts';
import { EVERY_FORM } from './every-form.ts';

function assertSurvives(source: string, kind: UnitKind = 'class'): void {
    const { unit } = parseApex('Sample', source, kind);
    assert.ok(unit);
    assert.deepEqual(decodeTree(encodeTree(unit), source), unit);
}

test('every form of the language', () => {
    for (const [kind, source] of Object.entries(EVERY_FORM)) assertSurvives(source, kind as UnitKind);
});

test('places on any line, whatever ends it', () => {
    assertSurvives('\n\n\nclass A {\n\n}\n');
    assertSurvives('class A {\r\n  Integer x;\r\n\r\n  Integer y;\r\n}');
    assertSurvives('\nclass A { Integer x {\nset;\nget; } }');
});

test('texts of any characters', () => {
    assertSurvives(`class A { String s = 'é🚀\\ud800\\u0000' + ''; }`);
});

test('a source of many thousand texts and offsets', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `Integer field${index} = ${index};`);
    assertSurvives(`class A {\n${fields.join('\n')}\n}`);
});
