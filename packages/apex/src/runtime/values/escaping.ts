import { throwApex } from '../exceptions.ts';
import type { Entities } from './html-entities.ts';

/** Escaping by the rules of commons-lang's StringEscapeUtils, which the platform's String methods follow. */
const CONTROL: ReadonlyMap<string, string> = new Map([
    ['\b', '\\b'],
    ['\n', '\\n'],
    ['\t', '\\t'],
    ['\f', '\\f'],
    ['\r', '\\r'],
]);

function unicodeEscape(unit: string): string {
    return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function escapeJava(text: string): string {
    return escapeCode(text, /["\\]/);
}

/** As Java's, and quotes and slashes for a script inside of HTML. */
export function escapeEcmaScript(text: string): string {
    return escapeCode(text, /['"\\/]/);
}

function escapeCode(text: string, special: RegExp): string {
    return text.replaceAll(/[^ !#-&(-.0-[\]-\x7f]/g, (unit) => {
        if (special.test(unit)) return `\\${unit}`;
        if (unit === "'" || unit === '/' || unit === '"') return unit;
        return CONTROL.get(unit) ?? unicodeEscape(unit);
    });
}

/**
 * Octal, Unicode and control escapes; a backslash before anything else is dropped.
 *
 * @throws System.StringException for `\\u` without four hexadecimal digits
 */
export function unescapeJava(text: string): string {
    return text.replaceAll(
        /\\(?:([0-3]?[0-7]{1,2})|u+\+?([0-9A-Fa-f]{0,4})|([bntfr])|([\\'"])|)/g,
        (_match, octal?: string, unicode?: string, control?: string, literal?: string) => {
            if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
            if (unicode !== undefined) return unicodeCharacter(unicode);
            if (control !== undefined) return { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' }[control] ?? '';
            return literal ?? '';
        },
    );
}

function unicodeCharacter(digits: string): string {
    if (digits.length < 4) {
        throwApex('System.StringException', `Less than 4 hex digits in unicode value: '\\u${digits}'`);
    }
    return String.fromCharCode(parseInt(digits, 16));
}

/** Everything beyond ASCII as `\uXXXX`. */
export function escapeUnicode(text: string): string {
    return text.replaceAll(/[^\0-\x7f]/g, unicodeEscape);
}

export function unescapeUnicode(text: string): string {
    return text.replaceAll(/\\u+\+?([0-9A-Fa-f]{0,4})/g, (_match, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
    );
}

export function escapeMarkup(text: string, entities: Entities): string {
    return text.replaceAll(/[^ !#-%(-;=?-~]/g, (unit) => {
        const name = entities.byCharacter.get(unit);
        return name === undefined ? unit : `&${name};`;
    });
}

/** Named and numeric references; what is none stays as it is. */
export function unescapeMarkup(text: string, entities: Entities): string {
    return text.replaceAll(
        /&(?:([A-Za-z][A-Za-z0-9]*)|#(\d+)|#[xX]([0-9A-Fa-f]+));/g,
        (match, name?: string, decimal?: string, hexadecimal?: string) => {
            if (name !== undefined) return entities.byName.get(name) ?? match;
            const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
            return code <= 0x10ffff ? String.fromCodePoint(code) : match;
        },
    );
}

/** RFC 4180: a field with a comma, a quote or a line break is quoted. */
export function escapeCsv(text: string): string {
    return /[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @throws System.StringException for a lone quote, on which commons-lang fails too */
export function unescapeCsv(text: string): string {
    if (text === '"') throwApex('System.StringException', 'begin 1, end 0, length 1');
    if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
    const inner = text.slice(1, -1);
    return /[,"\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}
