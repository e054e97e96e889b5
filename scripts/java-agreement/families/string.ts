import { ApexList } from '../../../packages/apex/src/runtime/collections/list.ts';
import { anyType, primitiveType } from '../../../packages/apex/src/runtime/types-registry.ts';
import { Decimal } from '../../../packages/apex/src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../../packages/apex/src/runtime/values/double.ts';
import { listText, type AgreementCase, type Family } from '../agreement-case.ts';
import { libraryFunction, runAsAmericanUser } from '../library-functions.ts';
import type { Random } from '../random.ts';

const LETTERS = [
    ...'aabbcABC12 _-.,\'"/\\<>&;=#\t\n\r', 'é', 'É', 'ß', 'ñ', 'Σ', 'σ', 'ς', 'İ', 'ı', 'ǆ', 'ǅ', 'ﬁ', 'Ж', 'ж', '\u00a0',
    '\u2007', '\u2028', '\u0301', '\u{1f600}', '٣', '日', '\u001d', '\u007f', '€', '\u{10428}', '\u{10400}', 'ά',
]; // prettier-ignore

const MARKUP = [
    ...'ab<>&";\\\'', '&amp;', '&lt;', '&eacute;', '&euro;', '&apos;', '&#65;', '&#x41;', '&#x1F600;', '&bogus;', '&#;', '&amp',
    '\\n', '\\u0041', '\\u41', '\\101', '\\t', '\\q', '\\\\', '",', '"', '""', '\\477', '\\0',
]; // prettier-ignore

const UNARY = [
    'capitalize', 'uncapitalize', 'swapCase', 'reverse', 'deleteWhitespace', 'normalizeSpace', 'trim', 'toLowerCase', 'toUpperCase',
    'escapeCsv', 'escapeEcmaScript', 'escapeHtml3', 'escapeHtml4', 'escapeJava', 'escapeXml', 'hashCode',
]; // prettier-ignore

const UNESCAPES = [
    'unescapeCsv',
    'unescapeEcmaScript',
    'unescapeHtml3',
    'unescapeHtml4',
    'unescapeJava',
    'unescapeXml',
];

const PREDICATES = [
    'isAllLowerCase', 'isAllUpperCase', 'isAlpha', 'isAlphaSpace', 'isAlphanumeric', 'isAlphanumericSpace', 'isAsciiPrintable',
    'isNumeric', 'isNumericSpace', 'isWhitespace', 'containsWhitespace',
]; // prettier-ignore

const WITH_TEXT = [
    'contains', 'containsAny', 'containsIgnoreCase', 'containsNone', 'containsOnly', 'countMatches', 'difference', 'endsWith',
    'endsWithIgnoreCase', 'equalsIgnoreCase', 'indexOf', 'indexOfAny', 'indexOfAnyBut', 'indexOfDifference', 'indexOfIgnoreCase',
    'lastIndexOf', 'lastIndexOfIgnoreCase', 'remove', 'removeEnd', 'removeEndIgnoreCase', 'removeStart', 'removeStartIgnoreCase',
    'startsWith', 'startsWithIgnoreCase', 'substringAfter', 'substringAfterLast', 'substringBefore', 'substringBeforeLast',
    'substringBetween', 'compareTo', 'getLevenshteinDistance',
]; // prettier-ignore

const WITH_NUMBER = [
    'abbreviate', 'center', 'left', 'leftPad', 'right', 'rightPad', 'repeat', 'charAt', 'codePointAt', 'codePointBefore', 'substring',
]; // prettier-ignore

const WITH_TWO_NUMBERS = ['abbreviate', 'mid', 'substring', 'codePointCount', 'offsetByCodePoints'];

const WITH_TEXT_AND_NUMBER = [
    'indexOf',
    'lastIndexOf',
    'indexOfIgnoreCase',
    'lastIndexOfIgnoreCase',
    'getLevenshteinDistance',
    'repeat',
];
const WITH_NUMBER_AND_TEXT = ['center', 'leftPad', 'rightPad'];

const call = (signature: string, ...values: unknown[]): string =>
    String(libraryFunction('String', signature)(...values));

function related(random: Random, text: string): string {
    if (random.chance(0.3)) {
        const start = random.between(0, text.length);
        const part = text.slice(start, random.between(start, text.length));
        return random.chance(0.3) ? part.toUpperCase() : part;
    }
    return random.text(0, random.chance(0.5) ? 2 : 8, LETTERS);
}

type Maker = (random: Random, text: string) => AgreementCase;

const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
    [3, (random, text) => unary(random.pick(UNARY), text)],
    [1, (random) => plain(random.pick(UNESCAPES), random.text(0, 8, MARKUP))],
    [
        1,
        (random, text) =>
            predicates(random.chance(0.5) ? text : random.text(0, 4, [random.pick(LETTERS), random.pick(LETTERS)])),
    ],
    [1, (random, text) => lists(random.pick(['splitByCharacterType', 'splitByCharacterTypeCamelCase']), text)],
    [6, (random, text) => withText(random.pick(WITH_TEXT), text, related(random, text))],
    [3, (random, text) => withNumber(random.pick(WITH_NUMBER), text, random.between(-2, 14))],
    [
        2,
        (random, text) =>
            withTwoNumbers(random.pick(WITH_TWO_NUMBERS), text, random.between(-2, 12), random.between(-2, 12)),
    ],
    [
        2,
        (random, text) =>
            withTextAndNumber(random.pick(WITH_TEXT_AND_NUMBER), text, related(random, text), random.between(0, 9)),
    ],
    [
        1,
        (random, text) =>
            withNumberAndText(random.pick(WITH_NUMBER_AND_TEXT), text, random.between(-2, 20), related(random, text)),
    ],
    [1, (random, text) => withCharacter(random, text)],
    [
        1,
        (random, text) =>
            commonPrefix(text, random.chance(0.5) ? text.slice(0, 3) + related(random, text) : related(random, text)),
    ],
    [1, (random, text) => replaced(text, related(random, text), related(random, text))],
    [1, (random, text) => between(text, related(random, text), related(random, text))],
    [1, (random, text) => overlaid(text, related(random, text), random.between(-2, 12), random.between(-2, 12))],
    [2, (random) => formatted(random)],
];

const CHOICES = MAKERS.flatMap(([weight, maker]) => new Array<Maker>(weight).fill(maker));

/** Whether a sigma ends a word Java asks of its own word boundaries, JavaScript of Unicode: they differ behind a hyphen. */
function unary(name: string, text: string): AgreementCase {
    return plain(name, name === 'toLowerCase' ? text.replaceAll('Σ', 'σ') : text);
}

function plain(name: string, text: string): AgreementCase {
    return { question: [`string.${name}`, text], answer: () => call(`${name}()`, text) };
}

function predicates(text: string): AgreementCase {
    return {
        question: ['string.predicates', text],
        answer: () =>
            [
                ...PREDICATES.map((name) => call(`${name}()`, text)),
                call('isBlank(String)', text),
                call('isEmpty(String)', text),
            ].join(''),
    };
}

function lists(name: string, text: string): AgreementCase {
    const split = libraryFunction('String', `${name}()`);
    return { question: [`string.${name}`, text], answer: () => listText((split(text) as ApexList).items as string[]) };
}

function withText(name: string, text: string, other: string): AgreementCase {
    return { question: [`string.${name}.s`, text, other], answer: () => call(`${name}(String)`, text, other) };
}

function withNumber(name: string, text: string, number: number): AgreementCase {
    return {
        question: [`string.${name}.i`, text, String(number)],
        answer: () => call(`${name}(Integer)`, text, number),
    };
}

function withTwoNumbers(name: string, text: string, first: number, second: number): AgreementCase {
    return {
        question: [`string.${name}.ii`, text, String(first), String(second)],
        answer: () => call(`${name}(Integer,Integer)`, text, first, second),
    };
}

function withTextAndNumber(name: string, text: string, other: string, number: number): AgreementCase {
    return {
        question: [`string.${name}.si`, text, other, String(number)],
        answer: () => call(`${name}(String,Integer)`, text, other, number),
    };
}

function withNumberAndText(name: string, text: string, number: number, other: string): AgreementCase {
    return {
        question: [`string.${name}.si`, text, other, String(number)],
        answer: () => call(`${name}(Integer,String)`, text, number, other),
    };
}

function withCharacter(random: Random, text: string): AgreementCase {
    const name = random.pick(['indexOfChar', 'lastIndexOfChar']);
    const code = random.pick([97, 66, 49, 32, 0x1f600, 0xe9, -1, 0x110000]);
    const from = random.between(-2, 12);
    return {
        question: [`string.${name}.ii`, text, String(code), String(from)],
        answer: () => call(`${name}(Integer,Integer)`, text, code, from),
    };
}

function commonPrefix(text: string, other: string): AgreementCase {
    return {
        question: ['string.getCommonPrefix.s', text, other],
        answer: () => call('getCommonPrefix(List<String>)', new ApexList(primitiveType('String'), [text, other])),
    };
}

function replaced(text: string, target: string, replacement: string): AgreementCase {
    return {
        question: ['string.replace.ss', text, target, replacement],
        answer: () => call('replace(String,String)', text, target, replacement),
    };
}

function between(text: string, open: string, close: string): AgreementCase {
    return {
        question: ['string.substringBetween.ss', text, open, close],
        answer: () => call('substringBetween(String,String)', text, open, close),
    };
}

function overlaid(text: string, other: string, start: number, end: number): AgreementCase {
    return {
        question: ['string.overlay.sii', text, other, String(start), String(end)],
        answer: () => call('overlay(String,Integer,Integer)', text, other, start, end),
    };
}

const PLACEHOLDERS = [
    '{0}', '{1}', '{2}', '{3}', "'", "''", 'a', ' ', '{0,number}', '{1,number,#.##}', '{1,number,integer}', '{0,number,percent}',
    "'{0}'", "'{'", '}', '{1,choice,0#none|1#one|1<many {1}}', '{x}', '{', '{ 0 }', '{0,bogus}', '{1,number,00.0}',
]; // prettier-ignore

function formatted(random: Random): AgreementCase {
    const pattern = random.text(0, 6, PLACEHOLDERS);
    const number = random.pick(['0', '1', '2.5', '1234.5678', '-7', '1000000']);
    const integer = random.between(-2000000, 2000000);
    const text = random.text(0, 4, LETTERS);
    const double = random.pick(['0.5', '1234.125', '-0.0001', '2.0']);
    const first: readonly [string, unknown] = random.pick([
        [`i${integer}`, integer],
        [`s${text}`, text],
        [`f${double}`, new BoxedDouble(Number(double))],
        ['n', null],
    ] as const);
    return {
        question: ['string.format', pattern, first[0], `d${number}`, `s${text}`],
        answer: () => {
            runAsAmericanUser();
            return call(
                'format(String,List<Object>)',
                pattern,
                new ApexList(anyType, [first[1], Decimal.literal(number), text]),
            );
        },
    };
}

export const stringFamily: Family = {
    name: 'string',
    share: 0.25,
    newCase: (random) => random.pick(CHOICES)(random, random.text(0, 10, LETTERS)),
};
