import {
    caselessRange,
    caselessSingleton,
    complement,
    intersection,
    range,
    singleton,
    union,
    type CharacterSet,
} from './character-set.ts';
import { readCharacterEscape } from './escape-reader.ts';
import type { PatternReader } from './pattern-reader.ts';

const OPEN = 0x5b;
const CLOSE = 0x5d;
const CARET = 0x5e;
const AMPERSAND = 0x26;
const HYPHEN = 0x2d;

/** Reads a bracket class from its `[`: ranges, escapes, nested classes (union) and `&&` (intersection). */
export function parseClass(reader: PatternReader): CharacterSet {
    reader.skip();
    let negated = false;
    if (reader.peekRaw() === CARET) {
        reader.skip();
        negated = true;
    }
    const set = parseMembers(reader);
    reader.skip();
    return negated ? complement(set) : set;
}

/**
 * Reads up to the closing bracket, which is left unread. A bracket that comes first is a member.
 *
 * Java collects single characters apart, and adds all of them wherever it needs the set whole: so a character that an
 * intersection removed is back when another one follows (`[a&&[b]&]` has the `a`).
 */
function parseMembers(reader: PatternReader): CharacterSet {
    let set: CharacterSet | null = null;
    let last: CharacterSet | null = null;
    let singles: CharacterSet | null = null;
    let singlesPending = false;
    for (;;) {
        const code = reader.peek();
        if (code === 0 && reader.atEnd) throw reader.error('Unclosed character class');
        if (code === CLOSE && (set !== null || singlesPending)) {
            return singlesPending ? unionOf(set, singles as CharacterSet) : (set as CharacterSet);
        }
        if (code === AMPERSAND && skipFirstAmpersand(reader)) {
            reader.skip();
            const right = parseRightOperand(reader);
            if (singlesPending) {
                set = unionOf(set, singles as CharacterSet);
                last ??= set;
                singlesPending = false;
            }
            if (right !== null) last = right;
            if (set === null && right === null) throw reader.error('Bad class syntax');
            set = set === null || last === null ? (set ?? right) : intersection(set, last);
            continue;
        }
        const member = code === OPEN ? { set: parseClass(reader), single: false } : parseRange(reader);
        if (member.single) {
            singles = unionOf(singles, member.set);
            singlesPending = true;
            last = null;
        } else {
            last = member.set;
            set = unionOf(set, member.set);
        }
    }
}

function unionOf(left: CharacterSet | null, right: CharacterSet): CharacterSet {
    return left === null ? right : union(left, right);
}

/**
 * Whether `&&` begins here; its first half is read then. Otherwise Java goes one character back, which where it ignores
 * blanks is not to the `&` but to the blank before the next character: `(?x)[& a]` has no `&`.
 */
function skipFirstAmpersand(reader: PatternReader): boolean {
    reader.skip();
    if (reader.peek() === AMPERSAND) return true;
    reader.moveTo(reader.position - 1);
    return false;
}

/** What follows `&&`, up to the next `&&` or the end of the class; null where nothing does. */
function parseRightOperand(reader: PatternReader): CharacterSet | null {
    let right: CharacterSet | null = null;
    for (let code = reader.peek(); code !== CLOSE && code !== AMPERSAND; code = reader.peek()) {
        const part = code === OPEN ? parseClass(reader) : parseMembers(reader);
        right = right === null ? part : union(right, part);
    }
    return right;
}

function parseRange(reader: PatternReader): { readonly set: CharacterSet; readonly single: boolean } {
    const first = readMember(reader);
    if (typeof first !== 'number') return { set: first, single: false };
    if (reader.peek() === HYPHEN) {
        const end = reader.peekRaw(1);
        if (end !== OPEN && end !== CLOSE) {
            reader.skip();
            const last = readMember(reader, true);
            if (typeof last !== 'number' || last < first) {
                reader.peek();
                throw reader.error('Illegal character range');
            }
            return { set: rangeIn(reader, first, last), single: false };
        }
    }
    return { set: singletonIn(reader, first), single: first < 256 };
}

function readMember(reader: PatternReader, endsRange = false): number | CharacterSet {
    if (!reader.isBackslash()) return reader.read();
    reader.skip();
    const letter = String.fromCodePoint(reader.readRaw());
    const member = endsRange && /[pP]/.test(letter) ? undefined : readCharacterEscape(reader, letter);
    if (member === undefined) throw reader.error('Illegal/unsupported escape sequence');
    return member;
}

export function singletonIn({ flags }: PatternReader, code: number): CharacterSet {
    return flags.caseInsensitive ? caselessSingleton(code, flags.unicodeCase) : singleton(code);
}

function rangeIn({ flags }: PatternReader, first: number, last: number): CharacterSet {
    return flags.caseInsensitive ? caselessRange(first, last, flags.unicodeCase) : range(first, last);
}
