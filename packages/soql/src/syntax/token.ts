import type { Span } from '../diagnostics/diagnostic.ts';

export type TokenKind =
    'name' | 'string' | 'number' | 'date' | 'datetime' | 'time' | 'bind' | 'operator' | 'punctuation' | 'end';

export interface Token extends Span {
    readonly kind: TokenKind;
    /** As written; of a bind, the expression after the colon. */
    readonly text: string;
    /** Names and operators in upper case, so that keywords are compared by identity; otherwise as written. */
    readonly word: string;
}
