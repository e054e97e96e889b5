import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { SentenceName } from '../diagnostics/sentences.ts';

/** Leaves the lexer or parser at the first error, as the platform's parser does; caught at the door of the phase. */
export class SyntaxFailure extends Error {
    readonly diagnostic: Diagnostic;

    constructor(at: Diagnostic) {
        super(at.message);
        this.diagnostic = at;
    }
}

export function fail(at: Span, name: SentenceName, ...values: (string | number)[]): never {
    throw new SyntaxFailure(diagnostic(at, name, ...values));
}
