/**
 * The sentences of syntax errors, as the platform's parser words them. What ANTLR found is read from its message:
 * the runtime offers no other form of it.
 */

import { ApexParser } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';

/** `line` and `column` count from 1. */
export interface SyntaxErrorAt {
    line: number;
    column: number;
    message: string;
}

/** From the parser's own message about the token at `index`; `recovered` when it repaired the source with one token. */
export function parserError(
    tokens: readonly ApexToken[],
    index: number,
    message: string,
): { error: SyntaxErrorAt; recovered: boolean } {
    const found = foundText(tokens, index);
    const at = (sentence: string): SyntaxErrorAt => ({ ...placeOf(tokens[index]), message: sentence });
    const missing = /^missing (<EOF>|'[^{}]*?'|'[{}]') at /s.exec(message);
    if (missing?.[1]) return { error: at(`Missing ${expected(missing[1])} at '${found}'`), recovered: true };
    const extraneous = /^extraneous input .* expecting (<EOF>|'[^{]*'|'\{')$/s.exec(message);
    if (extraneous?.[1]) return { error: at(`Extra ${expected(extraneous[1])}, at '${found}'.`), recovered: true };
    const mismatched = /^mismatched input .* expecting (<EOF>|'[^{]*'|'\{')$/s.exec(message);
    if (mismatched?.[1]) {
        return { error: at(`Expecting ${expected(mismatched[1])} but was: '${found}'`), recovered: false };
    }
    const recovered = message.startsWith('missing ') || message.startsWith('extraneous ');
    if (/ expecting \{.*'\}'/s.test(message)) {
        return { error: at(`Expecting '}' but was: '${found}'`), recovered };
    }
    return { error: at(`Unexpected token '${found}'.`), recovered };
}

const CLOSING: ReadonlyMap<number, string> = new Map([
    [ApexParser.LPAREN, ')'],
    [ApexParser.LBRACK, ']'],
    [ApexParser.LBRACE, ';'],
]);

const OPERAND_ENDS: ReadonlySet<number> = new Set([
    ApexParser.Identifier,
    ApexParser.IntegerLiteral,
    ApexParser.LongLiteral,
    ApexParser.NumberLiteral,
    ApexParser.StringLiteral,
    ApexParser.BooleanLiteral,
    ApexParser.NULL,
    ApexParser.THIS,
    ApexParser.RPAREN,
    ApexParser.RBRACK,
]);

/** Where nothing that the grammar knows goes on: what closes the innermost bracket is expected after an operand. */
export function deadEnd(tokens: readonly ApexToken[], index: number): SyntaxErrorAt {
    return { ...placeOf(tokens[index]), message: deadEndSentence(tokens, index) };
}

function deadEndSentence(tokens: readonly ApexToken[], index: number): string {
    const found = foundText(tokens, index);
    const closing = CLOSING.get(innermostOpen(tokens, index) ?? -1);
    const type = tokens[index]?.type;
    const before = neighbour(tokens, index, -1)?.type ?? -1;
    const endsArguments = closing === ')' && (type === ApexParser.SEMI || type === ApexParser.LBRACE);
    const afterOperand = OPERAND_ENDS.has(before) || (endsArguments && before === ApexParser.LPAREN);
    if (closing === undefined || !afterOperand) return `Unexpected token '${found}'.`;
    if (neighbour(tokens, index, 1)?.text === closing) return `Extra '${closing}', at '${found}'.`;
    if (endsArguments || closing === ';') return `Missing '${closing}' at '${found}'`;
    return `Expecting '${closing}' but was: '${found}'`;
}

function innermostOpen(tokens: readonly ApexToken[], index: number): number | undefined {
    const open: number[] = [];
    for (const token of tokens.slice(0, index)) {
        if (CLOSING.has(token.type)) open.push(token.type);
        else if ([ApexParser.RPAREN, ApexParser.RBRACK, ApexParser.RBRACE].includes(token.type)) open.pop();
    }
    return open.at(-1);
}

/** The next token in a direction that the parser sees. */
function neighbour(tokens: readonly ApexToken[], index: number, step: 1 | -1): ApexToken | undefined {
    let position = index + step;
    while (tokens[position] && tokens[position]?.channel !== 0) position += step;
    return tokens[position];
}

/** The token as the platform quotes it: strings without their quotes, dotted names whole. */
function foundText(tokens: readonly ApexToken[], index: number): string {
    const token = tokens[index];
    if (!token) return '<EOF>';
    if (token.type === ApexParser.StringLiteral) return token.text.slice(1, -1);
    let text = token.text;
    if (token.type !== ApexParser.Identifier && token.type !== ApexParser.SYSTEM) return text;
    for (let next = index + 1; tokens[next]?.type === ApexParser.DOT; next += 2) {
        const name = tokens[next + 1];
        if (name?.type !== ApexParser.Identifier) break;
        text += `.${name.text}`;
    }
    return text;
}

function placeOf(token: ApexToken | undefined): { line: number; column: number } {
    return { line: token?.line ?? 1, column: (token?.column ?? 0) + 1 };
}

/** Keywords in capitals, punctuation as it is written. */
function expected(display: string): string {
    const name = display.replace(/^'(.*)'$/s, '$1');
    return `'${/^[a-z]/.test(name) ? name.toUpperCase() : name}'`;
}

/** From the lexer: a character or a beginning of a string from which no token can be made. */
export function unreadableText(line: number, column: number, message: string): SyntaxErrorAt {
    const text = /^token recognition error at: '(.*)'$/s.exec(message)?.[1] ?? '';
    return { line, column, message: unreadableSentence(text) };
}

function unreadableSentence(text: string): string {
    if (text.startsWith("'")) {
        const escape = /\\([^btnfru"'\\]|u(?![0-9a-f]{4})).?/is.exec(text);
        return escape
            ? `Illegal string literal: Invalid string literal ${text}. Illegal character sequence ${escape[0]} in string literal.`
            : "Missing closing quote character ' on string.";
    }
    if (text.startsWith('"')) return `Unrecognized symbol '"', which is not a valid Apex identifier.`;
    const symbol = [...text][0] ?? '';
    if (/^[\p{L}_$]/u.test(symbol)) {
        return (
            `Invalid identifier '${text}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any ` +
            "number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'."
        );
    }
    return `Found punctuation symbol or operator '${symbol}' that isn't valid in Apex.`;
}

/** What the lexer makes a token of although the platform's does not. */
export function unusableToken(token: ApexToken, next: ApexToken | undefined, source: string): SyntaxErrorAt | null {
    if (token.type === ApexParser.StringLiteral && /[\r\n]/.test(token.text)) {
        return {
            ...placeOf(token),
            message: 'Illegal string literal: Line breaks are not allowed in string literals',
        };
    }
    // A comment that is never closed arrives as a division and what follows it.
    if (token.type === ApexParser.DIV && next?.start === token.stop + 1 && source[next.start] === '*') {
        return { ...placeOf(token), message: 'Missing closing mark */ on multi-line comment.' };
    }
    return null;
}
