import { ApexList } from '../../../collections/list.ts';
import type { LibraryFunction } from '../../../library.ts';
import { primitiveType } from '../../../types-registry.ts';
import { nonNull } from '../../receiver.ts';
import { categoryOf, LOWERCASE_LETTER, UPPERCASE_LETTER } from '../../../values/character.ts';
import { required } from '../../../values/null.ts';
import { compileRegex, matching } from '../../../values/pattern.ts';
import { RegexMatcher } from '../../../values/regex/regex-matcher.ts';
import { replaceAll, replaceFirst } from '../../../values/regex/replacement.ts';
import { split } from '../../../values/regex/split.ts';

/** Splitting, and replacing by pattern. */
export const regexMethods: Readonly<Record<string, LibraryFunction>> = {
    'replaceAll(String,String)': (self: string, pattern: string, replacement: string) => {
        const matcher = new RegexMatcher(compileRegex(required(pattern)), nonNull(self));
        return matching(() => replaceAll(matcher, required(replacement)));
    },
    'replaceFirst(String,String)': (self: string, pattern: string, replacement: string) => {
        const matcher = new RegexMatcher(compileRegex(required(pattern)), nonNull(self));
        return matching(() => replaceFirst(matcher, required(replacement)));
    },
    'split(String)': (self: string, pattern: string) => splitBy(nonNull(self), required(pattern), 0),
    'split(String,Integer)': (self: string, pattern: string, limit: number) =>
        splitBy(nonNull(self), required(pattern), required(limit)),
    'splitByCharacterType()': (self: string) => stringList(splitByType(self, false)),
    'splitByCharacterTypeCamelCase()': (self: string) => stringList(splitByType(self, true)),
};

function splitBy(text: string, pattern: string, limit: number): ApexList {
    const regex = compileRegex(pattern);
    return stringList(matching(() => split(regex, text, limit)));
}

function stringList(texts: string[]): ApexList {
    return new ApexList(primitiveType('String'), texts);
}

/** Runs of code units of one general category; with `camelCase` an upper-case letter belongs to the lower-case run after it. */
function splitByType(text: string, camelCase: boolean): string[] {
    if (text === '') return [];
    const parts: string[] = [];
    let start = 0;
    let type = categoryOf(text.charCodeAt(0));
    for (let at = 1; at < text.length; at++) {
        const next = categoryOf(text.charCodeAt(at));
        if (next === type) continue;
        if (camelCase && next === LOWERCASE_LETTER && type === UPPERCASE_LETTER) {
            if (start !== at - 1) {
                parts.push(text.slice(start, at - 1));
                start = at - 1;
            }
        } else {
            parts.push(text.slice(start, at));
            start = at;
        }
        type = next;
    }
    parts.push(text.slice(start));
    return parts;
}
