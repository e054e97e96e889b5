import type { CharacterSet } from './character-set.ts';

/** The syntax tree of a regular expression. Flags are resolved by the parser: no node depends on a mode. */
export type RegexNode =
    | { readonly kind: 'set'; readonly set: CharacterSet }
    | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
    /** Two options or more; null is an empty one. */
    | { readonly kind: 'alternation'; readonly options: readonly (RegexNode | null)[] }
    | GroupNode
    | RepeatNode
    | LookNode
    /** `(?>X)`. */
    | { readonly kind: 'atomic'; readonly body: RegexNode }
    | { readonly kind: 'reference'; readonly group: number; readonly fold: 'none' | 'ascii' | 'unicode' }
    | { readonly kind: 'assertion'; readonly assertion: Assertion }
    /** `\R`. */
    | { readonly kind: 'lineBreak' };

export interface GroupNode {
    readonly kind: 'group';
    /** Number of a capturing group, from 1; 0 for `(?:X)`. */
    readonly capture: number;
    readonly body: RegexNode;
}

export interface LookNode {
    readonly kind: 'look';
    readonly ahead: boolean;
    readonly negative: boolean;
    readonly body: RegexNode;
    /** Lengths of a lookbehind count code points: the pattern has a character beyond the BMP from here on. */
    readonly supplementary: boolean;
}

export interface RepeatNode {
    readonly kind: 'repeat';
    readonly body: RegexNode;
    readonly min: number;
    /** Infinity without bound. */
    readonly max: number;
    readonly mode: 'greedy' | 'lazy' | 'possessive';
}

export type Assertion =
    /** `^` and `\A`. */
    | 'begin'
    | 'lineBegin'
    | 'unixLineBegin'
    /** `$` and `\Z`: the end, or before the line terminator at the end. */
    | 'end'
    | 'unixEnd'
    | 'lineEnd'
    | 'unixLineEnd'
    /** `\z`. */
    | 'veryEnd'
    /** `\G`. */
    | 'lastMatch'
    | 'wordBoundary'
    | 'noWordBoundary'
    | 'unicodeWordBoundary'
    | 'noUnicodeWordBoundary';

export interface RegexSyntax {
    readonly root: RegexNode;
    /** Capturing groups. */
    readonly groupCount: number;
    readonly groupNames: ReadonlyMap<string, number>;
    /** A set may have characters beyond the BMP: matches are not tried in the middle of a surrogate pair. */
    readonly supplementary: boolean;
    readonly references: boolean;
}
