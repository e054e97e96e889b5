import { toStoredId } from '@sw-studio/soql';
import { asText, isBlank, type Compiled } from '../compiled.ts';
import { FormulaError } from '../formula-error.ts';
import { printDate, printDatetime, printNumber, printTime } from '../print-value.ts';
import { requireType, simple, special, type FormulaFunction } from './definition.ts';
import { javaPattern } from '../java-pattern.ts';

const text = special('TEXT', 1, 1, ([value], position) => {
    const { type, evaluate } = value as Compiled;
    switch (type) {
        case 'number':
            return { type: 'text', evaluate: (scope) => printNumber(evaluate(scope)) };
        case 'date':
            return { type: 'text', evaluate: (scope) => printDate(evaluate(scope)) };
        case 'datetime':
            return { type: 'text', evaluate: (scope) => printDatetime(evaluate(scope)) };
        case 'time':
            return { type: 'text', evaluate: (scope) => printTime(evaluate(scope)) };
        case 'picklist':
        case 'null':
            return { type: 'text', evaluate };
        default:
            return requireTextable(value as Compiled, position);
    }
});

function requireTextable(value: Compiled, position: number): never {
    throw new FormulaError(
        'WRONG_TYPE',
        `Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Picklist, received ${value.type === 'text' ? 'Text' : value.type}`,
        position,
    );
}

const isPicklistValue = special('ISPICKVAL', 2, 2, ([picklist, literal], position) => {
    const [field, wanted] = [picklist as Compiled, literal as Compiled];
    if (field.type !== 'picklist' && field.type !== 'null') {
        throw new FormulaError(
            'WRONG_TYPE',
            "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist",
            position,
        );
    }
    requireType('text', wanted, "function 'ISPICKVAL()'", position);
    return { type: 'boolean', evaluate: (scope) => asText(field.evaluate(scope)) === asText(wanted.evaluate(scope)) };
});

const includes = special('INCLUDES', 2, 2, ([field, literal], position) => {
    const [chosen, wanted] = [field as Compiled, literal as Compiled];
    if (chosen.type !== 'multipicklist') {
        throw new FormulaError(
            'WRONG_TYPE',
            "Incorrect parameter type for function 'INCLUDES()'. Expected Multi-Select Picklist",
            position,
        );
    }
    return {
        type: 'boolean',
        evaluate: (scope) =>
            asText(chosen.evaluate(scope))
                .split(';')
                .includes(asText(wanted.evaluate(scope))),
    };
});

/** An empty search text is in every text. Picklists may stand on the left. */
function search(name: 'CONTAINS' | 'BEGINS', test: (text: string, wanted: string) => boolean): FormulaFunction {
    return special(name, 2, 2, ([subject, wanted], position) => {
        const [text, part] = [subject as Compiled, wanted as Compiled];
        if (text.type !== 'picklist' && text.type !== 'multipicklist')
            requireType('text', text, `function '${name}()'`, position);
        requireType('text', part, `function '${name}()'`, position);
        return {
            type: 'boolean',
            evaluate: (scope) => test(asText(text.evaluate(scope)), asText(part.evaluate(scope))),
        };
    });
}

const isNumber = special('ISNUMBER', 1, 1, ([value]) => {
    const { evaluate } = value as Compiled;
    return {
        type: 'boolean',
        evaluate: (scope) => {
            const result = evaluate(scope);
            return !isBlank(result) && Number.isFinite(Number(asText(result).trim()));
        },
    };
});

function pad(source: string, length: number, filler: string, left: boolean): string {
    const cut = source.slice(0, length);
    return left ? cut.padStart(length, filler || ' ') : cut.padEnd(length, filler || ' ');
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const encodeHtml = (source: string): string => source.replaceAll(/[&<>"']/g, (character) => HTML[character] as string);
const encodeScript = (source: string): string =>
    source.replaceAll(/[\\'"]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

export const textFunctions: readonly FormulaFunction[] = [
    text,
    isPicklistValue,
    includes,
    isNumber,
    search('CONTAINS', (source, part) => source.includes(part)),
    search('BEGINS', (source, part) => source.startsWith(part)),
    simple('VALUE', ['text'], 'number', (source: string) =>
        source.trim() === '' ? null : Number(source.replaceAll(',', '').trim()),
    ),
    simple('LEN', ['text'], 'number', (source: string) => source.length),
    simple('LEFT', ['text', 'number'], 'text', (source: string, count: number) =>
        source.slice(0, Math.max(0, Math.floor(count))),
    ),
    simple('RIGHT', ['text', 'number'], 'text', (source: string, count: number) => {
        const length = Math.max(0, Math.floor(count));
        return length === 0 ? '' : source.slice(-length);
    }),
    simple('MID', ['text', 'number', 'number'], 'text', (source: string, start: number, count: number) => {
        const from = Math.max(1, Math.floor(start)) - 1;
        return source.slice(from, from + Math.max(0, Math.floor(count)));
    }),
    simple(
        'FIND',
        ['text', 'text', 'number'],
        'number',
        (part: string, source: string, start = 1) =>
            part === '' ? 0 : source.indexOf(part, Math.max(0, start - 1)) + 1,
        1,
    ),
    simple('SUBSTITUTE', ['text', 'text', 'text'], 'text', (source: string, from: string, to: string) =>
        from === '' ? source : source.replaceAll(from, () => to),
    ),
    simple('TRIM', ['text'], 'text', (source: string) => source.trim()),
    simple(
        'UPPER',
        ['text', 'text'],
        'text',
        (source: string, locale: string = 'en') => source.toLocaleUpperCase(locale.replace('_', '-') || 'en'),
        1,
    ),
    simple(
        'LOWER',
        ['text', 'text'],
        'text',
        (source: string, locale: string = 'en') => source.toLocaleLowerCase(locale.replace('_', '-') || 'en'),
        1,
    ),
    simple(
        'LPAD',
        ['text', 'number', 'text'],
        'text',
        (source: string, length: number, filler: string = ' ') => pad(source, length, filler, true),
        1,
    ),
    simple(
        'RPAD',
        ['text', 'number', 'text'],
        'text',
        (source: string, length: number, filler: string = ' ') => pad(source, length, filler, false),
        1,
    ),
    simple('REVERSE', ['text'], 'text', (source: string) => [...source].reverse().join('')),
    simple('INITCAP', ['text'], 'text', (source: string) =>
        source
            .toLowerCase()
            .replaceAll(/(^|[^a-z0-9])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()),
    ),
    simple('ASCII', ['text'], 'number', (source: string) => source.codePointAt(0) ?? null),
    simple('CHR', ['number'], 'text', (code: number) => String.fromCodePoint(code)),
    simple('REGEX', ['text', 'text'], 'boolean', (source: string, pattern: string) =>
        javaPattern(pattern).test(source),
    ),
    simple('CASESAFEID', ['text'], 'text', (id: string) => toStoredId(id) ?? id),
    simple('BR', [], 'text', () => '_BR_ENCODED_'),
    simple(
        'HYPERLINK',
        ['text', 'text', 'text'],
        'text',
        (url: string, label: string, target: string = '_blank') =>
            `<a href="${encodeHtml(url)}" target="${encodeHtml(target)}">${encodeHtml(label)}</a>`,
        1,
    ),
    simple(
        'IMAGE',
        ['text', 'text', 'number', 'number'],
        'text',
        (url: string, alternative: string, height?: number, width?: number) => {
            const size = `${height === undefined ? '' : ` height="${height}"`}${width === undefined ? '' : ` width="${width}"`}`;
            return `<img src="${encodeHtml(url)}" alt="${encodeHtml(alternative)}"${size} border="0"/>`;
        },
        2,
    ),
    simple('HTMLENCODE', ['text'], 'text', encodeHtml),
    simple('JSENCODE', ['text'], 'text', encodeScript),
    simple('JSINHTMLENCODE', ['text'], 'text', (source: string) => encodeScript(encodeHtml(source))),
    simple('URLENCODE', ['text'], 'text', (source: string) => encodeURIComponent(source).replaceAll('%20', '+')),
];
