import type { ParsedSource } from './parsed-source.ts';
import type { Random } from './random.ts';

/** A replacement of the source between two offsets. */
export interface Edit {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/**
 * A kind of small change. It does not have to break the class: what is asked is whether two compilers agree.
 *
 * `oracle` says who judges it. Salesforce's compiler is exact on the language. apex-ls has the platform's own signatures, so
 * it judges calls of the platform and the objects of queries; it is blind to fields inside queries, to annotations, to
 * private access and to abstract methods of inner classes, and judges nothing of that.
 */
export interface Mutation {
    readonly name: string;
    readonly oracle: 'salesforce' | 'apex-ls';
    /** Every change of this kind that a class offers; where there is a choice of replacement, `random` makes it. */
    edits(source: ParsedSource, random: Random): readonly Edit[];
}

export function replace(at: { start: number; end: number }, text: string): Edit {
    return { start: at.start, end: at.end, text };
}

export function insert(offset: number, text: string): Edit {
    return { start: offset, end: offset, text };
}

export function apply(text: string, { start, end, text: replacement }: Edit): string {
    return text.slice(0, start) + replacement + text.slice(end);
}
