import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitKind } from '../../src/syntax/parse.ts';
import { parseApex } from '../../src/syntax/parse.ts';
import type { SyntaxNode } from '../../src/syntax/walk.ts';
import { forEachChild } from '../../src/syntax/walk.ts';
import { EVERY_FORM } from './every-form.ts';

/** Lines and columns from offsets, counted independently of the parser. */
function placeOf(source: string, offset: number): { line: number; column: number } {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function everyNode(source: string, kind: UnitKind): SyntaxNode[] {
    const { unit, diagnostics } = parseApex('Sample', source, kind);
    assert.deepEqual(diagnostics, []);
    assert.ok(unit);
    const nodes: SyntaxNode[] = [];
    const collect = (node: SyntaxNode): void => {
        nodes.push(node);
        forEachChild(node, collect);
    };
    collect(unit);
    return nodes;
}

for (const [kind, source] of Object.entries(EVERY_FORM) as [UnitKind, string][]) {
    test(`${kind}: line and column agree with the offset`, () => {
        for (const node of everyNode(source, kind)) {
            assert.deepEqual({ line: node.line, column: node.column }, placeOf(source, node.start), node.kind);
        }
    });

    test(`${kind}: a child lies within its parent, after its elder sibling`, () => {
        for (const node of everyNode(source, kind)) {
            assert.ok(node.start < node.end, node.kind);
            let position = node.start;
            forEachChild(node, (child) => {
                assert.ok(child.start >= position && child.end <= node.end, `${child.kind} in ${node.kind}`);
                position = child.end;
            });
        }
    });

    test(`${kind}: a name spans its text`, () => {
        for (const node of everyNode(source, kind)) {
            const text = source.slice(node.start, node.end);
            if (node.kind === 'Identifier') assert.equal(text, node.text);
            if (node.kind === 'NameExpression') assert.equal(text, node.name);
        }
    });

    test(`${kind}: the walk reaches every node`, () => {
        const { unit } = parseApex('Sample', source, kind);
        const walked = new Set<unknown>();
        const walk = (node: SyntaxNode): void => {
            walked.add(node);
            forEachChild(node, walk);
        };
        assert.ok(unit);
        walk(unit);
        const search = (value: unknown): void => {
            if (value === null || typeof value !== 'object') return;
            if ('kind' in value) assert.ok(walked.has(value), JSON.stringify(value).slice(0, 200));
            Object.values(value).forEach(search);
        };
        search(unit);
    });
}
