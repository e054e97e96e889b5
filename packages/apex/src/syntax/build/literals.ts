import { ApexParser } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';
import type { LiteralExpression } from '../ast.ts';
import { spanBetween } from './context.ts';

/** A literal from its one token. Digits stay text, so that a literal out of range is the checker's finding. */
export function buildLiteral(token: ApexToken): LiteralExpression {
    const span = spanBetween(token, token);
    const text = token.text;
    switch (token.type) {
        case ApexParser.IntegerLiteral:
            return { kind: 'LiteralExpression', ...span, literalType: 'Integer', value: text };
        case ApexParser.LongLiteral:
            return { kind: 'LiteralExpression', ...span, literalType: 'Long', value: text.slice(0, -1) };
        case ApexParser.NumberLiteral:
            return /d$/i.test(text)
                ? { kind: 'LiteralExpression', ...span, literalType: 'Double', value: text.slice(0, -1) }
                : { kind: 'LiteralExpression', ...span, literalType: 'Decimal', value: text };
        case ApexParser.StringLiteral:
            return {
                kind: 'LiteralExpression',
                ...span,
                literalType: 'String',
                value: unescapeString(text.slice(1, -1)),
            };
        case ApexParser.MultilineStringLiteral:
            return { kind: 'LiteralExpression', ...span, literalType: 'String', value: multilineValue(text) };
        case ApexParser.BooleanLiteral:
            return { kind: 'LiteralExpression', ...span, literalType: 'Boolean', value: text.toLowerCase() === 'true' };
        default:
            return { kind: 'LiteralExpression', ...span, literalType: 'null', value: null };
    }
}

const ESCAPES: Readonly<Record<string, string>> = {
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
    '"': '"',
    "'": "'",
    '\\': '\\',
};

/** Escape letters are compared without case, as the lexer does (`\N` is a line feed). */
export function unescapeString(body: string): string {
    if (!body.includes('\\')) return body;
    return body.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_match, hex: string | undefined, letter: string | undefined) =>
        hex === undefined ? (ESCAPES[(letter ?? '').toLowerCase()] ?? '') : String.fromCharCode(parseInt(hex, 16)),
    );
}

/** The line break that must follow the opening quotes is not part of the value. */
function multilineValue(text: string): string {
    return unescapeString(text.slice(3, -3).replace(/^\r?\n|^\r/, ''));
}
