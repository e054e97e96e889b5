import { RegexSyntaxError, RegexUnsupportedError } from './regex-error.ts';
import {
    complement,
    fromJavaScriptClass,
    fromRanges,
    intersection,
    range,
    union,
    type CharacterSet,
} from './character-set.ts';
import { everything } from './predefined-sets.ts';

/** What `\p{name}` means: POSIX classes, java.lang.Character's, general categories, scripts and binary properties. */
interface Context {
    readonly caseInsensitive: boolean;
    readonly unicodeClasses: boolean;
    readonly pattern: string;
    readonly index: number;
}

const posix: Readonly<Record<string, CharacterSet>> = {
    ASCII: range(0, 0x7f),
    Alnum: fromRanges([0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a]),
    Alpha: fromRanges([0x41, 0x5a], [0x61, 0x7a]),
    Blank: fromRanges([0x20, 0x20], [0x09, 0x09]),
    Cntrl: fromRanges([0, 0x1f], [0x7f, 0x7f]),
    Digit: range(0x30, 0x39),
    Graph: range(0x21, 0x7e),
    Lower: range(0x61, 0x7a),
    Print: range(0x20, 0x7e),
    Punct: fromRanges([0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e]),
    Space: fromRanges([0x09, 0x0d], [0x20, 0x20]),
    Upper: range(0x41, 0x5a),
    XDigit: fromRanges([0x30, 0x39], [0x41, 0x46], [0x61, 0x66]),
};

const letterCases = fromJavaScriptClass('\\p{Lowercase}\\p{Uppercase}\\p{Lt}');

const binaryProperties: Readonly<Record<string, () => CharacterSet>> = {
    ALPHABETIC: () => fromJavaScriptClass('\\p{Alphabetic}'),
    ASSIGNED: () => fromJavaScriptClass('\\p{Assigned}'),
    CONTROL: () => fromJavaScriptClass('\\p{Cc}'),
    HEXDIGIT: () =>
        fromJavaScriptClass(
            '\\p{Nd}\\u{30}-\\u{39}\\u{41}-\\u{46}\\u{61}-\\u{66}\\u{ff21}-\\u{ff26}\\u{ff41}-\\u{ff46}',
        ),
    HEX_DIGIT: () =>
        fromJavaScriptClass(
            '\\p{Nd}\\u{30}-\\u{39}\\u{41}-\\u{46}\\u{61}-\\u{66}\\u{ff21}-\\u{ff26}\\u{ff41}-\\u{ff46}',
        ),
    IDEOGRAPHIC: () => fromJavaScriptClass('\\p{Ideographic}'),
    JOINCONTROL: () => fromRanges([0x200c, 0x200d]),
    JOIN_CONTROL: () => fromRanges([0x200c, 0x200d]),
    LETTER: () => fromJavaScriptClass('\\p{L}'),
    LOWERCASE: () => fromJavaScriptClass('\\p{Lowercase}'),
    NONCHARACTERCODEPOINT: () => fromJavaScriptClass('\\p{Noncharacter_Code_Point}'),
    NONCHARACTER_CODE_POINT: () => fromJavaScriptClass('\\p{Noncharacter_Code_Point}'),
    PUNCTUATION: () => fromJavaScriptClass('\\p{P}'),
    TITLECASE: () => fromJavaScriptClass('\\p{Lt}'),
    UPPERCASE: () => fromJavaScriptClass('\\p{Uppercase}'),
    WHITESPACE: () => fromJavaScriptClass('\\p{White_Space}'),
    WHITE_SPACE: () => fromJavaScriptClass('\\p{White_Space}'),
};

/** With `(?U)` the POSIX names mean these. */
const unicodePosix: Readonly<Record<string, () => CharacterSet>> = {
    ALPHA: () => fromJavaScriptClass('\\p{Alphabetic}'),
    LOWER: () => fromJavaScriptClass('\\p{Lowercase}'),
    UPPER: () => fromJavaScriptClass('\\p{Uppercase}'),
    SPACE: () => fromJavaScriptClass('\\p{White_Space}'),
    PUNCT: () => fromJavaScriptClass('\\p{P}'),
    XDIGIT: () => fromJavaScriptClass('\\p{Nd}\\u{41}-\\u{46}\\u{61}-\\u{66}\\u{ff21}-\\u{ff26}\\u{ff41}-\\u{ff46}'),
    ALNUM: () => fromJavaScriptClass('\\p{Alphabetic}\\p{Nd}'),
    CNTRL: () => fromJavaScriptClass('\\p{Cc}'),
    DIGIT: () => fromJavaScriptClass('\\p{Nd}'),
    BLANK: () => fromJavaScriptClass('\\p{Zs}\\u{9}'),
    GRAPH: () => complement(fromJavaScriptClass('\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}')),
    PRINT: () =>
        union(
            complement(fromJavaScriptClass('\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}')),
            intersection(fromJavaScriptClass('\\p{Zs}\\u{9}'), complement(fromJavaScriptClass('\\p{Cc}'))),
        ),
};

/** Methods `Character.isXxx`. */
const javaMethods: Readonly<Record<string, () => CharacterSet>> = {
    javaLowerCase: () => fromJavaScriptClass('\\p{Lowercase}'),
    javaUpperCase: () => fromJavaScriptClass('\\p{Uppercase}'),
    javaAlphabetic: () => fromJavaScriptClass('\\p{Alphabetic}'),
    javaIdeographic: () => fromJavaScriptClass('\\p{Ideographic}'),
    javaTitleCase: () => fromJavaScriptClass('\\p{Lt}'),
    javaDigit: () => fromJavaScriptClass('\\p{Nd}'),
    javaDefined: () => complement(fromJavaScriptClass('\\p{Cn}')),
    javaLetter: () => fromJavaScriptClass('\\p{L}'),
    javaLetterOrDigit: () => fromJavaScriptClass('\\p{L}\\p{Nd}'),
    javaSpaceChar: () => fromJavaScriptClass('\\p{Z}'),
    javaWhitespace: () =>
        intersection(
            fromJavaScriptClass('\\p{Z}\\u{9}-\\u{d}\\u{1c}-\\u{1f}'),
            complement(fromRanges([0xa0, 0xa0], [0x2007, 0x2007], [0x202f, 0x202f])),
        ),
    javaISOControl: () => fromRanges([0, 0x1f], [0x7f, 0x9f]),
};

const UNSUPPORTED_METHODS = new Set([
    'javaIdentifierIgnorable',
    'javaJavaIdentifierPart',
    'javaJavaIdentifierStart',
    'javaMirrored',
    'javaUnicodeIdentifierPart',
    'javaUnicodeIdentifierStart',
]);

const GENERAL_CATEGORIES = new Set(
    'Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf L M N Z C P S LC'.split(
        ' ',
    ),
);

/** @param name what stands between the braces of `\p{...}`, or its single letter */
export function propertySet(name: string, context: Context): CharacterSet {
    const equals = name.indexOf('=');
    if (equals >= 0) return namedProperty(name.slice(0, equals).toLowerCase(), name.slice(equals + 1), name, context);
    if (name.startsWith('In')) throw new RegexUnsupportedError(`\\p{${name}} (Unicode block)`, context.pattern);
    if (name.startsWith('Is')) {
        const rest = name.slice(2);
        return (
            binaryProperty(rest, context) ?? categoryOrPosix(rest, context) ?? script(rest) ?? unknown(name, context)
        );
    }
    if (context.unicodeClasses) {
        const unicode = unicodePosix[name.toUpperCase()];
        if (unicode !== undefined) return widenCase(name.toUpperCase(), unicode(), context);
    }
    return categoryOrPosix(name, context) ?? unknown(name, context);
}

function namedProperty(key: string, value: string, name: string, context: Context): CharacterSet {
    switch (key) {
        case 'sc':
        case 'script':
            return script(value) ?? unknownValue(key, value, context);
        case 'blk':
        case 'block':
            throw new RegexUnsupportedError(`\\p{${name}} (Unicode block)`, context.pattern);
        case 'gc':
        case 'general_category':
            return categoryOrPosix(value, context) ?? unknownValue(key, value, context);
        default:
            return unknownValue(key, value, context);
    }
}

function categoryOrPosix(name: string, context: Context): CharacterSet | null {
    const plain = posix[name];
    if (plain !== undefined) return widenCase(name.toUpperCase(), plain, context);
    if (GENERAL_CATEGORIES.has(name))
        return widenCase(name.toUpperCase(), fromJavaScriptClass(`\\p{${name}}`), context);
    if (name === 'LD') return fromJavaScriptClass('\\p{L}\\p{Nd}');
    if (name === 'L1') return range(0, 0xff);
    if (name === 'all') return everything;
    const method = javaMethods[name];
    if (method !== undefined) return widenCase(name.slice(4).toUpperCase(), method(), context);
    if (UNSUPPORTED_METHODS.has(name)) throw new RegexUnsupportedError(`\\p{${name}}`, context.pattern);
    return null;
}

function binaryProperty(name: string, context: Context): CharacterSet | null {
    const upper = name.toUpperCase();
    const property = binaryProperties[upper];
    return property === undefined ? null : widenCase(upper, property(), context);
}

/** Without case, a letter of one case is a letter of any. */
function widenCase(name: string, set: CharacterSet, context: Context): CharacterSet {
    if (!context.caseInsensitive) return set;
    switch (name) {
        case 'LOWER':
        case 'UPPER':
            return context.unicodeClasses ? letterCases : fromRanges([0x41, 0x5a], [0x61, 0x7a]);
        case 'LOWERCASE':
        case 'UPPERCASE':
        case 'TITLECASE':
            return letterCases;
        case 'LU':
        case 'LL':
        case 'LT':
            return fromJavaScriptClass('\\p{Lu}\\p{Ll}\\p{Lt}');
        default:
            return set;
    }
}

function script(name: string): CharacterSet | null {
    // Java takes names in any case and with blanks, JavaScript only as Unicode writes them.
    const spelled = name.toLowerCase().replaceAll(/(?:^|[_ ])[a-z]/g, (start) => start.toUpperCase().replace(' ', '_'));
    try {
        return fromJavaScriptClass(`\\p{Script=${spelled}}`);
    } catch {
        return null;
    }
}

function unknown(name: string, context: Context): never {
    throw new RegexSyntaxError(`Unknown character property name {${name}}`, context.pattern, context.index);
}

function unknownValue(name: string, value: string, context: Context): never {
    const description = `Unknown Unicode property {name=<${name}>, value=<${value}>}`;
    throw new RegexSyntaxError(description, context.pattern, context.index);
}
