import type { Bind, Call, Expression, Literal, Name, Path } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseLiteralOrBind } from './parse-literal.ts';

/** Words that are no name of an object, a field or an alias; after a dot any word is a name. */
const reserved: ReadonlySet<string> = new Set([
    'AND',
    'AS',
    'ASC',
    'BY',
    'CUBE',
    'DESC',
    'ELSE',
    'EXCLUDES',
    'FALSE',
    'FIRST',
    'FOR',
    'FROM',
    'HAVING',
    'IN',
    'INCLUDES',
    'LAST',
    'LIKE',
    'LIMIT',
    'LOOKUP',
    'NOT',
    'NULL',
    'NULLS',
    'OR',
    'ROLLUP',
    'SELECT',
    'TRUE',
    'UPDATE',
    'USING',
    'WHERE',
    'WITH',
]);

export function atName(cursor: Cursor): boolean {
    return cursor.token.kind === 'name' && !reserved.has(cursor.token.word);
}

export function parseName(cursor: Cursor): Name {
    if (!atName(cursor)) cursor.unexpected();
    const { text, start, end } = cursor.advance();
    return { text, start, end };
}

export function parsePath(cursor: Cursor): Path {
    const first = parseName(cursor);
    const names = [first];
    while (cursor.accept('.')) {
        if (cursor.token.kind !== 'name') cursor.unexpected();
        const { text, start, end } = cursor.advance();
        names.push({ text, start, end });
    }
    return { kind: 'path', names, start: first.start, end: cursor.end };
}

/** A field path, or a function of one: `DAY_ONLY(convertTimezone(CreatedDate))`. */
export function parseExpression(cursor: Cursor): Expression {
    if (!atName(cursor)) cursor.unexpected();
    if (cursor.peek().word !== '(') return parsePath(cursor);
    const { start, word } = cursor.advance();
    cursor.expect('(');
    const values = word === 'DISTANCE' ? parseDistance(cursor) : [parseExpression(cursor)];
    cursor.expect(')', rightParenthesis);
    return { kind: 'call', name: word, arguments: values, start, end: cursor.end };
}

/** `Place__c, GEOLOCATION(37.7, -122.4), 'mi'`. */
function parseDistance(cursor: Cursor): (Path | Call | Literal)[] {
    const location = parsePath(cursor);
    cursor.expect(',', 'a comma');
    const place = parseGeolocation(cursor);
    cursor.expect(',', 'a comma');
    if (cursor.token.kind !== 'string') cursor.unexpected();
    return [location, place, parseLiteralOrBind(cursor) as Literal];
}

function parseGeolocation(cursor: Cursor): Call {
    const { start } = cursor.expect('GEOLOCATION');
    cursor.expect('(', 'a left parentheses');
    const latitude = parseNumber(cursor);
    cursor.expect(',', 'a comma');
    const longitude = parseNumber(cursor);
    cursor.expect(')', rightParenthesis);
    return { kind: 'call', name: 'GEOLOCATION', arguments: [latitude, longitude], start, end: cursor.end };
}

function parseNumber(cursor: Cursor): Literal | Bind {
    if (cursor.token.kind !== 'number' && cursor.token.kind !== 'bind') cursor.unexpected();
    return parseLiteralOrBind(cursor);
}
