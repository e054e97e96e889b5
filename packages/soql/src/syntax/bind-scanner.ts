import type { Span } from '../diagnostics/diagnostic.ts';
import { fail } from './syntax-failure.ts';

/**
 * What may follow a colon: nothing (queries of the APIs), a variable (dynamic SOQL in Apex), or any Apex expression
 * (queries in brackets).
 */
export type BindMode = 'none' | 'variable' | 'expression';

const variable = /\s*[A-Za-z_][A-Za-z0-9_]*(?:\s*\.\s*[A-Za-z_][A-Za-z0-9_]*)*/y;
const name = /\s*[A-Za-z_][A-Za-z0-9_]*/y;
const literal = /\s*(?:'(?:\\.|[^'\\])*'|\d+(?:\.\d+)?[lLdD]?)/y;
const prefix = /\s*(?:new\b|[-+!~])/iy;
const binaryOperator = /\s*(?:[-+*/%&|^]{1,2}|\?\?)(?=\s*['\w(\-+!])/y;
/** `(Id) value`: a type in parentheses and an operand, where no clause of the query could go on instead. */
const cast =
    /\s*\(\s*[\w.]+(?:<[\w\s.,<>]*>)?\s*\)(?=\s*['\w(])(?!\s*(?:AND|OR|WITH|GROUP|HAVING|ORDER|LIMIT|OFFSET|FOR|ALL|UPDATE)\b)/iy;
const memberAccess = /\s*\??\.(?=\s*[A-Za-z_])/y;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * Finds the end of the bind that starts with the colon at `colon`. The expression is not parsed, only delimited: its
 * meaning belongs to Apex.
 */
export function scanBind(text: string, colon: number, mode: BindMode): Span {
    if (mode === 'none') fail({ start: colon, end: colon + 1 }, 'bindOutsideApex');
    const end = mode === 'variable' ? match(variable, text, colon + 1) : new BindScanner(text).expression(colon + 1);
    if (end === undefined) fail({ start: colon, end: colon + 1 }, 'unexpectedToken', ':');
    const blank = /\s*/y;
    return { start: match(blank, text, colon + 1) ?? colon + 1, end };
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}

class BindScanner {
    readonly #text: string;

    constructor(text: string) {
        this.#text = text;
    }

    expression(from: number): number | undefined {
        let end = this.#operand(from);
        while (end !== undefined) {
            const operator = match(binaryOperator, this.#text, end);
            const next = operator === undefined ? undefined : this.#operand(operator);
            if (next === undefined) return end;
            end = next;
        }
        return undefined;
    }

    #operand(from: number): number | undefined {
        const prefixed = match(prefix, this.#text, from) ?? match(cast, this.#text, from);
        if (prefixed !== undefined) return this.#operand(prefixed);
        const start =
            match(literal, this.#text, from) ?? match(name, this.#text, from) ?? this.#bracketed(from, ['(', '[']);
        return start === undefined ? undefined : this.#suffixes(start);
    }

    #suffixes(from: number): number {
        let end = from;
        for (;;) {
            const member = match(memberAccess, this.#text, end);
            const next =
                member === undefined
                    ? (this.#bracketed(end, ['(', '[', '{']) ?? this.#typeArguments(end))
                    : match(name, this.#text, member);
            if (next === undefined) return end;
            end = next;
        }
    }

    /** `<Id>` of `new Set<Id>{...}`: told from a comparison by the bracket that must follow. */
    #typeArguments(from: number): number | undefined {
        const end = match(/<[\w\s.,<>]*>(?=\s*[({[])/y, this.#text, from);
        return end === undefined ? undefined : this.#bracketed(end, ['(', '[', '{']);
    }

    #bracketed(from: number, opening: readonly string[]): number | undefined {
        const at = match(/\s*/y, this.#text, from) ?? from;
        const open = this.#text[at];
        if (open === undefined || !opening.includes(open)) return undefined;
        const expected = [closing[open]];
        for (let index = at + 1; index < this.#text.length; index++) {
            const character = this.#text[index] as string;
            if (character === "'") {
                index = (match(literal, this.#text, index) ?? this.#text.length) - 1;
            } else if (character === expected.at(-1)) {
                expected.pop();
                if (expected.length === 0) return index + 1;
            } else if (character !== '<' && closing[character] !== undefined) {
                expected.push(closing[character]);
            }
        }
        return undefined;
    }
}
