import { defineBuiltIn } from '../built-in-type.ts';
import { LimitError, throwApex } from '../exceptions.ts';
import { RegexSyntaxError, RegexTooComplicatedError, RegexUnsupportedError } from './regex/regex-error.ts';
import { RegexMatcher } from './regex/regex-matcher.ts';
import { regexOf, type Regex } from './regex/regex.ts';
import { ReplacementError } from './regex/replacement.ts';

/** `System.Pattern`. */
export class ApexPattern {
    readonly regex: Regex;

    constructor(regex: Regex) {
        this.regex = regex;
    }

    /** @throws System.StringException for a malformed pattern, and for one that this runtime does not support */
    static compile(pattern: string): ApexPattern {
        return new ApexPattern(compileRegex(pattern));
    }

    matcher(text: string): ApexMatcher {
        return new ApexMatcher(this, new RegexMatcher(this.regex, text));
    }

    toString(): string {
        return this.regex.pattern;
    }
}

/** `System.Matcher`. */
export class ApexMatcher {
    pattern: ApexPattern;
    readonly matcher: RegexMatcher;

    constructor(pattern: ApexPattern, matcher: RegexMatcher) {
        this.pattern = pattern;
        this.matcher = matcher;
    }

    toString(): string {
        const { region, matched, start, end, text } = this.matcher;
        const last = matched ? text.slice(start, end) : '';
        return `java.util.regex.Matcher[pattern=${this.pattern.toString()} region=${region.start},${region.end} lastmatch=${last}]`;
    }
}

defineBuiltIn('System.Pattern', ApexPattern);
defineBuiltIn('System.Matcher', ApexMatcher);

/** @throws System.StringException */
export function compileRegex(pattern: string): Regex {
    try {
        return regexOf(pattern);
    } catch (error) {
        if (error instanceof RegexSyntaxError) throwApex('System.StringException', `Invalid regex: ${error.message}`);
        if (error instanceof RegexUnsupportedError) throwApex('System.StringException', error.message);
        throw error;
    }
}

/**
 * Runs a match, or a replacement of matches.
 *
 * @throws System.LimitException `Regex too complicated`
 * @throws System.StringException for a replacement that refers to no group
 */
export function matching<T>(action: () => T): T {
    try {
        return action();
    } catch (error) {
        if (error instanceof RegexTooComplicatedError) throw new LimitError(error.message);
        if (error instanceof ReplacementError) throwApex('System.StringException', error.message);
        throw error;
    }
}
