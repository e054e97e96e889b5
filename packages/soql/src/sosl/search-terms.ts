import { queryError } from '../diagnostics/diagnostic.ts';
import type { SearchTerm } from './ast.ts';
import { wordsOf } from './words.ts';

/**
 * Reads the text of FIND. Words side by side must all be found; AND, OR and AND NOT join terms, parentheses group them,
 * quotes make a phrase; `*` stands for any characters and `?` for one, not at the beginning; a backslash takes the next
 * character literally. AND NOT binds before AND, AND before OR (SOSL, "FIND").
 *
 * @throws QueryError MALFORMED_SEARCH
 */
export function parseTerms(text: string): SearchTerm {
    const reader = new TermReader(split(text));
    const term = reader.alternatives();
    if (!reader.isDone) throw queryError('searchUnexpected', reader.next ?? '');
    if (term === undefined) throw queryError('searchEmpty');
    return term;
}

/** Words, phrases in their quotes, and parentheses. */
function split(text: string): string[] {
    return text.match(/"(?:\\.|[^"\\])*"|[()]|(?:\\.|[^\s()"\\])+/gs) ?? [];
}

class TermReader {
    readonly #parts: readonly string[];
    #at = 0;

    constructor(parts: readonly string[]) {
        this.#parts = parts;
    }

    get next(): string | undefined {
        return this.#parts[this.#at];
    }

    get isDone(): boolean {
        return this.next === undefined;
    }

    alternatives(): SearchTerm | undefined {
        return this.#joined(
            'or',
            () => this.#all(),
            () => this.#accept('OR'),
        );
    }

    #all(): SearchTerm | undefined {
        const goesOn = () => this.#accept('AND') || (!this.isDone && this.next !== ')' && !this.#is('OR'));
        return this.#joined('and', () => this.#single(), goesOn);
    }

    #joined(kind: 'and' | 'or', read: () => SearchTerm | undefined, goesOn: () => boolean): SearchTerm | undefined {
        const first = read();
        if (first === undefined) return undefined;
        const terms = [first];
        while (goesOn()) {
            const term = read();
            if (term === undefined) throw queryError('searchUnexpected', this.next ?? '<EOF>');
            terms.push(term);
        }
        return terms.length === 1 ? first : { kind, terms };
    }

    #single(): SearchTerm | undefined {
        if (this.#accept('NOT')) {
            const term = this.#single();
            if (term === undefined) throw queryError('searchUnexpected', this.next ?? '<EOF>');
            return { kind: 'not', term };
        }
        if (this.#accept('(')) {
            const term = this.alternatives();
            if (!this.#accept(')')) throw queryError('searchUnexpected', this.next ?? '<EOF>');
            return term;
        }
        const part = this.next;
        if (part === undefined || part === ')' || this.#is('AND') || this.#is('OR')) return undefined;
        this.#at++;
        return part.startsWith('"') ? phrase(part.slice(1, -1)) : word(part);
    }

    #is(text: string): boolean {
        return this.next?.toUpperCase() === text;
    }

    #accept(text: string): boolean {
        if (!this.#is(text)) return false;
        this.#at++;
        return true;
    }
}

function phrase(text: string): SearchTerm {
    return { kind: 'phrase', words: wordsOf(text.replace(/\\(.)/gs, '$1')) };
}

/** A word of several tokens (`joe@acme.com`, `twenty-one`) is found as the phrase of them. */
function word(text: string): SearchTerm {
    const hasWildcard = /(?:^|[^\\])[*?]/.test(text);
    const plain = text.replace(/\\(.)/gs, '$1');
    if (plain.replace(/[*?]/g, '').length < 2) throw queryError('searchTooShort', plain);
    if (hasWildcard) return { kind: 'word', pattern: text };
    const words = wordsOf(plain);
    return words.length === 1
        ? { kind: 'word', pattern: escapeWildcards(words[0] as string) }
        : { kind: 'phrase', words };
}

function escapeWildcards(text: string): string {
    return text.replace(/[*?\\]/g, '\\$&');
}
