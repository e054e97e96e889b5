import type { Amount, ForClause, FromItem, GroupBy, Name, OrderItem, Query, WithClause } from './ast.ts';
import type { BindMode } from './bind-scanner.ts';
import { Cursor, rightParenthesis } from './cursor.ts';
import type { NestedParsers } from './cursor.ts';
import { tokenize } from './lexer.ts';
import { parseCondition } from './parse-condition.ts';
import { atName, parseExpression, parseName, parsePath } from './parse-expression.ts';
import { parseBind } from './parse-literal.ts';
import { atCount, parseCount, parseSelectItem } from './parse-select.ts';
import { parseWith } from './parse-with.ts';
import { SyntaxFailure } from './syntax-failure.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface ParseOptions {
    /** What may follow a colon; default `expression`: whatever Apex allows in brackets. */
    readonly binds?: BindMode;
}

export interface ParseResult {
    readonly query?: Query;
    readonly diagnostics: readonly Diagnostic[];
}

/** Parses one query. The first syntax error ends the parse, as on the platform. */
export function parseQuery(text: string, options: ParseOptions = {}): ParseResult {
    try {
        const cursor = new Cursor(text, tokenize(text, options.binds ?? 'expression'), nestedParsers);
        const query = parseSelect(cursor);
        if (cursor.token.kind !== 'end') cursor.unexpected();
        return { query, diagnostics: [] };
    } catch (error) {
        if (error instanceof SyntaxFailure) return { diagnostics: [error.diagnostic] };
        throw error;
    }
}

export const nestedParsers: NestedParsers = { childQuery: parseSelect, semiJoin: parseSemiJoin };

/** `SELECT field FROM ... WHERE ... WITH ...`: the inner query of a semi-join has no other clauses. */
function parseSemiJoin(cursor: Cursor): Query {
    const { start } = cursor.expect('SELECT');
    const expression = parseExpression(cursor);
    const select = [{ kind: 'expression' as const, expression, start: expression.start, end: expression.end }];
    cursor.expect('FROM');
    const from = parseFrom(cursor);
    const where = cursor.accept('WHERE') ? parseCondition(cursor) : undefined;
    const withClauses: WithClause[] = [];
    while (cursor.at('WITH')) withClauses.push(parseWith(cursor));
    return {
        kind: 'query',
        text: cursor.text,
        select,
        from,
        ...(where !== undefined && { where }),
        with: withClauses,
        orderBy: [],
        forClauses: [],
        allRows: false,
        update: [],
        start,
        end: cursor.end,
    };
}

function parseSelect(cursor: Cursor): Query {
    const { start } = cursor.expect('SELECT');
    const select = atCount(cursor) ? [parseCount(cursor)] : cursor.list(() => parseSelectItem(cursor));
    cursor.expect('FROM');
    const from = parseFrom(cursor);
    const scope = cursor.accept('USING') ? parseScope(cursor) : undefined;
    const where = cursor.accept('WHERE') ? parseCondition(cursor) : undefined;
    const withClauses: WithClause[] = [];
    while (cursor.at('WITH')) withClauses.push(parseWith(cursor));
    const groupBy = cursor.at('GROUP') ? parseGroupBy(cursor) : undefined;
    const having = groupBy !== undefined && cursor.accept('HAVING') ? parseCondition(cursor) : undefined;
    const orderBy = cursor.at('ORDER') ? parseOrderBy(cursor) : [];
    const limit = cursor.accept('LIMIT') ? parseAmount(cursor) : undefined;
    const offset = cursor.accept('OFFSET') ? parseAmount(cursor) : undefined;
    const tail = parseTail(cursor);
    return {
        kind: 'query',
        text: cursor.text,
        select,
        from,
        ...(scope !== undefined && { scope }),
        ...(where !== undefined && { where }),
        with: withClauses,
        ...(groupBy !== undefined && { groupBy }),
        ...(having !== undefined && { having }),
        orderBy,
        ...(limit !== undefined && { limit }),
        ...(offset !== undefined && { offset }),
        ...tail,
        start,
        end: cursor.end,
    };
}

/** Names that begin a clause after FROM when this word or kind of token follows; otherwise they are an alias. */
const clauseWords: ReadonlyMap<string, string> = new Map([
    ['GROUP', 'BY'],
    ['ORDER', 'BY'],
    ['ALL', 'ROWS'],
]);

function atClause(cursor: Cursor): boolean {
    const { kind, word } = cursor.peek();
    if (cursor.at('OFFSET')) return kind === 'number' || kind === 'bind';
    return clauseWords.get(cursor.token.word) === word;
}

function parseFrom(cursor: Cursor): FromItem[] {
    return cursor.list(() => {
        const path = parsePath(cursor);
        const isNamed = cursor.accept('AS') || (atName(cursor) && !atClause(cursor));
        const alias: { alias?: Name } = isNamed ? { alias: parseName(cursor) } : {};
        return { path, ...alias, start: path.start, end: cursor.end };
    });
}

function parseScope(cursor: Cursor): string {
    cursor.expect('SCOPE');
    return parseName(cursor).text.toUpperCase();
}

function parseGroupBy(cursor: Cursor): GroupBy {
    const { start } = cursor.advance();
    cursor.expect('BY');
    const grouping = cursor.token.word;
    if ((grouping !== 'ROLLUP' && grouping !== 'CUBE') || cursor.peek().word !== '(') {
        const items = cursor.list(() => parseExpression(cursor));
        return { kind: 'plain', items, start, end: cursor.end };
    }
    cursor.advance();
    cursor.advance();
    const items = cursor.list(() => parseExpression(cursor));
    cursor.expect(')', rightParenthesis);
    return { kind: grouping === 'CUBE' ? 'cube' : 'rollup', items, start, end: cursor.end };
}

export function parseOrderBy(cursor: Cursor): OrderItem[] {
    cursor.advance();
    cursor.expect('BY');
    return cursor.list(() => {
        const expression = parseExpression(cursor);
        const descending = cursor.accept('DESC');
        if (!descending) cursor.accept('ASC');
        const nulls = cursor.accept('NULLS') ? parseNulls(cursor) : {};
        return { expression, descending, ...nulls, start: expression.start, end: cursor.end };
    });
}

function parseNulls(cursor: Cursor): { nulls: 'first' | 'last' } {
    if (cursor.accept('FIRST')) return { nulls: 'first' };
    cursor.expect('LAST');
    return { nulls: 'last' };
}

export function parseAmount(cursor: Cursor): Amount {
    const { kind, text, start, end } = cursor.token;
    if (kind === 'bind') return parseBind(cursor);
    if (kind !== 'number' || !/^\d+$/.test(text)) cursor.unexpected();
    cursor.advance();
    return { kind: 'number', value: Number(text), start, end };
}

/** `FOR VIEW`, `FOR REFERENCE`, `FOR UPDATE`, `UPDATE TRACKING|VIEWSTAT` and `ALL ROWS`, in any order. */
function parseTail(cursor: Cursor): { forClauses: ForClause[]; allRows: boolean; update: string[] } {
    const forClauses: ForClause[] = [];
    const update: string[] = [];
    let allRows = false;
    for (;;) {
        if (cursor.accept('FOR')) {
            forClauses.push(...cursor.list(() => parseForClause(cursor)));
        } else if (cursor.accept('UPDATE')) {
            update.push(...parseUpdate(cursor));
        } else if (cursor.atAll('ALL', 'ROWS')) {
            cursor.advance();
            cursor.advance();
            allRows = true;
        } else {
            return { forClauses, allRows, update };
        }
    }
}

function parseForClause(cursor: Cursor): ForClause {
    const { word } = cursor.token;
    if (word !== 'VIEW' && word !== 'REFERENCE' && word !== 'UPDATE') cursor.unexpected();
    cursor.advance();
    return word;
}

export function parseUpdate(cursor: Cursor): string[] {
    return cursor.list(() => {
        if (!cursor.at('TRACKING') && !cursor.at('VIEWSTAT')) cursor.unexpected();
        return cursor.advance().word;
    });
}
