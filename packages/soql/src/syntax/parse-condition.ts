import type { Comparison, ComparisonOperator, ComparisonValue, Condition } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseBind, parseLiteral, parseLiteralOrBind } from './parse-literal.ts';
import type { Span } from '../diagnostics/diagnostic.ts';

const wordOperators: ReadonlySet<string> = new Set(['LIKE', 'IN', 'INCLUDES', 'EXCLUDES']);

/**
 * Conditions of WHERE and HAVING. SOQL has no precedence between AND, OR and NOT: the terms of one level are joined by
 * AND alone or by OR alone, and NOT stands alone on its level; all else needs parentheses. What follows instead is an
 * unexpected token to whoever parses on.
 */
export function parseCondition(cursor: Cursor): Condition {
    if (cursor.at('NOT')) {
        const { start } = cursor.advance();
        const term = parseTerm(cursor);
        return { kind: 'not', term, start, end: cursor.end };
    }
    const first = parseTerm(cursor);
    const connective = cursor.token.word;
    if (connective !== 'AND' && connective !== 'OR') return first;
    const terms = [first];
    while (cursor.accept(connective)) terms.push(parseTerm(cursor));
    return { kind: connective === 'AND' ? 'and' : 'or', terms, start: first.start, end: cursor.end };
}

function parseTerm(cursor: Cursor): Condition {
    if (cursor.accept('(')) {
        const condition = parseCondition(cursor);
        cursor.expect(')', rightParenthesis);
        return condition;
    }
    return parseComparison(cursor);
}

function parseComparison(cursor: Cursor): Comparison {
    const left = parseExpression(cursor);
    const { start } = cursor.token;
    const operator = parseOperator(cursor);
    const operatorSpan: Span = { start, end: cursor.end };
    const right = parseValue(cursor, operator);
    return { kind: 'comparison', left, operator, operatorSpan, right, start: left.start, end: cursor.end };
}

function parseOperator(cursor: Cursor): ComparisonOperator {
    const { token } = cursor;
    if (token.kind === 'operator') return cursor.advance().word as ComparisonOperator;
    if (cursor.atAll('NOT', 'IN')) {
        cursor.advance();
        cursor.advance();
        return 'NOT IN';
    }
    if (token.kind !== 'name' || !wordOperators.has(token.word)) cursor.unexpected();
    return cursor.advance().word as ComparisonOperator;
}

function parseValue(cursor: Cursor, operator: ComparisonOperator): ComparisonValue {
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') return parseList(cursor);
    if (cursor.token.kind === 'bind') return parseBind(cursor);
    return operator === 'IN' || operator === 'NOT IN' ? parseSet(cursor) : parseLiteral(cursor);
}

function parseSet(cursor: Cursor): ComparisonValue {
    if (!cursor.atAll('(', 'SELECT')) return parseList(cursor);
    const { start } = cursor.advance();
    const query = cursor.nested.semiJoin(cursor);
    cursor.expect(')', rightParenthesis);
    return { kind: 'subquery', query, start, end: cursor.end };
}

function parseList(cursor: Cursor): ComparisonValue {
    const { start } = cursor.expect('(', 'a left parentheses');
    const items = cursor.list(() => parseLiteralOrBind(cursor));
    cursor.expect(')', rightParenthesis);
    return { kind: 'list', items, start, end: cursor.end };
}
