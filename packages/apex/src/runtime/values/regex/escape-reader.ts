import { letterClass } from './predefined-sets.ts';
import { propertySet } from './properties.ts';
import { complement, type CharacterSet } from './character-set.ts';
import type { PatternReader } from './pattern-reader.ts';
import { RegexUnsupportedError } from './regex-error.ts';

/** Escapes that mean a character or a class, in a bracket class and outside: what follows a backslash. */
const CONTROL: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/**
 * @param letter the character after the backslash, already read
 * @returns a code point, or a set; undefined where the letter has a meaning elsewhere or none
 */
export function readCharacterEscape(reader: PatternReader, letter: string): number | CharacterSet | undefined {
    const control = CONTROL[letter];
    if (control !== undefined) return control;
    switch (letter) {
        case '0':
            return readOctal(reader);
        case 'c':
            if (reader.atEnd) throw reader.error('Illegal control escape sequence');
            return reader.readRaw() ^ 64;
        case 'u':
            return readUnicode(reader);
        case 'x':
            return readHexadecimal(reader);
        case 'p':
        case 'P':
            return readProperty(reader, letter === 'P');
        case 'N':
            throw new RegexUnsupportedError('\\N{name}', reader.pattern);
        default:
            break;
    }
    const set = letterClass(letter, reader.flags.unicodeClasses);
    if (set !== undefined) return set;
    return /[A-Za-z1-9]/.test(letter) ? undefined : (letter.codePointAt(0) ?? 0);
}

function digitOf(code: number, base: number): number {
    const digit = parseInt(String.fromCodePoint(code), 16);
    return digit < base ? digit : -1;
}

/** One to three octal digits, up to \0377. */
function readOctal(reader: PatternReader): number {
    const first = digitOf(reader.readRaw(), 8);
    if (first < 0) throw reader.error('Illegal octal escape sequence');
    const second = digitOf(reader.peekRaw(), 8);
    if (second < 0) return first;
    reader.skip();
    const third = digitOf(reader.peekRaw(), 8);
    if (third < 0 || first > 3) return first * 8 + second;
    reader.skip();
    return first * 64 + second * 8 + third;
}

function readHexadecimal(reader: PatternReader): number {
    const illegal = 'Illegal hexadecimal escape sequence';
    const first = reader.readRaw();
    if (digitOf(first, 16) >= 0) {
        const second = digitOf(reader.readRaw(), 16);
        if (second < 0) throw reader.error(illegal);
        return digitOf(first, 16) * 16 + second;
    }
    if (first !== 0x7b || digitOf(reader.peekRaw(), 16) < 0) throw reader.error(illegal);
    let code = 0;
    let next = reader.readRaw();
    for (; digitOf(next, 16) >= 0; next = reader.readRaw()) {
        code = code * 16 + digitOf(next, 16);
        if (code > 0x10ffff) throw reader.error('Hexadecimal codepoint is too big');
    }
    if (next !== 0x7d) throw reader.error('Unclosed hexadecimal escape sequence');
    return code;
}

function readUnicode(reader: PatternReader): number {
    const high = readFourDigits(reader);
    if (high < 0xd800 || high > 0xdbff) return high;
    const position = reader.position;
    if (reader.readRaw() === 0x5c && reader.readRaw() === 0x75) {
        const low = readFourDigits(reader);
        if (low >= 0xdc00 && low <= 0xdfff) return ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
    }
    reader.moveTo(position);
    return high;
}

function readFourDigits(reader: PatternReader): number {
    let code = 0;
    for (let digits = 0; digits < 4; digits++) {
        const digit = digitOf(reader.readRaw(), 16);
        if (digit < 0) throw reader.error('Illegal Unicode escape sequence');
        code = code * 16 + digit;
    }
    return code;
}

/** `\pL` or `\p{name}`. */
function readProperty(reader: PatternReader, negated: boolean): CharacterSet {
    let name: string;
    if (reader.peek() !== 0x7b) {
        name = String.fromCodePoint(reader.read());
    } else {
        reader.skip();
        name = '';
        while (reader.peekRaw() !== 0x7d) {
            if (reader.atEnd) {
                reader.skip();
                throw reader.error('Unclosed character family');
            }
            name += String.fromCodePoint(reader.readRaw());
        }
        reader.skip();
        if (name === '') throw reader.error('Empty character family');
    }
    const set = propertySet(name, {
        caseInsensitive: reader.flags.caseInsensitive,
        unicodeClasses: reader.flags.unicodeClasses,
        pattern: reader.pattern,
        index: reader.position - 1,
    });
    return negated ? complement(set) : set;
}
