import type { Diagnostic } from './diagnostic.ts';

const contextLength = 50;

/**
 * The message as the API prints it: an excerpt of the query with a caret under the place, the row and column (from 1),
 * then the sentence.
 *
 *     \nSELECT Foo FROM Account
 *            ^
 *     ERROR at Row:1:Column:8
 *     No such column 'Foo' ...
 */
export function withQueryContext(text: string, { start, message }: Pick<Diagnostic, 'start' | 'message'>): string {
    const at = Math.min(start, text.length);
    const before = text.slice(0, at).split('\n');
    const row = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    const lineStart = at - column + 1;
    const nextBreak = text.indexOf('\n', at);
    const lineEnd = nextBreak < 0 ? text.length : nextBreak;
    const from = Math.max(lineStart, at - contextLength);
    const excerpt = text.slice(from, Math.min(lineEnd, at + contextLength));
    const caret = `${' '.repeat(at - from)}^`;
    return `\n${excerpt}\n${caret}\nERROR at Row:${row}:Column:${column}\n${message}`;
}
