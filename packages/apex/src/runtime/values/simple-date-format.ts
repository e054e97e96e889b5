import { throwApex } from '../exceptions.ts';
import { daysInMonth } from './calendar.ts';
import type { ApexDatetime, WallTime } from './datetime.ts';
import { zoneName } from './time-zone-names.ts';
import type { ZoneRules } from './time-zone.ts';

/**
 * `Datetime.format(pattern)`: the patterns of java.text.SimpleDateFormat with English names, since the platform formats
 * them for the locale en_US whatever the user's is.
 */
type Part = (time: WallTime, datetime: ApexDatetime, zone: ZoneRules) => string;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const compiled = new Map<string, readonly Part[]>();
/** Patterns are few in practice; a program that makes them up must not fill memory. */
const LARGEST_CACHE = 500;

/** @throws System.IllegalArgumentException for letters that mean nothing and for a quote that does not end */
export function formatPattern(datetime: ApexDatetime, pattern: string, zone: ZoneRules): string {
    let parts = compiled.get(pattern);
    if (parts === undefined) {
        parts = compile(pattern);
        if (compiled.size >= LARGEST_CACHE) compiled.clear();
        compiled.set(pattern, parts);
    }
    const time = datetime.wallTime(zone);
    let text = '';
    for (const part of parts) text += part(time, datetime, zone);
    return text;
}

function compile(pattern: string): Part[] {
    const parts: Part[] = [];
    for (let at = 0; at < pattern.length;) {
        const character = pattern[at] as string;
        if (character === "'") {
            const { text, end } = readQuoted(pattern, at);
            parts.push(() => text);
            at = end;
        } else if (/[A-Za-z]/.test(character)) {
            let end = at + 1;
            while (pattern[end] === character) end++;
            parts.push(letter(character, end - at));
            at = end;
        } else {
            parts.push(() => character);
            at++;
        }
    }
    return parts;
}

/** `''` is a quote, inside of quoted text and outside. */
function readQuoted(pattern: string, start: number): { text: string; end: number } {
    if (pattern[start + 1] === "'") return { text: "'", end: start + 2 };
    let text = '';
    for (let at = start + 1; at < pattern.length; at++) {
        if (pattern[at] !== "'") text += pattern[at] as string;
        else if (pattern[at + 1] === "'") {
            text += "'";
            at++;
        } else return { text, end: at + 1 };
    }
    throwApex('System.IllegalArgumentException', 'Unterminated quote');
}

function letter(name: string, count: number): Part {
    const number =
        (value: (time: WallTime) => number): Part =>
        (time) =>
            pad(value(time), count);
    switch (name) {
        case 'G':
            return (time) => (time.year > 0 ? 'AD' : 'BC');
        case 'y':
            return (time) => year(yearOfEra(time.year), count);
        case 'Y':
            return (time) => year(weekOfYear(time).year, count);
        case 'M':
        case 'L':
            return (time) => monthText(time.month, count);
        case 'w':
            return number((time) => weekOfYear(time).week);
        case 'W':
            return number((time) => Math.ceil((time.day + firstOfMonth(time)) / 7));
        case 'D':
            return number((time) => time.dayOfYear);
        case 'd':
            return number((time) => time.day);
        case 'F':
            return number((time) => Math.ceil(time.day / 7));
        case 'E':
            return (time) => (DAYS[time.dayOfWeek] as string).slice(0, count >= 4 ? undefined : 3);
        case 'u':
            return number((time) => time.dayOfWeek || 7);
        case 'a':
            return (time) => (time.hour < 12 ? 'AM' : 'PM');
        case 'H':
            return number((time) => time.hour);
        case 'k':
            return number((time) => time.hour || 24);
        case 'K':
            return number((time) => time.hour % 12);
        case 'h':
            return number((time) => time.hour % 12 || 12);
        case 'm':
            return number((time) => time.minute);
        case 's':
            return number((time) => time.second);
        case 'S':
            return number((time) => time.millisecond);
        case 'z':
            return (_time, datetime, zone) => zoneName(zone, datetime.milliseconds, count >= 4);
        case 'Z':
            return (_time, datetime, zone) => offsetText(zone.offsetAt(datetime.milliseconds), '');
        case 'X':
            return isoZone(count);
        default:
            throwApex('System.IllegalArgumentException', `Illegal pattern character '${name}'`);
    }
}

function pad(value: number, width: number): string {
    return String(value).padStart(width, '0');
}

function yearOfEra(year: number): number {
    return year > 0 ? year : 1 - year;
}

/** Two letters are the last two digits; one is no abbreviation. */
function year(value: number, count: number): string {
    return count === 2 ? pad(value % 100, 2) : pad(value, count);
}

function monthText(month: number, count: number): string {
    if (count <= 2) return pad(month, count);
    return (MONTHS[month - 1] as string).slice(0, count >= 4 ? undefined : 3);
}

/** Day of the week, 0 Sunday, of the first of the month. */
function firstOfMonth(time: WallTime): number {
    return (((time.dayOfWeek - (time.day - 1)) % 7) + 7) % 7;
}

/** Weeks of the locale en_US: they begin on Sunday, and the week of January 1st is the first. */
function weekOfYear(time: WallTime): { week: number; year: number } {
    const daysLeft = (time.month === 12 ? daysInMonth(time.year, 12) - time.day : 31) + 1;
    const saturdayAhead = 6 - time.dayOfWeek;
    // The week holds next January 1st.
    if (time.month === 12 && daysLeft <= saturdayAhead) return { week: 1, year: time.year + 1 };
    const firstDay = (((time.dayOfWeek - (time.dayOfYear - 1)) % 7) + 7) % 7;
    return { week: Math.floor((time.dayOfYear - 1 + firstDay) / 7) + 1, year: time.year };
}

function offsetText(offset: number, separator: string): string {
    const minutes = Math.trunc(Math.abs(offset) / 60_000);
    return `${offset < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function isoZone(count: number): Part {
    if (count > 3) throwApex('System.IllegalArgumentException', 'invalid ISO 8601 format: length=' + count);
    return (_time, datetime, zone) => {
        const offset = zone.offsetAt(datetime.milliseconds);
        if (offset === 0) return 'Z';
        const text = offsetText(offset, count === 3 ? ':' : '');
        return count === 1 ? text.slice(0, 3) : text;
    };
}
