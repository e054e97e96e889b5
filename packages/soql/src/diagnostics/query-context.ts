import type { Diagnostic } from './diagnostic.ts';

/** How much of the query the API shows on either side of the place. */
const contextLength = 45;
const lexical = /^line \d+:\d+ /;

/**
 * The message as the API prints it: an excerpt of the query's line, whole words only, with a caret under the place; row
 * and column from 1; then the sentence.
 *
 *     \nSELECT Foo FROM Account
 *            ^
 *     ERROR at Row:1:Column:8
 *     No such column 'Foo' ...
 *
 * Errors of single characters are printed one column to the left, since the API counts them from 0.
 */
export function withQueryContext(text: string, { start, message }: Pick<Diagnostic, 'start' | 'message'>): string {
    const place = Math.max(0, Math.min(start, text.length) - (lexical.test(message) ? 1 : 0));
    const lineStart = text.lastIndexOf('\n', place - 1) + 1;
    const lineBreak = text.indexOf('\n', place);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    const from = wholeWordsFrom(text, Math.max(lineStart, place - contextLength), place, lineStart);
    const to = wholeWordsTo(text, Math.min(lineEnd, place + contextLength), place, lineEnd);
    const row = text.slice(0, place).split('\n').length;
    const column = place - lineStart + 1;
    return `\n${text.slice(from, to)}\n${' '.repeat(place - from)}^\nERROR at Row:${row}:Column:${column}\n${message}`;
}

/** Drops the word that the excerpt would begin in the middle of. */
function wholeWordsFrom(text: string, from: number, place: number, lineStart: number): number {
    if (from === lineStart || /[\s,]/.test(text[from - 1] ?? '')) return from;
    const next = /[\s,]+/g;
    next.lastIndex = from;
    const end = next.test(text) ? next.lastIndex : place;
    return Math.min(end, place);
}

function wholeWordsTo(text: string, to: number, place: number, lineEnd: number): number {
    if (to === lineEnd || /[\s,]/.test(text[to] ?? '')) return to;
    const kept = /[\s,][^\s,]*$/.exec(text.slice(place, to));
    return kept === null ? to : place + kept.index;
}
