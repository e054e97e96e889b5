import type { Expression, FieldsItem, Name, SelectItem, TypeofBranch, TypeofItem } from './ast.ts';
import { rightParenthesis } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, parseName, parsePath } from './parse-expression.ts';

const fieldGroups: ReadonlySet<string> = new Set(['ALL', 'STANDARD', 'CUSTOM']);

export function parseSelectItem(cursor: Cursor): SelectItem {
    const { start, kind } = cursor.token;
    if (cursor.accept('(')) {
        if (!cursor.at('SELECT')) cursor.unexpected();
        const query = cursor.parseSubquery(cursor);
        cursor.expect(')', rightParenthesis);
        return { kind: 'subquery', query, start, end: cursor.end };
    }
    if (cursor.at('TYPEOF') && cursor.peek().kind === 'name' && cursor.peek().word !== 'FROM')
        return parseTypeof(cursor);
    if (kind !== 'name') cursor.unexpected();
    if (cursor.atAll('FIELDS', '(') && fieldGroups.has(cursor.peek(2).word)) return parseFields(cursor);
    const expression = parseExpression(cursor);
    return { kind: 'expression', expression, ...parseAlias(cursor), start, end: cursor.end };
}

function parseAlias(cursor: Cursor): { alias?: Name } {
    if (cursor.at('AS')) cursor.advance();
    const isAlias = cursor.token.kind === 'name' && !cursor.at('FROM');
    return isAlias ? { alias: parseName(cursor) } : {};
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

function parseBranchFields(cursor: Cursor): Expression[] {
    return cursor.list(() => parseExpression(cursor));
}
