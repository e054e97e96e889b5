import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from '@sw-studio/soql';
import type { BindMode } from '@sw-studio/soql';

function bindOf(expression: string, binds: BindMode = 'expression'): string | undefined {
    const { query } = parseQuery(`SELECT Id FROM Account WHERE Name = :${expression} AND Rating = 1 LIMIT 1`, {
        binds,
    });
    const where = query?.where;
    const first = where?.kind === 'and' ? where.terms[0] : undefined;
    return first?.kind === 'comparison' && first.right.kind === 'bind' ? first.right.expression : undefined;
}

const expressions = [
    'name',
    'record.Account.Name',
    'names[0]',
    'build(1, other(2))',
    'new Set<Id>{ a.Id, b.Id }',
    'new List<Map<String, Id>>()',
    "map.get('a)b]')",
    '(Id) value',
    'start + 30',
    "'a' + suffix + '%'",
    'a?.b',
    'Trigger.new',
    'System.now().addDays(-30)',
];

for (const expression of expressions) {
    test(`finds the end of the bind :${expression}`, () => {
        assert.equal(bindOf(expression), expression);
    });
}

test('blank space after the colon is not part of the expression', () => {
    assert.equal(bindOf(' name'), 'name');
});

test('dynamic SOQL takes variables alone', () => {
    assert.equal(bindOf('name', 'variable'), 'name');
    const { diagnostics } = parseQuery('SELECT Id FROM Account WHERE Id IN :actionPlans.keySet()', {
        binds: 'variable',
    });
    assert.deepEqual(
        diagnostics.map(({ message }) => message),
        ["unexpected token: '('"],
    );
});

test('queries of the APIs take no binds', () => {
    const { diagnostics } = parseQuery('SELECT Id FROM Account WHERE Id = :id', { binds: 'none' });
    assert.deepEqual(diagnostics, [
        { code: 'MALFORMED_QUERY', message: 'Bind variables only allowed in Apex code', start: 34, end: 35 },
    ]);
});
