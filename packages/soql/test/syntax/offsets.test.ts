import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from '@sw-studio/soql';

const text =
    "SELECT Name, Account.Owner.Name, (SELECT Id FROM Tasks), COUNT(Id) n FROM Contact c WHERE (Rating > -5 AND Name LIKE 'a%') AND Id IN :new Set<Id>{ a.Id } ORDER BY Name DESC NULLS LAST LIMIT 10";

/** Every node, as the text between its offsets. */
function* spans(node: unknown): Generator<[kind: string, text: string]> {
    if (Array.isArray(node)) {
        for (const one of node) yield* spans(one);
    } else if (typeof node === 'object' && node !== null) {
        const { kind, start, end } = node as { kind?: string; start?: number; end?: number };
        if (kind !== undefined && start !== undefined && end !== undefined) yield [kind, text.slice(start, end)];
        for (const value of Object.values(node)) yield* spans(value);
    }
}

test('every node carries the offsets of its own text', () => {
    const { query } = parseQuery(text);
    const found = [...spans(query)];
    const of = (kind: string) => found.filter(([one]) => one === kind).map(([, written]) => written);
    assert.deepEqual(of('query'), [text, 'SELECT Id FROM Tasks']);
    assert.deepEqual(of('subquery'), ['(SELECT Id FROM Tasks)']);
    assert.deepEqual(of('call'), ['COUNT(Id)']);
    assert.deepEqual(of('comparison'), ['Rating > -5', "Name LIKE 'a%'", 'Id IN :new Set<Id>{ a.Id }']);
    assert.deepEqual(of('bind'), [':new Set<Id>{ a.Id }']);
    assert.deepEqual(of('string'), ["'a%'"]);
    assert.deepEqual(of('number'), ['-5', '10']);
    assert.ok(of('path').includes('Account.Owner.Name'));
    assert.ok(of('expression').includes('COUNT(Id) n'));
    assert.deepEqual(
        query?.orderBy.map(({ start, end }) => text.slice(start, end)),
        ['Name DESC NULLS LAST'],
    );
});
