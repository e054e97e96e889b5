import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, expressionOf, render } from './apex-source.ts';

test('a query without binds is its own text', () => {
    const query = expressionOf(
        'SoqlExpression',
        "[SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Name = 'a:b']",
    );
    assert.equal(query.text, "SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Name = 'a:b'");
    assert.deepEqual(query.binds, []);
});

test('binds are numbered in source order', () => {
    const query = expressionOf(
        'SoqlExpression',
        '[SELECT Id FROM Account WHERE Id IN :ids AND Name = :record.name.trim() LIMIT :max OFFSET :f(1)]',
    );
    assert.equal(
        query.text,
        'SELECT Id FROM Account WHERE Id IN :b0  AND Name = :b1                 LIMIT :b2  OFFSET :b3  ',
    );
    assert.deepEqual(query.binds.map(render), ['ids', 'record.name.trim()', 'max', 'f(1)']);
});

test('offsets into the text are offsets into the source', () => {
    const source = 'class A { Object x = [SELECT Id FROM Account WHERE Name = :someName AND Rating = null]; }';
    const [field] = classOf(source).members;
    assert.ok(field?.kind === 'FieldDeclaration');
    const query = field.declarators[0]?.initializer;
    assert.ok(query?.kind === 'SoqlExpression');
    for (const word of ['SELECT', 'Account', 'Rating']) {
        assert.equal(query.textStart + query.text.indexOf(word), source.indexOf(word));
    }
});

test('a bind of one letter grows by the one character that its number needs', () => {
    assert.equal(
        expressionOf('SoqlExpression', '[SELECT Id FROM A WHERE X = :y]').text,
        'SELECT Id FROM A WHERE X = :b0',
    );
});

test('a query inside a bind keeps its own binds', () => {
    const query = expressionOf('SoqlExpression', '[SELECT Id FROM A WHERE B IN :[SELECT Id FROM B WHERE C = :d]]');
    const [inner] = query.binds;
    assert.equal(query.binds.length, 1);
    assert.ok(inner?.kind === 'SoqlExpression');
    assert.deepEqual(inner.binds.map(render), ['d']);
});

test('comments are blanked', () => {
    const [comment, rest] = ['/* not :this */', '// nor :that'];
    const query = expressionOf('SoqlExpression', `[SELECT Id ${comment} FROM A ${rest}\n WHERE B = :c]`);
    const blank = (text: string): string => ' '.repeat(text.length);
    assert.equal(query.text, `SELECT Id ${blank(comment)} FROM A ${blank(rest)}\n WHERE B = :b0`);
    assert.deepEqual(query.binds.map(render), ['c']);
});

test('date literals with a colon are no binds', () => {
    const source = '[SELECT Id FROM A WHERE D = LAST_N_DAYS:30 AND E > 2024-01-31T10:00:00Z AND F = :g]';
    const query = expressionOf('SoqlExpression', source);
    assert.equal(query.text, source.slice(1, -1).replace(':g', ':b0'));
    assert.deepEqual(query.binds.map(render), ['g']);
});

const CLAUSES = [
    'SELECT COUNT() FROM A',
    'SELECT COUNT(Id) n, MAX(B) FROM A GROUP BY ROLLUP(C) HAVING COUNT(Id) > 1 ORDER BY C DESC NULLS LAST',
    'SELECT TYPEOF What WHEN Account THEN Name ELSE Id END FROM Event',
    "SELECT toLabel(B), FORMAT(C) f FROM A WHERE D INCLUDES ('x;y', 'z') WITH USER_MODE",
    'SELECT FIELDS(STANDARD) FROM A WHERE Id NOT IN (SELECT B FROM C) WITH SECURITY_ENFORCED LIMIT 1 FOR UPDATE',
    "SELECT Id FROM A WHERE (NOT B = 1) AND (C LIKE '%x' OR D != null) ALL ROWS",
    'SELECT a.Id FROM Account a, a.Contacts c USING SCOPE mine',
];

test('clauses pass through as written', () => {
    for (const clause of CLAUSES) assert.equal(expressionOf('SoqlExpression', `[${clause}]`).text, clause);
});

test('searches', () => {
    const literal = expressionOf(
        'SoslExpression',
        "[FIND 'a*' IN ALL FIELDS RETURNING Account(Id, Name LIMIT 2), Contact]",
    );
    assert.equal(literal.text, "FIND 'a*' IN ALL FIELDS RETURNING Account(Id, Name LIMIT 2), Contact");
    const bound = expressionOf('SoslExpression', '[FIND :term RETURNING Account(Id WHERE Name = :name)]');
    assert.equal(bound.text, 'FIND :b0   RETURNING Account(Id WHERE Name = :b1  )');
    assert.deepEqual(bound.binds.map(render), ['term', 'name']);
});

test('line breaks inside a bind stay line breaks', () => {
    const query = expressionOf('SoqlExpression', '[SELECT Id FROM A WHERE X = :f(\n  y\n) AND Z = 1]');
    assert.equal(query.text, 'SELECT Id FROM A WHERE X = :b0\n   \n  AND Z = 1');
});
