import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Amount, ExpressionItem, FromItem, Name, Query } from '../syntax/ast.ts';
import type { BindMode } from '../syntax/bind-scanner.ts';
import { Cursor, rightParenthesis } from '../syntax/cursor.ts';
import { tokenize } from '../syntax/lexer.ts';
import { parseCondition } from '../syntax/parse-condition.ts';
import { atName, parseExpression, parseName, parsePath } from '../syntax/parse-expression.ts';
import { parseBind, stringLiteral } from '../syntax/parse-literal.ts';
import { nestedParsers, parseAmount, parseOrderBy, parseUpdate } from '../syntax/parse-query.ts';
import { SyntaxFailure, fail } from '../syntax/syntax-failure.ts';
import type { Search, SearchGroup, SearchText, SearchWith } from './ast.ts';

export interface ParseSearchResult {
    readonly search?: Search;
    readonly diagnostics: readonly Diagnostic[];
}

const groups: ReadonlySet<string> = new Set(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR']);

/** Parses one search (SOSL). The first syntax error ends the parse. */
export function parseSearch(text: string, options: { readonly binds?: BindMode } = {}): ParseSearchResult {
    try {
        return { search: parse(text, options.binds ?? 'expression'), diagnostics: [] };
    } catch (error) {
        if (!(error instanceof SyntaxFailure)) throw error;
        return { diagnostics: [{ ...error.diagnostic, code: 'MALFORMED_SEARCH' }] };
    }
}

function parse(text: string, binds: BindMode): Search {
    const find = /^\s*FIND\b\s*/i.exec(text);
    if (find === null) {
        const first = /\S+/.exec(text);
        const start = first?.index ?? 0;
        return fail({ start, end: start + (first?.[0].length ?? 0) }, 'unexpectedToken', first?.[0] ?? '<EOF>');
    }
    const start = text.search(/\S/);
    const braced = text[find[0].length] === '{' ? bracedText(text, find[0].length) : undefined;
    const cursor = new Cursor(text, tokenize(text, binds, braced?.end ?? find[0].length), nestedParsers);
    const searched = braced ?? parseText(cursor);
    const group = cursor.accept('IN') ? parseGroup(cursor) : 'ALL';
    const returning = cursor.accept('RETURNING') ? cursor.list(() => parseReturning(cursor)) : [];
    const withClauses: SearchWith[] = [];
    while (cursor.at('WITH')) withClauses.push(parseSearchWith(cursor));
    const limit = cursor.accept('LIMIT') ? parseAmount(cursor) : undefined;
    const update = cursor.accept('UPDATE') ? parseUpdate(cursor) : [];
    if (cursor.token.kind !== 'end') cursor.unexpected();
    return {
        kind: 'search',
        text,
        find: searched,
        group,
        returning,
        with: withClauses,
        ...(limit !== undefined && { limit }),
        update,
        start,
        end: cursor.end,
    };
}

/** The text in braces keeps its backslashes: they belong to the search terms. */
function bracedText(text: string, open: number): SearchText {
    for (let at = open + 1; at < text.length; at++) {
        if (text[at] === '\\') at++;
        else if (text[at] === '}') return { kind: 'text', value: text.slice(open + 1, at), start: open, end: at + 1 };
    }
    return fail({ start: open, end: text.length }, 'expecting', 'a right brace', '<EOF>');
}

function parseText(cursor: Cursor): SearchText {
    if (cursor.token.kind === 'bind') return parseBind(cursor);
    if (cursor.token.kind !== 'string') return cursor.unexpected();
    const token = cursor.advance();
    return { kind: 'text', value: stringLiteral(token).value, start: token.start, end: token.end };
}

function parseGroup(cursor: Cursor): SearchGroup {
    const { word } = cursor.token;
    if (!groups.has(word)) cursor.unexpected();
    cursor.advance();
    cursor.expect('FIELDS');
    return word as SearchGroup;
}

/** `Account (Id, Name WHERE Industry = 'Banking' ORDER BY Name LIMIT 10)`; without fields the ids alone. */
function parseReturning(cursor: Cursor): Query {
    const path = parsePath(cursor);
    const from: FromItem[] = [{ path, start: path.start, end: path.end }];
    const id: Name = { text: 'Id', start: path.start, end: path.end };
    const onlyId = { kind: 'path' as const, names: [id], start: path.start, end: path.end };
    const base = {
        kind: 'query' as const,
        text: cursor.text,
        from,
        with: [],
        forClauses: [],
        allRows: false,
        update: [],
    };
    if (!cursor.accept('(')) {
        const select = [{ kind: 'expression' as const, expression: onlyId, start: path.start, end: path.end }];
        return { ...base, select, orderBy: [], start: path.start, end: cursor.end };
    }
    const select = cursor.list(() => parseField(cursor));
    if (cursor.at('USING')) fail(cursor.token, 'unsupportedListView');
    const where = cursor.accept('WHERE') ? parseCondition(cursor) : undefined;
    const orderBy = cursor.at('ORDER') ? parseOrderBy(cursor) : [];
    const limit: Amount | undefined = cursor.accept('LIMIT') ? parseAmount(cursor) : undefined;
    const offset: Amount | undefined = cursor.accept('OFFSET') ? parseAmount(cursor) : undefined;
    cursor.expect(')', rightParenthesis);
    return {
        ...base,
        select,
        ...(where !== undefined && { where }),
        orderBy,
        ...(limit !== undefined && { limit }),
        ...(offset !== undefined && { offset }),
        start: path.start,
        end: cursor.end,
    };
}

function parseField(cursor: Cursor): ExpressionItem {
    const expression = parseExpression(cursor);
    const alias =
        atName(cursor) && !cursor.atAll('ORDER', 'BY') && !cursor.at('OFFSET') ? { alias: parseName(cursor) } : {};
    return { kind: 'expression', expression, ...alias, start: expression.start, end: cursor.end };
}

/** `WITH SNIPPET (target_length=120)`, `WITH HIGHLIGHT`, `WITH SPELL_CORRECTION = false`, `WITH DATA CATEGORY ...`. */
function parseSearchWith(cursor: Cursor): SearchWith {
    const { start } = cursor.advance();
    const from = cursor.token.start;
    const name = parseName(cursor).text.toUpperCase();
    while (cursor.token.kind !== 'end' && !['WITH', 'LIMIT', 'UPDATE'].includes(cursor.token.word)) cursor.advance();
    return { name, text: cursor.text.slice(from, cursor.end), start, end: cursor.end };
}
