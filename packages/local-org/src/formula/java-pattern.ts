import { FormulaError } from './formula-error.ts';

const patterns = new Map<string, RegExp>();

/** A Java regular expression that must match the whole text, as REGEX() demands. */
export function javaPattern(source: string): RegExp {
    let pattern = patterns.get(source);
    if (pattern === undefined) {
        pattern = compile(source);
        patterns.set(source, pattern);
    }
    return pattern;
}

const POSIX: Readonly<Record<string, string>> = {
    Alpha: 'A-Za-z',
    Digit: '0-9',
    Alnum: 'A-Za-z0-9',
    Upper: 'A-Z',
    Lower: 'a-z',
    Punct: String.raw`!-\/:-@\[-\x60\{-~`,
    Space: String.raw`\s`,
    XDigit: '0-9A-Fa-f',
};

/** What Java writes in another way: leading flags, POSIX classes, `\Z`, possessive quantifiers. */
function compile(source: string): RegExp {
    const [, flags = '', body = source] = /^\(\?([ismux]+)\)([\s\S]*)$/.exec(source) ?? [];
    const translated = body
        .replaceAll(/\[([^\]]*)\\p\{(\w+)\}/g, (whole, before: string, name: string) =>
            POSIX[name] ? `[${before}${POSIX[name]}` : whole,
        )
        .replaceAll(/\\p\{(\w+)\}/g, (whole, name: string) => (POSIX[name] ? `[${POSIX[name]}]` : whole))
        .replaceAll(String.raw`\Z`, '$')
        .replaceAll(String.raw`\A`, '^')
        .replaceAll(/([*+?}])\+/g, '$1');
    try {
        return new RegExp(`^(?:${translated})$`, flags.replaceAll(/[ux]/g, ''));
    } catch (cause) {
        throw new FormulaError(
            'WRONG_ARGUMENTS',
            `Invalid regular expression: ${source} (${cause instanceof Error ? cause.message : ''})`,
        );
    }
}
