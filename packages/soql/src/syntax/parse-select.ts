import type { ExpressionItem, FieldsItem, Name, Path, SelectItem, TypeofBranch, TypeofItem } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { atName, parseExpression, parseName, parsePath } from './parse-expression.ts';

const fieldGroups: ReadonlySet<string> = new Set(['ALL', 'STANDARD', 'CUSTOM']);

export function parseSelectItem(cursor: Cursor): SelectItem {
    const { start } = cursor.token;
    if (cursor.accept('(')) {
        if (!cursor.at('SELECT')) cursor.unexpected();
        const query = cursor.nested.childQuery(cursor);
        cursor.expect(')', rightParenthesis);
        return { kind: 'subquery', query, ...parseAlias(cursor), start, end: cursor.end };
    }
    if (cursor.at('TYPEOF') && cursor.peek().kind === 'name' && cursor.peek().word !== 'FROM') {
        return parseTypeof(cursor);
    }
    if (cursor.atAll('FIELDS', '(') && fieldGroups.has(cursor.peek(2).word)) return parseFields(cursor);
    const expression = parseExpression(cursor);
    return { kind: 'expression', expression, ...parseAlias(cursor), start, end: cursor.end };
}

/** `COUNT()` counts the rows of the query and stands alone in its select list. */
export function atCount(cursor: Cursor): boolean {
    return cursor.atAll('COUNT', '(') && cursor.peek(2).word === ')';
}

export function parseCount(cursor: Cursor): ExpressionItem {
    const { start } = cursor.advance();
    cursor.advance();
    const { end } = cursor.advance();
    return { kind: 'expression', expression: { kind: 'call', name: 'COUNT', arguments: [], start, end }, start, end };
}

function parseAlias(cursor: Cursor): { alias?: Name } {
    return atName(cursor) ? { alias: parseName(cursor) } : {};
}

function parseFields(cursor: Cursor): FieldsItem {
    const { start } = cursor.advance();
    cursor.expect('(');
    const group = cursor.advance().word as FieldsItem['group'];
    cursor.expect(')', rightParenthesis);
    return { kind: 'fields', group, start, end: cursor.end };
}

/** `TYPEOF What WHEN Account THEN Phone, Name ELSE Id END`. */
function parseTypeof(cursor: Cursor): TypeofItem {
    const { start } = cursor.advance();
    const relationship = parsePath(cursor);
    const branches: TypeofBranch[] = [];
    if (!cursor.at('WHEN')) cursor.unexpected();
    while (cursor.at('WHEN')) {
        const branchStart = cursor.advance().start;
        const type = parseName(cursor);
        cursor.expect('THEN');
        branches.push({ type, fields: parseBranchFields(cursor), start: branchStart, end: cursor.end });
    }
    const otherwise = cursor.accept('ELSE') ? { otherwise: parseBranchFields(cursor) } : {};
    cursor.expect('END');
    return { kind: 'typeof', relationship, branches, ...otherwise, ...parseAlias(cursor), start, end: cursor.end };
}

function parseBranchFields(cursor: Cursor): Path[] {
    return cursor.list(() => parsePath(cursor));
}
