import { CHARACTERS_READ_LIMIT } from './match-state.ts';
import { parseRegex } from './parser.ts';
import { compileProgram, type RegexProgram } from './program.ts';
import type { RegexSyntax } from './syntax.ts';
import { toJavaScript, type JavaScriptRegex } from './to-javascript.ts';

/** A JavaScript regular expression per way of asking. */
export interface NativeForms {
    /** Finds from `lastIndex`. */
    readonly search: RegExp;
    /** Matches at `lastIndex` only. */
    readonly prefix: RegExp;
    /** Matches all of the text. */
    readonly whole: RegExp;
}

/** A compiled pattern: parsed at once, made ready for either engine when one is first needed. */
export class Regex {
    readonly pattern: string;
    readonly syntax: RegexSyntax;
    private compiled: RegexProgram | null = null;
    private native: (JavaScriptRegex & { readonly forms: NativeForms }) | null | undefined;

    constructor(pattern: string) {
        this.pattern = pattern;
        this.syntax = parseRegex(pattern);
    }

    get program(): RegexProgram {
        return (this.compiled ??= compileProgram(this.syntax));
    }

    /**
     * JavaScript's own engine, where it answers alike for this text and, even at worst, within the characters that the
     * platform lets a match read; null: the program must be run.
     */
    nativeFor(text: string): NativeForms | null {
        if (this.native === undefined) this.native = this.translate();
        const { native } = this;
        if (native === null) return null;
        if (native.ways(text.length) * (text.length + 1) > CHARACTERS_READ_LIMIT) return null;
        return (native.asciiOnly ? isAscii(text) : !hasSurrogates(text)) ? native.forms : null;
    }

    private translate(): (JavaScriptRegex & { readonly forms: NativeForms }) | null {
        const translation = toJavaScript(this.syntax.root);
        if (translation === null) return null;
        const { source } = translation;
        const forms = {
            search: new RegExp(source, 'gv'),
            prefix: new RegExp(source, 'yv'),
            whole: new RegExp(`^(?:${source})$`, 'yv'),
        };
        return { ...translation, forms };
    }
}

const NON_ASCII = /[^\0-\x7f]/;
const SURROGATE = /[\ud800-\udfff]/;

function isAscii(text: string): boolean {
    return !NON_ASCII.test(text);
}

function hasSurrogates(text: string): boolean {
    return SURROGATE.test(text);
}

const cache = new Map<string, Regex>();
/** Programs use few patterns; one that makes them up must not fill memory. */
const LARGEST_CACHE = 500;

/**
 * The regex of a pattern, compiled once.
 *
 * @throws RegexSyntaxError
 * @throws RegexUnsupportedError
 */
export function regexOf(pattern: string): Regex {
    let regex = cache.get(pattern);
    if (regex === undefined) {
        regex = new Regex(pattern);
        if (cache.size >= LARGEST_CACHE) cache.clear();
        cache.set(pattern, regex);
    }
    return regex;
}
