import type { Bind, Call, Expression, Literal, Name, Path } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseLiteralOrBind } from './parse-literal.ts';

export function parseName(cursor: Cursor): Name {
    if (cursor.token.kind !== 'name') cursor.unexpected();
    const { text, start, end } = cursor.advance();
    return { text, start, end };
}

/** Words that no path can begin with, so that a missing name is reported at the word that stands in its place. */
const reserved: ReadonlySet<string> = new Set([
    'SELECT',
    'FROM',
    'WHERE',
    'AND',
    'OR',
    'NOT',
    'LIKE',
    'IN',
    'INCLUDES',
    'EXCLUDES',
    'HAVING',
    'LIMIT',
    'NULL',
]);

export function parsePath(cursor: Cursor): Path {
    if (reserved.has(cursor.token.word)) cursor.unexpected();
    const names = [parseName(cursor)];
    while (cursor.accept('.')) names.push(parseName(cursor));
    return { kind: 'path', names, start: (names[0] as Name).start, end: cursor.end };
}

/** A field path, or a function of field paths. */
export function parseExpression(cursor: Cursor): Expression {
    if (reserved.has(cursor.token.word)) cursor.unexpected();
    return cursor.peek().word === '(' && cursor.token.kind === 'name' ? parseCall(cursor) : parsePath(cursor);
}

function parseCall(cursor: Cursor): Call {
    const { start, word } = cursor.advance();
    cursor.expect('(');
    const values = cursor.at(')') ? [] : cursor.list(() => parseArgument(cursor));
    cursor.expect(')', rightParenthesis);
    return { kind: 'call', name: word, arguments: values, start, end: cursor.end };
}

function parseArgument(cursor: Cursor): Path | Call | Literal | Bind {
    return cursor.token.kind === 'name' && !cursor.at('NULL') ? parseExpression(cursor) : parseLiteralOrBind(cursor);
}
