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

export function parserError(
    offending: ApexToken,
    line: number,
    column: number,
    message: string,
): { error: SyntaxErrorAt; recovered: boolean } {
    const found = offending.text;
    const at = (sentence: string): SyntaxErrorAt => ({ line, column, message: sentence });
    const missing = /^missing (<?\w+>?|'.*?') at /s.exec(message);
    if (missing?.[1]) return { error: at(`Missing ${expected(missing[1])} at '${found}'`), recovered: true };
    const extraneous = /^extraneous input .* expecting (<EOF>|'[^{]*'|'\{')$/s.exec(message);
    if (extraneous?.[1]) return { error: at(`Extra ${expected(extraneous[1])}, at '${found}'.`), recovered: true };
    const mismatched = /^mismatched input .* expecting (<EOF>|'[^{]*'|'\{')$/s.exec(message);
    if (mismatched?.[1]) {
        return { error: at(`Expecting ${expected(mismatched[1])} but was: '${found}'`), recovered: false };
    }
    const recovered = message.startsWith('missing ') || message.startsWith('extraneous ');
    return { error: at(`Unexpected token '${found}'.`), recovered };
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
    const at = { line: token.line, column: token.column + 1 };
    if (token.type === ApexParser.StringLiteral && /[\r\n]/.test(token.text)) {
        return { ...at, message: 'Illegal string literal: Line breaks are not allowed in string literals' };
    }
    // A comment that is never closed arrives as a division and what follows it.
    if (token.type === ApexParser.DIV && next?.start === token.stop + 1 && source[next.start] === '*') {
        return { ...at, message: 'Missing closing mark */ on multi-line comment.' };
    }
    return null;
}
