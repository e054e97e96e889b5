import type { WithClause } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseName } from './parse-expression.ts';
import { parseLiteralOrBind } from './parse-literal.ts';

const categoryOperators: ReadonlySet<string> = new Set(['AT', 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW']);

/**
 * `WITH SECURITY_ENFORCED`, `WITH USER_MODE`, `WITH SYSTEM_MODE`, `WITH DATA CATEGORY ...`, and the filters that objects
 * of some features define (`WITH Network = '...'`, `WITH RecordVisibilityContext (...)`), which are kept as text.
 */
export function parseWith(cursor: Cursor): WithClause {
    const { start } = cursor.advance();
    const from = cursor.token.start;
    const { word } = cursor.token;
    if (cursor.atAll('DATA', 'CATEGORY')) {
        cursor.advance();
        cursor.advance();
        parseCategory(cursor);
        while (cursor.accept('AND')) parseCategory(cursor);
        return { kind: 'DATA_CATEGORY', text: cursor.text.slice(from, cursor.end), start, end: cursor.end };
    }
    parseName(cursor);
    if (cursor.accept('=')) parseLiteralOrBind(cursor);
    else if (cursor.at('(')) parseSettings(cursor);
    else if (word === 'SECURITY_ENFORCED' || word === 'USER_MODE' || word === 'SYSTEM_MODE') {
        return { kind: word, start, end: cursor.end };
    }
    return { kind: 'FILTER', text: cursor.text.slice(from, cursor.end), start, end: cursor.end };
}

function parseCategory(cursor: Cursor): void {
    parseName(cursor);
    if (!categoryOperators.has(cursor.token.word)) cursor.unexpected();
    cursor.advance();
    if (!cursor.accept('(')) {
        parseName(cursor);
        return;
    }
    cursor.list(() => parseName(cursor));
    cursor.expect(')', rightParenthesis);
}

function parseSettings(cursor: Cursor): void {
    cursor.advance();
    cursor.list(() => {
        parseName(cursor);
        cursor.expect('=');
        parseLiteralOrBind(cursor);
    });
    cursor.expect(')', rightParenthesis);
}
