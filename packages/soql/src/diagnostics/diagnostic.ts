import { sentences } from './sentences.ts';
import type { ErrorCode, SentenceName } from './sentences.ts';

export interface Span {
    /** Offset of the first character in the query text. */
    readonly start: number;
    /** Offset after the last character. */
    readonly end: number;
}

export interface Diagnostic extends Span {
    readonly code: ErrorCode;
    readonly message: string;
}

/** The named sentence with `{0}`, `{1}` ... replaced, at a place of the query text. */
export function diagnostic(at: Span, name: SentenceName, ...values: (string | number)[]): Diagnostic {
    const { code, text } = sentences[name];
    return { code, message: fill(text, values), start: at.start, end: at.end };
}

function fill(text: string, values: readonly (string | number)[]): string {
    return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}

/** A query that cannot be planned or executed: the API error code and the platform's sentence. */
export class QueryError extends Error {
    override readonly name = 'QueryError';
    readonly code: ErrorCode;
    /** Where in the query text, when the error belongs to a place. */
    readonly span: Span | undefined;

    constructor(code: ErrorCode, message: string, span?: Span) {
        super(message);
        this.code = code;
        this.span = span;
    }
}

export function queryError(name: SentenceName, ...values: (string | number)[]): QueryError {
    const { code, text } = sentences[name];
    return new QueryError(code, fill(text, values));
}

export function errorOf({ code, message, start, end }: Diagnostic): QueryError {
    return new QueryError(code, message, { start, end });
}
