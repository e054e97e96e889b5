import type { Span } from '../diagnostics/diagnostic.ts';
import type { Amount, Bind, Query } from '../syntax/ast.ts';

/** The text after FIND: in braces, in quotes, or a bind of Apex. */
export type SearchText = (Span & { readonly kind: 'text'; readonly value: string }) | Bind;

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** `WITH SNIPPET (target_length=120)`: the name in upper case, and all of it as written. */
export interface SearchWith extends Span {
    readonly name: string;
    readonly text: string;
}

export interface Search extends Span {
    readonly kind: 'search';
    readonly text: string;
    readonly find: SearchText;
    readonly group: SearchGroup;
    /** One query for each object of RETURNING: its fields, WHERE, ORDER BY, LIMIT and OFFSET. */
    readonly returning: readonly Query[];
    readonly with: readonly SearchWith[];
    readonly limit?: Amount;
    /** `UPDATE TRACKING`, `UPDATE VIEWSTAT`. */
    readonly update: readonly string[];
}

/** What a search asks of a record's words. */
export type SearchTerm =
    | { readonly kind: 'word'; readonly pattern: string }
    | { readonly kind: 'phrase'; readonly words: readonly string[] }
    | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
    | { readonly kind: 'not'; readonly term: SearchTerm };
