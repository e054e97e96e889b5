import type { LibraryFunction } from '../../../library.ts';
import { unitsEqualIgnoringCase } from '../../../values/character.ts';
import { required } from '../../../values/null.ts';

/** Where and whether something occurs in a string, by the rules of java.lang.String and commons-lang. */
export const searchMethods: Readonly<Record<string, LibraryFunction>> = {
    'contains(String)': (self: string, text: string) => self.includes(required(text)),
    'containsAny(String)': (self: string, characters: string) => indexOfAny(self, required(characters)) >= 0,
    'containsIgnoreCase(String)': (self: string, text: string) => indexOfIgnoreCase(self, required(text), 0) >= 0,
    'containsNone(String)': (self: string, characters: string) => indexOfAny(self, required(characters)) < 0,
    'containsOnly(String)': (self: string, characters: string) => containsOnly(self, required(characters)),
    'countMatches(String)': (self: string, text: string) => countMatches(self, required(text)),
    'endsWith(String)': (self: string, text: string) => self.endsWith(required(text)),
    'endsWithIgnoreCase(String)': (self: string, text: string) => endsWithIgnoreCase(self, required(text)),
    'indexOf(String)': (self: string, text: string) => self.indexOf(required(text)),
    'indexOf(String,Integer)': (self: string, text: string, from: number) =>
        indexOf(self, required(text), required(from)),
    'indexOfAny(String)': (self: string, characters: string) => indexOfAny(self, required(characters)),
    'indexOfAnyBut(String)': (self: string, characters: string) => indexOfAnyBut(self, required(characters)),
    'indexOfChar(Integer)': (self: string, code: number) => indexOf(self, character(required(code)), 0),
    'indexOfChar(Integer,Integer)': (self: string, code: number, from: number) =>
        indexOf(self, character(required(code)), required(from)),
    'indexOfDifference(String)': (self: string, other: string) => indexOfDifference(self, required(other)),
    'indexOfIgnoreCase(String)': (self: string, text: string) => indexOfIgnoreCase(self, required(text), 0),
    'indexOfIgnoreCase(String,Integer)': (self: string, text: string, from: number) =>
        indexOfIgnoreCase(self, required(text), required(from)),
    'lastIndexOf(String)': (self: string, text: string) => self.lastIndexOf(required(text)),
    'lastIndexOf(String,Integer)': (self: string, text: string, from: number) =>
        lastIndexOf(self, required(text), required(from)),
    'lastIndexOfChar(Integer)': (self: string, code: number) => self.lastIndexOf(character(required(code))),
    'lastIndexOfChar(Integer,Integer)': (self: string, code: number, from: number) =>
        lastIndexOf(self, character(required(code)), required(from)),
    'lastIndexOfIgnoreCase(String)': (self: string, text: string) =>
        lastIndexOfIgnoreCase(self, required(text), self.length),
    'lastIndexOfIgnoreCase(String,Integer)': (self: string, text: string, from: number) =>
        lastIndexOfIgnoreCase(self, required(text), required(from)),
    'startsWith(String)': (self: string, text: string) => self.startsWith(required(text)),
    'startsWithIgnoreCase(String)': (self: string, text: string) => matchesIgnoringCase(self, 0, required(text)),
};

/** A string with code units that no character has finds nothing. */
function character(code: number): string {
    return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\u{10ffff}\0';
}

/** JavaScript clamps an empty needle to the end; Java does so too, but counts a start beyond it as not found otherwise. */
function indexOf(text: string, searched: string, from: number): number {
    return text.indexOf(searched, from);
}

function lastIndexOf(text: string, searched: string, from: number): number {
    // JavaScript takes a negative start for 0.
    return from < 0 ? -1 : text.lastIndexOf(searched, from);
}

export function matchesIgnoringCase(text: string, at: number, searched: string): boolean {
    if (at < 0 || at + searched.length > text.length) return false;
    for (let offset = 0; offset < searched.length; offset++) {
        if (!unitsEqualIgnoringCase(text, at + offset, searched, offset)) return false;
    }
    return true;
}

export function endsWithIgnoreCase(text: string, suffix: string): boolean {
    return matchesIgnoringCase(text, text.length - suffix.length, suffix);
}

export function indexOfIgnoreCase(text: string, searched: string, from: number): number {
    const last = text.length - searched.length;
    // commons-lang finds nothing one place beyond the end, too.
    if (searched === '') return from <= last + 1 ? Math.max(from, 0) : -1;
    for (let at = Math.max(from, 0); at <= last; at++) if (matchesIgnoringCase(text, at, searched)) return at;
    return -1;
}

function lastIndexOfIgnoreCase(text: string, searched: string, from: number): number {
    for (let at = Math.min(from, text.length - searched.length); at >= 0; at--) {
        if (matchesIgnoringCase(text, at, searched)) return at;
    }
    return -1;
}

/** Whether the character at `at` is among `characters`; a surrogate pair counts as one character. */
function isAmong(text: string, at: number, characters: string): boolean {
    const unit = text[at] as string;
    for (let found = characters.indexOf(unit); found >= 0; found = characters.indexOf(unit, found + 1)) {
        if (!isHighSurrogate(unit.charCodeAt(0)) || found === characters.length - 1) return true;
        if (at + 1 < text.length && characters[found + 1] === text[at + 1]) return true;
    }
    return false;
}

function indexOfAny(text: string, characters: string): number {
    for (let at = 0; at < text.length; at++) if (isAmong(text, at, characters)) return at;
    return -1;
}

function indexOfAnyBut(text: string, characters: string): number {
    if (characters.length === 0) return -1;
    const allowed = new Set(characters);
    let at = 0;
    for (const character of text) {
        if (!allowed.has(character)) return at;
        at += character.length;
    }
    return -1;
}

function containsOnly(text: string, characters: string): boolean {
    return text.length === 0 || (characters.length > 0 && indexOfAnyBut(text, characters) < 0);
}

function countMatches(text: string, searched: string): number {
    if (searched.length === 0) return 0;
    let count = 0;
    for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + searched.length)) count++;
    return count;
}

export function indexOfDifference(left: string, right: string): number {
    const end = Math.min(left.length, right.length);
    for (let at = 0; at < end; at++) if (left.charCodeAt(at) !== right.charCodeAt(at)) return at;
    return left.length === right.length ? -1 : end;
}

function isHighSurrogate(code: number): boolean {
    return code >= 0xd800 && code <= 0xdbff;
}
