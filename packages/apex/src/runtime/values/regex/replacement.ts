import type { RegexMatcher } from './regex-matcher.ts';

/** The replacement text has a `$` or a backslash that means nothing. */
export class ReplacementError extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'ReplacementError';
    }
}

type Part = string | number;

/** Replaces every match; `$1` and `${name}` stand for groups, a backslash takes a character literally. */
export function replaceAll(matcher: RegexMatcher, replacement: string): string {
    matcher.reset();
    return replaceMatches(matcher, replacement, Infinity);
}

export function replaceFirst(matcher: RegexMatcher, replacement: string): string {
    matcher.reset();
    return replaceMatches(matcher, replacement, 1);
}

function replaceMatches(matcher: RegexMatcher, replacement: string, limit: number): string {
    const { text } = matcher;
    let replaced = '';
    let position = 0;
    let parts: readonly Part[] | null = null;
    for (let count = 0; count < limit && matcher.find(); count++) {
        // Not before a match: a replacement that is never used may be wrong.
        parts ??= parseReplacement(replacement, matcher);
        replaced += text.slice(position, matcher.start);
        for (const part of parts) replaced += typeof part === 'string' ? part : (matcher.group(part) ?? '');
        position = matcher.end;
    }
    return position === 0 && replaced === '' ? text : replaced + text.slice(position);
}

const PART = /\\([\s\S]?)|\$(\{?)|[^\\$]+/y;

function parseReplacement(replacement: string, matcher: RegexMatcher): readonly Part[] {
    const parts: Part[] = [];
    for (let at = 0; at < replacement.length;) {
        PART.lastIndex = at;
        const [token = '', literal, brace] = PART.exec(replacement) ?? [];
        at += token.length;
        if (literal === '') throw new ReplacementError('character to be escaped is missing');
        if (literal !== undefined) {
            parts.push(literal);
        } else if (brace === '{') {
            const { group, end } = readGroupName(replacement, at, matcher);
            parts.push(group);
            at = end;
        } else if (brace === '') {
            const { group, end } = readGroupNumber(replacement, at, matcher);
            parts.push(group);
            at = end;
        } else {
            parts.push(token);
        }
    }
    return parts;
}

/** More digits belong to the number while there is a group of that number. */
function readGroupNumber(text: string, start: number, matcher: RegexMatcher): { group: number; end: number } {
    if (start >= text.length) throw new ReplacementError('Illegal group reference: group index is missing');
    const digitAt = (at: number): number =>
        text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39 ? text.charCodeAt(at) - 0x30 : -1;
    let group = digitAt(start);
    if (group < 0) throw new ReplacementError('Illegal group reference');
    let end = start + 1;
    for (let digit = digitAt(end); digit >= 0 && group * 10 + digit <= matcher.groupCount; digit = digitAt(end)) {
        group = group * 10 + digit;
        end++;
    }
    if (group > matcher.groupCount) throw new ReplacementError(`No group ${group}`);
    return { group, end };
}

function readGroupName(text: string, start: number, matcher: RegexMatcher): { group: number; end: number } {
    const name = /^[A-Za-z0-9]*/.exec(text.slice(start))?.[0] ?? '';
    const end = start + name.length;
    if (name === '') throw new ReplacementError("named capturing group is missing trailing '}'");
    if (text[end] !== '}') throw new ReplacementError("named capturing group is missing trailing '}'");
    if (/^[0-9]/.test(name)) {
        throw new ReplacementError(`capturing group name {${name}} starts with digit character`);
    }
    const group = matcher.regex.syntax.groupNames.get(name);
    if (group === undefined) throw new ReplacementError(`No group with name {${name}}`);
    return { group, end: end + 1 };
}

/** `Matcher.quoteReplacement`: the text as a replacement that stands for itself. */
export function quoteReplacement(text: string): string {
    return text.replaceAll(/[\\$]/g, '\\$&');
}
