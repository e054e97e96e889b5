import { ApexList } from '../../../collections/list.ts';
import { throwApex } from '../../../exceptions.ts';
import { hashOfString } from '../../../hash.ts';
import type { LibraryFunction } from '../../../library.ts';
import { unitsEqualIgnoringCase } from '../../../values/character.ts';
import { required } from '../../../values/null.ts';
import { primitiveType } from '../../../types-registry.ts';
import { levenshteinDistance } from './levenshtein.ts';

/** Code units and code points, and comparison with other strings. */
export const characterMethods: Readonly<Record<string, LibraryFunction>> = {
    'charAt(Integer)': (self: string, index: number) =>
        self.charCodeAt(position(self, required(index), self.length - 1)),
    'codePointAt(Integer)': (self: string, index: number) =>
        self.codePointAt(position(self, required(index), self.length - 1)),
    'codePointBefore(Integer)': (self: string, index: number) => codePointBefore(self, required(index)),
    'codePointCount(Integer,Integer)': (self: string, begin: number, end: number) =>
        codePointCount(self, required(begin), required(end)),
    'compareTo(String)': (self: string, other: string) => compare(self, required(other)),
    'equals(Object)': (self: string, other: unknown) => self.valueOf() === other,
    'equalsIgnoreCase(String)': equalsIgnoreCase,
    'getChars()': (self: string) => codeUnits(self),
    'getLevenshteinDistance(String)': (self: string, other: string) =>
        levenshteinDistance(self, required(other), Infinity),
    'getLevenshteinDistance(String,Integer)': (self: string, other: string, threshold: number) =>
        levenshteinDistance(self, required(other), required(threshold)),
    'hashCode()': (self: string) => hashOfString(self),
    'length()': (self: string) => self.length,
    'offsetByCodePoints(Integer,Integer)': (self: string, index: number, count: number) =>
        offsetByCodePoints(self, required(index), required(count)),
};

function position(text: string, index: number, last: number): number {
    if (index < 0 || index > last) throwApex('System.StringException', `String index out of range: ${index}`);
    return index;
}

function codePointBefore(text: string, index: number): number {
    if (index < 1 || index > text.length) throwApex('System.StringException', `String index out of range: ${index}`);
    const pair = index >= 2 ? (text.codePointAt(index - 2) as number) : 0;
    return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

function codePointCount(text: string, begin: number, end: number): number {
    position(text, begin, text.length);
    if (end < begin || end > text.length) throwApex('System.StringException', `String index out of range: ${end}`);
    let count = 0;
    for (let at = begin; at < end; count++) at += at + 1 < end && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    return count;
}

function offsetByCodePoints(text: string, index: number, count: number): number {
    let at = position(text, index, text.length);
    for (let left = count; left > 0; left--) {
        position(text, at, text.length - 1);
        at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    }
    for (let left = count; left < 0; left++) {
        position(text, at - 1, text.length);
        at -= codePointBefore(text, at) > 0xffff ? 2 : 1;
    }
    return at;
}

/** java.lang.String.compareTo: the difference of the first code units that differ, else of the lengths. */
function compare(left: string, right: string): number {
    const end = Math.min(left.length, right.length);
    for (let at = 0; at < end; at++) {
        const difference = left.charCodeAt(at) - right.charCodeAt(at);
        if (difference !== 0) return difference;
    }
    return left.length - right.length;
}

function equalsIgnoreCase(self: string, other: string | null): boolean {
    if (self.length !== other?.length) return false;
    for (let at = 0; at < self.length; at++) {
        if (!unitsEqualIgnoringCase(self, at, other, at)) return false;
    }
    return true;
}

function codeUnits(text: string): ApexList {
    const codes = new Array<number>(text.length);
    for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
    return new ApexList(primitiveType('Integer'), codes);
}
