import { throwApex } from '../../../exceptions.ts';
import type { LibraryFunction } from '../../../library.ts';
import { required } from '../../../values/null.ts';
import { endsWithIgnoreCase, indexOfDifference, matchesIgnoringCase } from './search.ts';

/** Parts of a string: substrings, what is left after something was removed, abbreviations. */
export const partMethods: Readonly<Record<string, LibraryFunction>> = {
    'abbreviate(Integer)': (self: string, width: number) => abbreviate(self, required(width), 0),
    'abbreviate(Integer,Integer)': (self: string, width: number, offset: number) =>
        abbreviate(self, required(width), required(offset)),
    'difference(String)': (self: string, other: string) => difference(self, required(other)),
    'left(Integer)': (self: string, length: number) => self.slice(0, Math.max(required(length), 0)),
    'mid(Integer,Integer)': (self: string, start: number, length: number) =>
        mid(self, Math.max(required(start), 0), required(length)),
    'remove(String)': (self: string, text: string) => remove(self, required(text)),
    'removeEnd(String)': (self: string, text: string) =>
        self.endsWith(required(text)) ? self.slice(0, self.length - text.length) : self,
    'removeEndIgnoreCase(String)': (self: string, text: string) =>
        endsWithIgnoreCase(self, required(text)) ? self.slice(0, self.length - text.length) : self,
    'removeStart(String)': (self: string, text: string) =>
        self.startsWith(required(text)) ? self.slice(text.length) : self,
    'removeStartIgnoreCase(String)': (self: string, text: string) =>
        matchesIgnoringCase(self, 0, required(text)) ? self.slice(text.length) : self,
    'right(Integer)': (self: string, length: number) =>
        required(length) <= 0 ? '' : self.slice(Math.max(self.length - length, 0)),
    'substring(Integer)': (self: string, start: number) => substring(self, required(start), self.length),
    'substring(Integer,Integer)': (self: string, start: number, end: number) =>
        substring(self, required(start), required(end)),
    'substringAfter(String)': (self: string, separator: string) =>
        after(self, self.indexOf(required(separator)), separator),
    'substringAfterLast(String)': (self: string, separator: string) =>
        required(separator) === '' ? '' : after(self, self.lastIndexOf(separator), separator),
    'substringBefore(String)': (self: string, separator: string) => before(self, self.indexOf(required(separator))),
    'substringBeforeLast(String)': (self: string, separator: string) =>
        required(separator) === '' ? self : before(self, self.lastIndexOf(separator)),
    'substringBetween(String)': (self: string, tag: string) => between(self, required(tag), tag),
    'substringBetween(String,String)': (self: string, open: string, close: string) =>
        between(self, required(open), required(close)),
};

/** @throws System.StringException for positions outside of the string, in the platform's words */
function substring(text: string, start: number, end: number): string {
    if (start < 0 || start > text.length)
        throwApex('System.StringException', `Starting position out of bounds: ${start}`);
    if (end < start || end > text.length) throwApex('System.StringException', `Ending position out of bounds: ${end}`);
    return text.slice(start, end);
}

function mid(text: string, start: number, length: number): string {
    return length < 0 ? '' : text.slice(start, start + length);
}

function after(text: string, found: number, separator: string): string {
    return found < 0 ? '' : text.slice(found + separator.length);
}

function before(text: string, found: number): string {
    return found < 0 ? text : text.slice(0, found);
}

function between(text: string, open: string, close: string): string | null {
    const start = text.indexOf(open);
    if (start < 0) return null;
    const end = text.indexOf(close, start + open.length);
    return end < 0 ? null : text.slice(start + open.length, end);
}

function remove(text: string, removed: string): string {
    return removed === '' ? text : text.split(removed).join('');
}

function difference(text: string, other: string): string {
    const at = indexOfDifference(text, other);
    return at < 0 ? '' : other.slice(at);
}

const MARKER = '...';

/** commons-lang's rules: the marker counts, and a part from the middle has one at either end. */
function abbreviate(text: string, width: number, offset: number): string {
    if (text === '') return text;
    if (width < MARKER.length + 1) throwApex('System.StringException', 'Minimum abbreviation width is 4');
    if (text.length <= width) return text;
    const room = width - MARKER.length;
    const start = Math.min(offset, text.length - room);
    if (start <= MARKER.length + 1) return text.slice(0, room) + MARKER;
    if (width < 2 * MARKER.length + 1)
        throwApex('System.StringException', 'Minimum abbreviation width with offset is 7');
    return start + room < text.length
        ? MARKER + abbreviate(text.slice(start), room, 0)
        : MARKER + text.slice(text.length - room);
}
