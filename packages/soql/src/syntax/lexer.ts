import { scanBind } from './bind-scanner.ts';
import type { BindMode } from './bind-scanner.ts';
import { countedDateLiterals } from './date-literals.ts';
import { fail } from './syntax-failure.ts';
import type { Token, TokenKind } from './token.ts';

const dateOrTime =
    /\d{4}-\d{2}-\d{2}(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?/iy;
const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)/y;
const currency = /[A-Za-z]{3}\d+(?:\.\d+)?(?![A-Za-z0-9_])/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const operators = /<=|>=|!=|<>|=|<|>/y;

/**
 * Splits a query into tokens, the last of kind `end`. The whole text is read at once: a query is short, and the parser
 * looks ahead freely.
 *
 * @throws SyntaxFailure at a character that starts no token and at an unterminated string
 */
export function tokenize(text: string, binds: BindMode, from = 0): Token[] {
    const tokens: Token[] = [];
    const push = (kind: TokenKind, start: number, end: number) => {
        const written = text.slice(start, end);
        tokens.push({ kind, start, end, text: written, word: kind === 'name' ? written.toUpperCase() : written });
        return end;
    };
    let at = skipBlank(text, from, binds);
    while (at < text.length) {
        const code = text.charCodeAt(at);
        if (isLetter(code)) {
            at = push('name', at, matchEnd(currency, text, at) ?? matchEnd(name, text, at) ?? at);
        } else if (code === 0x2c || code === 0x28 || code === 0x29 || code === 0x2e) {
            const digitFollows = code === 0x2e && isDigit(text.charCodeAt(at + 1)) && !endsName(tokens.at(-1), at);
            at = digitFollows ? push('number', at, matchEnd(number, text, at) ?? at) : push('punctuation', at, at + 1);
        } else if (isDigit(code)) {
            const end = matchEnd(dateOrTime, text, at);
            if (end === undefined) at = push('number', at, matchEnd(number, text, at) ?? at);
            else at = push(dateKind(text.slice(at, end)), at, end);
        } else if (code === 0x2b || code === 0x2d) {
            at = push('number', at, matchEnd(number, text, at) ?? unknown(text, at));
        } else if (code === 0x27) {
            at = push('string', at, stringEnd(text, at));
        } else if (code === 0x3a) {
            const previous = tokens.at(-1);
            if (previous?.kind === 'name' && countedDateLiterals.has(previous.word)) {
                at = push('punctuation', at, at + 1);
            } else {
                const { start, end } = scanBind(text, at, binds);
                tokens.push({ kind: 'bind', start: at, end, text: text.slice(start, end), word: ':' });
                at = end;
            }
        } else {
            const end = matchEnd(operators, text, at) ?? unknown(text, at);
            const word = text.slice(at, end);
            tokens.push({ kind: 'operator', start: at, end, text: word, word: word === '<>' ? '!=' : word });
            at = end;
        }
        at = skipBlank(text, at, binds);
    }
    tokens.push({ kind: 'end', start: text.length, end: text.length, text: '<EOF>', word: '<EOF>' });
    return tokens;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}

function dateKind(written: string): TokenKind {
    if (written.charCodeAt(2) === 0x3a) return 'time';
    return written.length > 10 ? 'datetime' : 'date';
}

/** A dot directly after a name continues a path, even where a digit follows. */
function endsName(previous: Token | undefined, at: number): boolean {
    return previous?.kind === 'name' && previous.end === at;
}

function stringEnd(text: string, start: number): number {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x27) return at + 1;
        if (code === 0x5c) at++;
    }
    const { line, column } = lineAndColumn(text, text.length);
    return fail({ start, end: text.length }, 'unterminatedString', line, column);
}

function unknown(text: string, at: number): never {
    const { line, column } = lineAndColumn(text, at);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return fail({ start: at, end: at + character.length }, 'unknownCharacter', line, column, character);
}

/** Line from 1, column from 0, as the platform's parser generator counts. */
function lineAndColumn(text: string, at: number): { line: number; column: number } {
    const lines = text.slice(0, at).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length };
}

/** Comments are part of Apex source, not of query text: they are skipped only where binds may be Apex expressions. */
function skipBlank(text: string, from: number, binds: BindMode): number {
    let at = from;
    for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0) continue;
        if (code !== 0x2f || binds !== 'expression') break;
        const next = text.charCodeAt(at + 1);
        if (next === 0x2f) at = endOf(text, '\n', at + 2);
        else if (next === 0x2a) at = endOf(text, '*/', at + 2) + 1;
        else break;
    }
    return at;
}

function endOf(text: string, mark: string, from: number): number {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at;
}

function isDigit(code: number): boolean {
    return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
    return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}
