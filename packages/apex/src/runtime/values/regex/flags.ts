/** Modes of a java.util.regex.Pattern, settable inside of it by `(?imsdux)`. */
export interface RegexFlags {
    /** i: ASCII letters match in either case, all letters with `unicodeCase`. */
    caseInsensitive: boolean;
    /** m */
    multiline: boolean;
    /** s */
    dotAll: boolean;
    /** d: only \n ends a line. */
    unixLines: boolean;
    /** u */
    unicodeCase: boolean;
    /** x: blanks and comments in the pattern mean nothing. */
    comments: boolean;
    /** U: \w, \d, \s, \b and the POSIX classes are Unicode's. */
    unicodeClasses: boolean;
}

export const noFlags: Readonly<RegexFlags> = {
    caseInsensitive: false,
    multiline: false,
    dotAll: false,
    unixLines: false,
    unicodeCase: false,
    comments: false,
    unicodeClasses: false,
};

const LETTERS: Readonly<Record<string, readonly (keyof RegexFlags)[]>> = {
    i: ['caseInsensitive'],
    m: ['multiline'],
    s: ['dotAll'],
    d: ['unixLines'],
    u: ['unicodeCase'],
    x: ['comments'],
    U: ['unicodeClasses', 'unicodeCase'],
};

/** @returns the flags that a letter stands for; undefined for other letters */
export function flagsOfLetter(letter: string): readonly (keyof RegexFlags)[] | undefined {
    return LETTERS[letter];
}
