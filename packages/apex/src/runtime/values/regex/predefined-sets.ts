import { complement, fromJavaScriptClass, fromRanges, range, union, type CharacterSet } from './character-set.ts';

/** Classes with a letter: `\d`, `\w`, `\s`, `\h`, `\v`, and the dot. */
const digits = range(0x30, 0x39);
const wordCharacters = fromRanges([0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]);
const blanks = fromRanges([0x09, 0x0d], [0x20, 0x20]);

const unicodeDigits = fromJavaScriptClass('\\p{Nd}');
const unicodeWordCharacters = fromJavaScriptClass('\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d');
const unicodeBlanks = fromJavaScriptClass('\\p{White_Space}');

const horizontalBlanks = fromRanges(
    [0x09, 0x09],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x180e, 0x180e],
    [0x2000, 0x200a],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
);
const verticalBlanks = fromRanges([0x0a, 0x0d], [0x85, 0x85], [0x2028, 0x2029]);

export const everything: CharacterSet = { has: () => true, source: '\\u{0}-\\u{10ffff}', bmp: false };

/** The dot: everything but line terminators. */
export const allButLineTerminators: CharacterSet = complement(
    fromRanges([0x0a, 0x0a], [0x0d, 0x0d], [0x85, 0x85], [0x2028, 0x2029]),
);

export const allButNewline: CharacterSet = complement(range(0x0a, 0x0a));

export function isLineTerminator(code: number): boolean {
    return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** @param letter d, D, w, W, s, S, h, H, v or V; undefined for others */
export function letterClass(letter: string, unicode: boolean): CharacterSet | undefined {
    const set = lowerLetterClass(letter.toLowerCase(), unicode);
    return set !== undefined && letter !== letter.toLowerCase() ? complement(set) : set;
}

function lowerLetterClass(letter: string, unicode: boolean): CharacterSet | undefined {
    switch (letter) {
        case 'd':
            return unicode ? unicodeDigits : digits;
        case 'w':
            return unicode ? unicodeWordCharacters : wordCharacters;
        case 's':
            return unicode ? unicodeBlanks : blanks;
        case 'h':
            return horizontalBlanks;
        case 'v':
            return verticalBlanks;
        default:
            return undefined;
    }
}

/** `\b` of the default mode counts letters and digits of every script as word characters. */
export const wordOfBoundary: CharacterSet = union(fromJavaScriptClass('\\p{L}\\p{Nd}'), range(0x5f, 0x5f));
export const unicodeWordOfBoundary: CharacterSet = unicodeWordCharacters;
export const nonSpacingMarks: CharacterSet = fromJavaScriptClass('\\p{Mn}');
