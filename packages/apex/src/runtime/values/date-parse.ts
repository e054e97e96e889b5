import { throwApex } from '../exceptions.ts';
import { daysInMonth } from './calendar.ts';
import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import type { LocaleData } from './locale-data.ts';
import type { ZoneRules } from './time-zone.ts';

const DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/;

/**
 * `Date.valueOf(String)`: `yyyy-MM-dd`; a time that follows is not looked at (observed in orgs with `00:00:00:00`).
 *
 * @throws System.TypeException `Invalid date: x`
 */
export function parseIsoDate(text: string): ApexDate {
    const match = DATE.exec(text);
    const date = match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
    return date ?? throwApex('System.TypeException', `Invalid date: ${text}`);
}

const DATETIME = /^\s*(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/;

/**
 * `Datetime.valueOf(String)` and `valueOfGmt`: `yyyy-MM-dd HH:mm:ss` in `zone`.
 *
 * @throws System.TypeException `Invalid date/time: x`
 */
export function parseIsoDatetime(text: string, zone: ZoneRules): ApexDatetime {
    const match = DATETIME.exec(text);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? []).slice(1).map(Number);
    if (dateOf(year, month, day) === null || hour > 23 || minute > 59 || second > 59) {
        throwApex('System.TypeException', `Invalid date/time: ${text}`);
    }
    return ApexDatetime.of(year, month, day, hour, minute, second, zone);
}

function dateOf(year: number, month: number, day: number): ApexDate | null {
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
    return ApexDate.of(year, month, day);
}

/**
 * `Date.parse(String)`: the short date of the user's locale; a year of two digits lies within 80 years before and 20
 * after now, as java.text.SimpleDateFormat has it.
 *
 * @throws System.TypeException `Invalid date: x`
 */
export function parseLocalDate(text: string, locale: LocaleData): ApexDate {
    const fields = readFields(text.trim(), locale.date, locale.amPm);
    const date = fields && dateOf(fields.y ?? 0, fields.M ?? 0, fields.d ?? 0);
    return date ?? throwApex('System.TypeException', `Invalid date: ${text}`);
}

/**
 * `Datetime.parse(String)`: date and time of the user's locale, the comma between them being optional.
 *
 * @throws System.TypeException `Invalid date/time: x`
 */
export function parseLocalDatetime(text: string, locale: LocaleData, zone: ZoneRules): ApexDatetime {
    const normal = (value: string): string =>
        value
            .trim()
            .replace(/,(?= )/, '')
            .replaceAll(/[\u202f\u00a0]/g, ' ');
    const fields = readFields(normal(text), normal(locale.dateTime), locale.amPm);
    const date = fields && dateOf(fields.y ?? 0, fields.M ?? 0, fields.d ?? 0);
    if (!fields || !date) throwApex('System.TypeException', `Invalid date/time: ${text}`);
    const hour = fields.H ?? ((fields.h ?? 0) % 12) + (fields.a ?? 0) * 12;
    const minute = fields.m ?? 0;
    if (hour > 23 || minute > 59) throwApex('System.TypeException', `Invalid date/time: ${text}`);
    return ApexDatetime.of(date.year, date.month, date.day, hour, minute, 0, zone);
}

/** Quoted text, a run of one letter, or a character that means itself. */
const TOKEN = /'([^']*)'|([yMdHhma])\2*|[^A-Za-z]/g;

type Fields = Partial<Record<'y' | 'M' | 'd' | 'H' | 'h' | 'm' | 'a', number>>;

/** Reads numbers where the pattern has letters, and the pattern's other characters as they are. */
function readFields(text: string, pattern: string, [am, pm]: LocaleData['amPm']): Fields | null {
    const names: string[] = [];
    const source = pattern.replaceAll(TOKEN, (token, quoted: string | undefined, letter: string | undefined) => {
        if (letter === undefined) return (quoted ?? token).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
        names.push(letter);
        return letter === 'a' ? `(${am}|${pm}|am|pm)` : letter === 'y' ? '(\\d{1,4})' : '(\\d{1,2})';
    });
    const match = new RegExp(`^${source}$`, 'i').exec(text);
    if (match === null) return null;
    const fields: Record<string, number> = {};
    names.forEach((name, at) => {
        const value = match[at + 1] as string;
        fields[name] = name === 'a' ? halfOfDay(value, pm) : Number(value);
        if (name === 'y' && value.length <= 2) fields[name] = Number(value) + (Number(value) < 50 ? 2000 : 1900);
    });
    return fields;
}

function halfOfDay(text: string, pm: string): number {
    return text.toLowerCase() === pm.toLowerCase() || text.toLowerCase() === 'pm' ? 1 : 0;
}
