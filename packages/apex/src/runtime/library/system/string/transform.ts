import type { LibraryFunction } from '../../../library.ts';
import {
    isLowerCase,
    isTitleCase,
    isUpperCase,
    isWhitespace,
    simpleLowerCase,
    simpleUpperCase,
    titleCase,
} from '../../../values/character.ts';
import { required } from '../../../values/null.ts';

/** Strings made of a string: case, padding, blanks, replacement of literal text. */
export const transformMethods: Readonly<Record<string, LibraryFunction>> = {
    'capitalize()': (self: string) => mapFirst(self, titleCase),
    'center(Integer)': (self: string, size: number) => center(self, required(size), ' '),
    'center(Integer,String)': (self: string, size: number, pad: string) =>
        center(self, required(size), required(pad) || ' '),
    'deleteWhitespace()': deleteWhitespace,
    'leftPad(Integer)': (self: string, size: number) => self.padStart(required(size)),
    'leftPad(Integer,String)': (self: string, size: number, pad: string) =>
        self.padStart(required(size), required(pad) || ' '),
    'normalizeSpace()': normalizeSpace,
    'overlay(String,Integer,Integer)': (self: string, text: string, start: number, end: number) =>
        overlay(self, required(text), required(start), required(end)),
    'repeat(Integer)': (self: string, times: number) => self.repeat(Math.max(required(times), 0)),
    'repeat(String,Integer)': (self: string, separator: string, times: number) =>
        required(times) <= 0 ? '' : (self + required(separator)).repeat(times - 1) + self,
    'replace(String,String)': (self: string, target: string, replacement: string) =>
        replaceText(self, required(target), required(replacement)),
    'reverse()': reverse,
    'rightPad(Integer)': (self: string, size: number) => self.padEnd(required(size)),
    'rightPad(Integer,String)': (self: string, size: number, pad: string) =>
        self.padEnd(required(size), required(pad) || ' '),
    'swapCase()': swapCase,
    'toLowerCase()': (self: string) => self.toLowerCase(),
    'toLowerCase(String)': (self: string, locale: string) => self.toLocaleLowerCase(languageTag(required(locale))),
    'toUpperCase()': (self: string) => self.toUpperCase(),
    'toUpperCase(String)': (self: string, locale: string) => self.toLocaleUpperCase(languageTag(required(locale))),
    'trim()': trim,
    'uncapitalize()': (self: string) => mapFirst(self, simpleLowerCase),
};

function mapFirst(text: string, map: (code: number) => number): string {
    const first = text.codePointAt(0);
    if (first === undefined) return text;
    return String.fromCodePoint(map(first)) + text.slice(first > 0xffff ? 2 : 1);
}

function center(text: string, size: number, pad: string): string {
    const missing = size - text.length;
    if (missing <= 0) return text;
    return text.padStart(text.length + Math.floor(missing / 2), pad).padEnd(size, pad);
}

function deleteWhitespace(text: string): string {
    let kept = '';
    for (let at = 0; at < text.length; at++) if (!isWhitespace(text.charCodeAt(at))) kept += text[at] as string;
    return kept;
}

const NO_BREAK_SPACE = '\u00a0';

/** Runs of whitespace become one blank; a no-break space becomes a blank but joins no run. */
function normalizeSpace(text: string): string {
    let normal = '';
    let pending = false;
    for (let at = 0; at < text.length; at++) {
        const unit = text[at] as string;
        if (isWhitespace(unit.charCodeAt(0))) {
            pending = normal !== '';
            continue;
        }
        if (pending) normal += ' ';
        pending = false;
        normal += unit === NO_BREAK_SPACE ? ' ' : unit;
    }
    return trim(normal);
}

/** Positions are clamped to the string and swapped where they are in the wrong order. */
function overlay(text: string, inserted: string, start: number, end: number): string {
    const first = Math.min(Math.max(start, 0), text.length);
    const second = Math.min(Math.max(end, 0), text.length);
    return text.slice(0, Math.min(first, second)) + inserted + text.slice(Math.max(first, second));
}

function replaceText(text: string, target: string, replacement: string): string {
    // As a function, since `$` in a replacement string has a meaning.
    return text.replaceAll(target, () => replacement);
}

/** Surrogate pairs stay together, as StringBuilder.reverse keeps them. */
function reverse(text: string): string {
    return [...text].reverse().join('');
}

function swapCase(text: string): string {
    let swapped = '';
    for (const character of text) {
        const code = character.codePointAt(0) as number;
        if (isUpperCase(code) || isTitleCase(code)) swapped += String.fromCodePoint(simpleLowerCase(code));
        else if (isLowerCase(code)) swapped += String.fromCodePoint(simpleUpperCase(code));
        else swapped += character;
    }
    return swapped;
}

/** Everything up to U+0020 at either end, as java.lang.String.trim. */
export function trim(text: string): string {
    let start = 0;
    let end = text.length;
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** `tr_TR` as a language tag; one that is malformed stands for no language in particular. */
function languageTag(locale: string): string {
    const tag = locale.replaceAll('_', '-');
    try {
        return Intl.getCanonicalLocales(tag)[0] ?? 'und';
    } catch {
        return 'und';
    }
}
