import { throwApex } from '../exceptions.ts';
import { apexToString } from '../to-string.ts';
import { choose } from './choice-format.ts';
import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import { Decimal } from './decimal.ts';
import { formatWithPattern } from './decimal-format.ts';
import { BoxedDouble } from './double.ts';
import { userLocale, userZone } from './locale.ts';
import { formatNumber } from './number-format.ts';
import { formatPattern } from './simple-date-format.ts';
import { ApexTime } from './time.ts';

/** `String.format`: java.text.MessageFormat. */
interface Placeholder {
    readonly index: number;
    readonly type: string;
    readonly style: string;
}

/**
 * Replaces `{0}`, `{1,number,#.##}`, `{2,date,yyyy}` and the like. A single quote begins text that is taken literally,
 * two are a quote; a number without a format is written as the user's locale writes it.
 *
 * @throws System.StringException for malformed patterns and for arguments that do not fit their format
 */
export function formatMessage(pattern: string, values: readonly unknown[]): string {
    return parseMessage(pattern)
        .map((part) => (typeof part === 'string' ? part : formatPlaceholder(part, values)))
        .join('');
}

function parseMessage(pattern: string): (string | Placeholder)[] {
    const parts: (string | Placeholder)[] = [];
    let text = '';
    for (let at = 0, quoted = false; at < pattern.length; at++) {
        const character = pattern[at] as string;
        if (character === "'") {
            if (pattern[at + 1] === "'") {
                text += "'";
                at++;
            } else {
                quoted = !quoted;
            }
        } else if (character === '{' && !quoted) {
            const end = endOfPlaceholder(pattern, at + 1);
            // Where braces inside of it do not close, Java drops the rest without a word.
            if (end === null) break;
            parts.push(text, parsePlaceholder(pattern.slice(at + 1, end)));
            text = '';
            at = end;
        } else {
            text += character;
        }
    }
    parts.push(text);
    return parts;
}

function endOfPlaceholder(pattern: string, start: number): number | null {
    let depth = 0;
    let quoted = false;
    for (let at = start; at < pattern.length; at++) {
        const character = pattern[at] as string;
        if (character === "'") quoted = !quoted;
        else if (quoted) continue;
        else if (character === '{') depth++;
        else if (character === '}' && depth-- === 0) return at;
    }
    return depth > 0 ? null : throwApex('System.StringException', 'Unmatched braces in the pattern.');
}

function parsePlaceholder(text: string): Placeholder {
    const [number = '', type = '', ...style] = text.split(',');
    if (!/^[+-]?\d+$/.test(number)) {
        throwApex('System.StringException', `can't parse argument number: ${number}`);
    }
    const index = Number(number);
    if (index < 0) throwApex('System.StringException', `negative argument number: ${number}`);
    const name = type.trim().toLowerCase();
    if (!['', 'number', 'date', 'time', 'choice'].includes(name)) {
        throwApex('System.StringException', `unknown format type: ${type}`);
    }
    return { index, type: name, style: style.join(',') };
}

function formatPlaceholder({ index, type, style }: Placeholder, values: readonly unknown[]): string {
    if (index >= values.length) return `{${index}}`;
    const value = values[index];
    if (value === null) return 'null';
    switch (type) {
        case 'number':
            return formatAsNumber(value, style);
        case 'date':
            return formatPattern(instantOf(value), DATE_STYLES[style.trim().toLowerCase()] ?? style, userZone());
        case 'time':
            return formatPattern(instantOf(value), TIME_STYLES[style.trim().toLowerCase()] ?? style, userZone());
        case 'choice': {
            const chosen = choose(style, numberOf(value).doubleValue());
            return chosen.includes('{') ? formatMessage(chosen, values) : chosen;
        }
        default:
            return formatPlainly(value);
    }
}

function formatPlainly(value: unknown): string {
    if (isNumeric(value)) return formatNumber(numberOf(value), userLocale());
    if (value instanceof ApexDatetime || value instanceof ApexDate) {
        return formatPattern(instantOf(value), 'M/d/yy, h:mm a', userZone());
    }
    return apexToString(value);
}

const NUMBER_STYLES: Readonly<Record<string, string>> = {
    '': '#,##0.###',
    integer: '#,##0',
    percent: '#,##0%',
    currency: '\u00a4#,##0.00',
};

const DATE_STYLES: Readonly<Record<string, string>> = {
    '': 'MMM d, yyyy',
    short: 'M/d/yy',
    medium: 'MMM d, yyyy',
    long: 'MMMM d, yyyy',
    full: 'EEEE, MMMM d, yyyy',
};

const TIME_STYLES: Readonly<Record<string, string>> = {
    '': 'h:mm:ss a',
    short: 'h:mm a',
    medium: 'h:mm:ss a',
    long: 'h:mm:ss a z',
    full: 'h:mm:ss a zzzz',
};

function formatAsNumber(value: unknown, style: string): string {
    return formatWithPattern(numberOf(value), NUMBER_STYLES[style.trim().toLowerCase()] ?? style, userLocale());
}

function isNumeric(value: unknown): boolean {
    return (
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Decimal ||
        value instanceof BoxedDouble
    );
}

function numberOf(value: unknown): Decimal {
    if (typeof value === 'number') return Decimal.ofInteger(value);
    if (typeof value === 'bigint') return Decimal.ofLong(value);
    if (value instanceof BoxedDouble) return Decimal.exactOfDouble(value.value);
    if (value instanceof Decimal) return value;
    throwApex('System.StringException', 'Cannot format given Object as a Number');
}

function instantOf(value: unknown): ApexDatetime {
    if (value instanceof ApexDatetime) return value;
    if (value instanceof ApexDate) return ApexDatetime.ofDateAndTime(value, new ApexTime(0), userZone());
    throwApex('System.StringException', 'Cannot format given Object as a Date');
}
