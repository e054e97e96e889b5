import type { WithClause } from './ast.ts';
import type { Cursor } from './cursor.ts';

const endOfFilter: ReadonlySet<string> = new Set([
    'GROUP',
    'ORDER',
    'LIMIT',
    'OFFSET',
    'FOR',
    'ALL',
    'UPDATE',
    'WITH',
    ')',
]);

/** `WITH SECURITY_ENFORCED`, `WITH USER_MODE`, `WITH SYSTEM_MODE`, `WITH DATA CATEGORY ...`, and other filters as text. */
export function parseWith(cursor: Cursor): WithClause {
    const { start } = cursor.advance();
    const { word } = cursor.token;
    if (word === 'SECURITY_ENFORCED' || word === 'USER_MODE' || word === 'SYSTEM_MODE') {
        cursor.advance();
        return { kind: word, start, end: cursor.end };
    }
    const kind = cursor.atAll('DATA', 'CATEGORY') ? 'DATA_CATEGORY' : 'FILTER';
    if (cursor.token.kind !== 'name') cursor.unexpected();
    const from = cursor.token.start;
    let depth = 0;
    while (cursor.token.kind !== 'end' && (depth > 0 || !endOfFilter.has(cursor.token.word))) {
        const { word: passed } = cursor.advance();
        if (passed === '(') depth++;
        if (passed === ')') depth--;
    }
    return { kind, text: cursor.text.slice(from, cursor.end), start, end: cursor.end };
}
