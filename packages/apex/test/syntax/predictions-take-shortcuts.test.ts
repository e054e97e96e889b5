import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexParser, ApexParserFactory } from '@apexdevtools/apex-parser';
import { shortcutsOf, takeShortcuts } from '../../src/syntax/prediction.ts';
import { firstErrorIn, grouped, render, statementOf } from './apex-source.ts';

test('the shortcuts were made for the grammar in use', () => {
    const parser = ApexParserFactory.createParser('');
    const shortcuts = shortcutsOf(parser._interp as unknown as Parameters<typeof shortcutsOf>[0]);
    assert.equal(shortcuts.filter(Boolean).length, 7);
});

test('a source that the shortcuts settle is parsed in one pass', () => {
    const source = 'a.b(c < d, (E) f(g), new Map<Id, List<E>>(), H.I.class)';
    const parser = ApexParserFactory.createParser(source, true);
    takeShortcuts(parser);
    const tree = parser.expression();
    assert.equal(tree.getText(), source.replaceAll(' ', ''));
    assert.equal(parser.getTokenStream().LA(1), ApexParser.EOF);
});

test('expressions side by side, where a call is none', () => {
    const statement = statementOf('DmlStatement', 'merge winner (loser);');
    assert.deepEqual(
        [render(statement.target), statement.mergeWith && render(statement.mergeWith)],
        ['winner', 'loser'],
    );
    const qualified = statementOf('DmlStatement', 'merge this.winner (List<Account>) losers;');
    assert.equal(render(qualified.target), 'this.winner');
    assert.equal(statementOf('DmlStatement', 'merge find(1) find(2);').mergeWith?.kind, 'MethodCallExpression');
});

test('a comparison after a type, which is no type argument', () => {
    assert.equal(firstErrorIn('class A { Object x = y instanceof B < c; }'), "1:37 Unexpected token '<'.");
    assert.equal(grouped('(a) < b'), '(a < b)');
    assert.equal(grouped('a < b'), '(a < b)');
    assert.equal(grouped('f(a < b, c > d)'), 'f((a < b), (c > d))');
});
