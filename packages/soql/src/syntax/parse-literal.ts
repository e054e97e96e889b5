import type { Bind, Literal } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { countedDateLiterals, plainDateLiterals } from './date-literals.ts';
import { fail } from './syntax-failure.ts';
import type { Token } from './token.ts';

const millisecondsPerDay = 86_400_000;

export function parseBind(cursor: Cursor): Bind {
    const { start, end, text } = cursor.advance();
    return { kind: 'bind', expression: text.trim(), start, end };
}

export function parseLiteralOrBind(cursor: Cursor): Literal | Bind {
    return cursor.token.kind === 'bind' ? parseBind(cursor) : parseLiteral(cursor);
}

export function parseLiteral(cursor: Cursor): Literal {
    const { token } = cursor;
    switch (token.kind) {
        case 'string':
            return stringLiteral(cursor.advance());
        case 'number':
            return numberLiteral(cursor.advance());
        case 'date':
        case 'datetime':
        case 'time':
            return dateTimeLiteral(cursor.advance(), token.kind);
        case 'name':
            return namedLiteral(cursor);
        default:
            return cursor.unexpected();
    }
}

function namedLiteral(cursor: Cursor): Literal {
    const { token } = cursor;
    const { start, word } = token;
    if (word === 'NULL') return spanned(cursor, { kind: 'null' });
    if (word === 'TRUE' || word === 'FALSE') return spanned(cursor, { kind: 'boolean', value: word === 'TRUE' });
    if (plainDateLiterals.has(word)) return spanned(cursor, { kind: 'dateLiteral', name: word, count: 0 });
    if (countedDateLiterals.has(word)) {
        cursor.advance();
        cursor.expect(':', 'a colon');
        const count = cursor.token;
        if (count.kind !== 'number' || !/^\d+$/.test(count.text)) cursor.unexpected();
        cursor.advance();
        return { kind: 'dateLiteral', name: word, count: Number(count.text), start, end: count.end };
    }
    const amount = /^([A-Z]{3})(\d+(?:\.\d+)?)$/.exec(word);
    if (amount === null) return cursor.unexpected();
    return spanned(cursor, { kind: 'currency', isoCode: amount[1] as string, value: Number(amount[2]) });
}

function spanned<T extends object>(cursor: Cursor, literal: T): T & { start: number; end: number } {
    const { start, end } = cursor.advance();
    return { ...literal, start, end };
}

function numberLiteral({ text, start, end }: Token): Literal {
    const value = Number(text);
    if (!Number.isFinite(value)) fail({ start, end }, 'numberTooLarge', text);
    return { kind: 'number', value, integer: /^[+-]?\d+$/.test(text), start, end };
}

const escapes: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    N: '\n',
    R: '\r',
    T: '\t',
    B: '\b',
    F: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\',
    _: '_',
    '%': '%',
};

export function stringLiteral({ text, start, end }: Token): Literal & { kind: 'string' } {
    const content = text.slice(1, -1);
    if (!content.includes('\\')) return { kind: 'string', value: content, pattern: content, start, end };
    let value = '';
    let pattern = '';
    for (let at = 0; at < content.length; at++) {
        const character = content[at] as string;
        if (character !== '\\') {
            value += character;
            pattern += character;
            continue;
        }
        const escaped = content[++at] ?? '';
        const unicode = /^u([0-9a-fA-F]{4})/.exec(content.slice(at, at + 5));
        if (unicode !== null) at += 4;
        const decoded =
            unicode === null ? escapes[escaped] : String.fromCharCode(Number.parseInt(unicode[1] as string, 16));
        if (decoded === undefined) return fail({ start, end }, 'invalidEscape', content, `\\${escaped}`);
        value += decoded;
        pattern += escaped === '_' || escaped === '%' || escaped === '\\' ? `\\${decoded}` : decoded;
    }
    return { kind: 'string', value, pattern, start, end };
}

function dateTimeLiteral({ text, start, end }: Token, kind: 'date' | 'datetime' | 'time'): Literal {
    const value = kind === 'date' ? dateValue(text) : kind === 'time' ? timeValue(text) : dateTimeValue(text);
    if (value === undefined) return fail({ start, end }, 'invalidDate', text);
    return { kind, value, start, end };
}

/** Undefined where the calendar has no such day: JavaScript would roll over to the next month. */
function dateValue(text: string): number | undefined {
    const time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined;
    return time / millisecondsPerDay;
}

function timeValue(text: string): number | undefined {
    const [hours = 0, minutes = 0, seconds = 0] = text.replace(/z$/i, '').split(':').map(Number);
    if (hours > 23 || minutes > 59 || seconds >= 60) return undefined;
    return Math.trunc(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

function dateTimeValue(text: string): number | undefined {
    const day = dateValue(text);
    const [, clock = '', zone] = /T([\d:.]+)(.*)$/i.exec(text) ?? [];
    const time = timeValue(clock);
    const offset = zoneOffset(zone ?? '');
    if (day === undefined || time === undefined || offset === undefined) return undefined;
    return day * millisecondsPerDay + time - offset;
}

/** Milliseconds east of UTC; undefined without a zone, which SOQL requires. */
function zoneOffset(zone: string): number | undefined {
    if (/^z$/i.test(zone)) return 0;
    const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
    if (parts === null) return undefined;
    const minutes = Number(parts[2]) * 60 + Number(parts[3]);
    return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}
