/**
 * Classification and case of single UTF-16 code units, as java.lang.Character and commons-lang see them: a surrogate is
 * neither letter nor digit, and case mappings are the simple ones, one code unit to one.
 */

const ASCII_END = 128;

/** Java's `Character.isWhitespace`: no-break spaces are none, the separators U+001C to U+001F are. */
export function isWhitespace(code: number): boolean {
    if (code <= 32) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
    if (code < 0x1680) return false;
    return (
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a && code !== 0x2007) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x205f ||
        code === 0x3000
    );
}

const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const LOWER = /^\p{Lowercase}$/u;
const UPPER = /^\p{Uppercase}$/u;
const TITLE = /^\p{Lt}$/u;

export function isLetter(code: number): boolean {
    if (code < ASCII_END) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    return LETTER.test(String.fromCodePoint(code));
}

export function isDigit(code: number): boolean {
    if (code < ASCII_END) return code >= 48 && code <= 57;
    return DIGIT.test(String.fromCodePoint(code));
}

export function isLowerCase(code: number): boolean {
    if (code < ASCII_END) return code >= 97 && code <= 122;
    return LOWER.test(String.fromCodePoint(code));
}

export function isUpperCase(code: number): boolean {
    if (code < ASCII_END) return code >= 65 && code <= 90;
    return UPPER.test(String.fromCodePoint(code));
}

export function isTitleCase(code: number): boolean {
    return code >= 0x1c5 && TITLE.test(String.fromCodePoint(code));
}

/** Simple upper case of code points whose full one has several. */
const SIMPLE_UPPER = simpleUpperCaseOfGreekWithIota();

function simpleUpperCaseOfGreekWithIota(): ReadonlyMap<number, number> {
    const upper = new Map<number, number>();
    for (const start of [0x1f80, 0x1f90, 0x1fa0]) {
        for (let at = 0; at < 8; at++) upper.set(start + at, start + at + 8);
    }
    for (const code of [0x1fb3, 0x1fc3, 0x1ff3]) upper.set(code, code + 9);
    return upper;
}

/** Java's `Character.toUpperCase(int)`. */
export function simpleUpperCase(code: number): number {
    if (code < ASCII_END) return code >= 97 && code <= 122 ? code - 32 : code;
    const upper = String.fromCodePoint(code).toUpperCase();
    const first = upper.codePointAt(0) as number;
    return upper.length === String.fromCodePoint(first).length ? first : (SIMPLE_UPPER.get(code) ?? code);
}

const DOTTED_CAPITAL_I = 0x130;

/** Java's `Character.toLowerCase(int)`. */
export function simpleLowerCase(code: number): number {
    if (code < ASCII_END) return code >= 65 && code <= 90 ? code + 32 : code;
    if (code === DOTTED_CAPITAL_I) return 105;
    const lower = String.fromCodePoint(code).toLowerCase();
    const first = lower.codePointAt(0) as number;
    return lower.length === String.fromCodePoint(first).length ? first : code;
}

/** Java's `Character.toTitleCase(int)`: the upper case, but for digraphs and Georgian letters. */
export function titleCase(code: number): number {
    if (code < ASCII_END) return simpleUpperCase(code);
    if (code >= 0x1c4 && code <= 0x1cc) return code <= 0x1c6 ? 0x1c5 : code <= 0x1c9 ? 0x1c8 : 0x1cb;
    if (code >= 0x1f1 && code <= 0x1f3) return 0x1f2;
    if (code >= 0x10d0 && code <= 0x10ff) return code;
    return simpleUpperCase(code);
}

/** Equal without case as `String.regionMatches(true, ...)` compares: by upper case, then by its lower case. */
export function equalsIgnoringCase(left: number, right: number): boolean {
    if (left === right) return true;
    const upperLeft = simpleUpperCase(left);
    const upperRight = simpleUpperCase(right);
    return upperLeft === upperRight || simpleLowerCase(upperLeft) === simpleLowerCase(upperRight);
}

/** Whether two code units are equal without case; half a surrogate pair stands for its whole character. */
export function unitsEqualIgnoringCase(left: string, leftAt: number, right: string, rightAt: number): boolean {
    const leftUnit = left.charCodeAt(leftAt);
    const rightUnit = right.charCodeAt(rightAt);
    if (leftUnit === rightUnit) return true;
    if (!isSurrogate(leftUnit) || !isSurrogate(rightUnit)) return equalsIgnoringCase(leftUnit, rightUnit);
    return equalsIgnoringCase(characterIncluding(left, leftAt), characterIncluding(right, rightAt));
}

function isSurrogate(unit: number): boolean {
    return unit >= 0xd800 && unit <= 0xdfff;
}

function characterIncluding(text: string, at: number): number {
    const before = at > 0 ? (text.codePointAt(at - 1) as number) : 0;
    return before > 0xffff ? before : (text.codePointAt(at) as number);
}

const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf'
    .split(' ')
    .map((name) => new RegExp(`^\\p{${name}}$`, 'u'));

const UNASSIGNED = CATEGORIES.length;

/** A number per general category (`Character.getType` distinguishes the same ones under other numbers). */
export function categoryOf(code: number): number {
    const text = String.fromCodePoint(code);
    const found = CATEGORIES.findIndex((category) => category.test(text));
    return found < 0 ? UNASSIGNED : found;
}

export const UPPERCASE_LETTER = 0;
export const LOWERCASE_LETTER = 1;
