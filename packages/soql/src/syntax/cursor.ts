import type { Query } from './ast.ts';
import { fail } from './syntax-failure.ts';
import type { Token } from './token.ts';

/** Conditions and select lists hold queries, which hold both: the parser of queries hands itself down. */
export interface NestedParsers {
    readonly childQuery: (cursor: Cursor) => Query;
    readonly semiJoin: (cursor: Cursor) => Query;
}

/** The tokens of one query and the place of the parser in them. */
export class Cursor {
    readonly text: string;
    readonly nested: NestedParsers;
    readonly #tokens: readonly Token[];
    #index = 0;

    constructor(text: string, tokens: readonly Token[], nested: NestedParsers) {
        this.text = text;
        this.#tokens = tokens;
        this.nested = nested;
    }

    get token(): Token {
        return this.#tokens[this.#index] as Token;
    }

    /** End offset of the token before. */
    get end(): number {
        return this.#tokens[this.#index - 1]?.end ?? 0;
    }

    peek(distance = 1): Token {
        return this.#tokens[Math.min(this.#index + distance, this.#tokens.length - 1)] as Token;
    }

    advance(): Token {
        const { token } = this;
        if (token.kind !== 'end') this.#index++;
        return token;
    }

    /** Keywords, operators and punctuation alike: none of them can be taken for another. */
    at(word: string): boolean {
        return this.token.word === word && this.token.kind !== 'string';
    }

    atAll(first: string, second: string): boolean {
        return this.at(first) && this.peek().word === second;
    }

    accept(word: string): boolean {
        if (!this.at(word)) return false;
        this.advance();
        return true;
    }

    /** `described` is what the sentence calls the word, where it has a name of its own (`a right parentheses`). */
    expect(word: string, described?: string): Token {
        if (this.at(word)) return this.advance();
        if (described === undefined) return this.unexpected();
        return fail(this.token, 'expecting', described, this.token.text);
    }

    unexpected(token: Token = this.token): never {
        return fail(token, 'unexpectedToken', token.kind === 'bind' ? ':' : token.text);
    }

    /** One or more, separated by commas. */
    list<T>(parse: () => T): T[] {
        const items = [parse()];
        while (this.accept(',')) items.push(parse());
        return items;
    }
}

export const rightParenthesis = 'a right parentheses';
