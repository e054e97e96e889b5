import { RegexMatcher } from './regex-matcher.ts';
import type { Regex } from './regex.ts';

/**
 * The parts of `text` around the matches, as java.util.regex.Pattern.split: an empty match at the beginning separates
 * nothing, a positive limit bounds the number of parts, and without one (0) empty parts at the end are dropped.
 */
export function split(regex: Regex, text: string, limit: number): string[] {
    const matcher = new RegexMatcher(regex, text);
    const parts: string[] = [];
    let position = 0;
    while ((limit <= 0 || parts.length < limit - 1) && matcher.find()) {
        if (position === 0 && matcher.start === 0 && matcher.end === 0) continue;
        parts.push(text.slice(position, matcher.start));
        position = matcher.end;
    }
    if (position === 0) return [text];
    parts.push(text.slice(position));
    if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
    return parts;
}
