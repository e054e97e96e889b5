import type { ApexToken } from '@apexdevtools/apex-parser';
import type { Diagnostic } from '../../diagnostics.ts';
import type { SourceSpan } from '../ast.ts';

/** What every builder needs beside the parse tree: the text, its tokens, and the list that findings are appended to. */
export interface BuildContext {
    file: string;
    source: string;
    tokens: readonly ApexToken[];
    diagnostics: Diagnostic[];
}

/** The part of a rule context that places it in the source. */
export interface Placed {
    start: ApexToken;
    stop: ApexToken | undefined;
}

export function spanOf(ctx: Placed): SourceSpan {
    return spanBetween(ctx.start, ctx.stop ?? ctx.start);
}

/** From the first token's beginning to the last token's end. */
export function spanBetween(first: ApexToken, last: ApexToken): SourceSpan {
    return { line: first.line, column: first.column + 1, start: first.start, end: last.stop + 1 };
}

/** From the beginning of `first` to the end of `last`. */
export function spanAcross(first: SourceSpan, last: SourceSpan): SourceSpan {
    return { line: first.line, column: first.column, start: first.start, end: last.end };
}

export function sourceText(context: BuildContext, ctx: Placed): string {
    return context.source.slice(ctx.start.start, (ctx.stop ?? ctx.start).stop + 1);
}

/** Appends what the grammar lets through and the platform's parser does not. */
export function reportSyntax(context: BuildContext, at: SourceSpan, message: string): void {
    context.diagnostics.push({
        file: context.file,
        line: at.line,
        column: at.column,
        severity: 'error',
        category: 'syntax',
        message,
    });
}
