import { simpleLowerCase, simpleUpperCase } from '../character.ts';

/**
 * A set of code points: what a regular expression asks of one character. It is answered here, and said in JavaScript's
 * class notation (flag v) for patterns that can be left to JavaScript.
 */
export interface CharacterSet {
    readonly has: (code: number) => boolean;
    /** An operand inside of a class; null where JavaScript cannot say it. */
    readonly source: string | null;
    /** No member is beyond the BMP, and Java knows it. */
    readonly bmp: boolean;
}

const SURROGATES_BEGIN = 0xd800;
const SURROGATES_END = 0xdfff;
const SUPPLEMENTARY = 0x10000;

export function codeSource(code: number): string {
    return `\\u{${code.toString(16)}}`;
}

function isSurrogate(code: number): boolean {
    return code >= SURROGATES_BEGIN && code <= SURROGATES_END;
}

export function singleton(code: number): CharacterSet {
    return {
        has: (candidate) => candidate === code,
        source: isSurrogate(code) ? null : codeSource(code),
        bmp: code < SUPPLEMENTARY && !isSurrogate(code),
    };
}

/** A letter in either case: `(?i)`, or `(?iu)` with `unicode`. */
export function caselessSingleton(code: number, unicode: boolean): CharacterSet {
    if (unicode) {
        const upper = simpleUpperCase(code);
        const lower = simpleLowerCase(upper);
        if (upper === lower) return singleton(code);
        return {
            has: (candidate) => candidate === lower || simpleLowerCase(simpleUpperCase(candidate)) === lower,
            source: null,
            bmp: false,
        };
    }
    return isAsciiLetter(code) ? union(singleton(code & ~32), singleton(code | 32)) : singleton(code);
}

export function range(first: number, last: number): CharacterSet {
    const touchesSurrogates = first <= SURROGATES_END && last >= SURROGATES_BEGIN;
    return {
        has: (code) => code >= first && code <= last,
        source: isSurrogate(first) || isSurrogate(last) ? null : `${codeSource(first)}-${codeSource(last)}`,
        bmp: last < SUPPLEMENTARY && !touchesSurrogates,
    };
}

export function caselessRange(first: number, last: number, unicode: boolean): CharacterSet {
    const inside = (code: number): boolean => code >= first && code <= last;
    if (unicode) {
        return {
            has: (code) => {
                const upper = simpleUpperCase(code);
                return inside(code) || inside(upper) || inside(simpleLowerCase(upper));
            },
            source: null,
            bmp: false,
        };
    }
    const plain = range(first, last);
    let all = plain;
    for (let code = 65; code <= 90; code++) {
        if (inside(code) !== inside(code | 32)) all = union(all, singleton(inside(code) ? code | 32 : code));
    }
    return { ...all, bmp: false };
}

export function union(left: CharacterSet, right: CharacterSet): CharacterSet {
    return {
        has: (code) => left.has(code) || right.has(code),
        source: left.source === null || right.source === null ? null : `${left.source}${right.source}`,
        bmp: left.bmp && right.bmp,
    };
}

export function intersection(left: CharacterSet, right: CharacterSet): CharacterSet {
    return {
        has: (code) => left.has(code) && right.has(code),
        source: left.source === null || right.source === null ? null : `[[${left.source}]&&[${right.source}]]`,
        bmp: left.bmp,
    };
}

export function complement(set: CharacterSet): CharacterSet {
    return {
        has: (code) => !set.has(code),
        source: set.source === null ? null : `[^${set.source}]`,
        bmp: false,
    };
}

/** By a regular expression of one JavaScript class, such as `\p{L}`; `source` is used for both answers. */
export function fromJavaScriptClass(source: string): CharacterSet {
    const test = new RegExp(`^[${source}]$`, 'v');
    return { has: (code) => test.test(String.fromCodePoint(code)), source, bmp: false };
}

export function fromRanges(...ranges: readonly (readonly [number, number])[]): CharacterSet {
    return ranges.map(([first, last]) => range(first, last)).reduce(union);
}

/** Answers for ASCII, which most text is, from a table. */
export function tabulated(set: CharacterSet): CharacterSet {
    const table = new Uint8Array(128);
    for (let code = 0; code < 128; code++) table[code] = set.has(code) ? 1 : 0;
    return { has: (code) => (code < 128 ? table[code] === 1 : set.has(code)), source: set.source, bmp: set.bmp };
}

export function isAsciiLetter(code: number): boolean {
    return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
