import type { LibraryFunction } from '../../../library.ts';
import { isDigit, isLetter, isLowerCase, isUpperCase, isWhitespace } from '../../../values/character.ts';

/** Questions about the characters of a string; commons-lang decides what the empty string answers. */
export const predicateMethods: Readonly<Record<string, LibraryFunction>> = {
    'containsWhitespace()': (self: string) => some(self, isWhitespace),
    'isAllLowerCase()': (self: string) => self.length > 0 && every(self, isLowerCase),
    'isAllUpperCase()': (self: string) => self.length > 0 && every(self, isUpperCase),
    'isAlpha()': (self: string) => self.length > 0 && every(self, isLetter),
    'isAlphaSpace()': (self: string) => every(self, isLetterOrBlank),
    'isAlphanumeric()': (self: string) => self.length > 0 && every(self, isLetterOrDigit),
    'isAlphanumericSpace()': (self: string) => every(self, isLetterOrDigitOrBlank),
    'isAsciiPrintable()': (self: string) => every(self, isPrintable),
    'isNumeric()': (self: string) => self.length > 0 && every(self, isDigit),
    'isNumericSpace()': (self: string) => every(self, isDigitOrBlank),
    'isWhitespace()': (self: string) => every(self, isWhitespace),
};

export const predicateStatics: Readonly<Record<string, LibraryFunction>> = {
    'isBlank(String)': isBlank,
    'isEmpty(String)': (text: string | null) => text === null || text.length === 0,
    'isNotBlank(String)': (text: string | null) => !isBlank(text),
    'isNotEmpty(String)': (text: string | null) => text !== null && text.length > 0,
};

function isBlank(text: string | null): boolean {
    return text === null || every(text, isWhitespace);
}

type Test = (code: number) => boolean;

function every(text: string, test: Test): boolean {
    for (let at = 0; at < text.length; at++) if (!test(text.charCodeAt(at))) return false;
    return true;
}

function some(text: string, test: Test): boolean {
    for (let at = 0; at < text.length; at++) if (test(text.charCodeAt(at))) return true;
    return false;
}

const BLANK = 32;
const isLetterOrBlank: Test = (code) => code === BLANK || isLetter(code);
const isLetterOrDigit: Test = (code) => isLetter(code) || isDigit(code);
const isLetterOrDigitOrBlank: Test = (code) => code === BLANK || isLetter(code) || isDigit(code);
const isDigitOrBlank: Test = (code) => code === BLANK || isDigit(code);
const isPrintable: Test = (code) => code >= 32 && code < 127;
