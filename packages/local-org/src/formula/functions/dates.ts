import type { FormulaScope } from '../compiled.ts';
import { simple, special, type FormulaFunction } from './definition.ts';
import { localDay } from '../local-day.ts';

const DAY = 86_400_000;

const dateOf = (day: number): Date => new Date(day * DAY);

/** Day number of a calendar date; null when there is no such day. */
function dayNumber(year: number, month: number, day: number): number | null {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const valid = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return valid ? date.getTime() / DAY : null;
}

/** The last day of a month stays the last day (Salesforce Help, "ADDMONTHS"). */
function addMonths(day: number, months: number): number {
    const date = dateOf(day);
    const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    const lastOf = (offset: number): number => new Date(Date.UTC(year, month + offset + 1, 0)).getUTCDate();
    const wanted = dayOfMonth === lastOf(0) ? lastOf(months) : Math.min(dayOfMonth, lastOf(months));
    return Date.UTC(year, month + months, wanted) / DAY;
}

function isoWeek(day: number): { readonly year: number; readonly week: number } {
    const thursday = day + 3 - ((((day + 3) % 7) + 7) % 7);
    const year = dateOf(thursday).getUTCFullYear();
    return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1) / DAY) / 7) + 1 };
}

/** A function of nothing but the moment. */
const moment = (
    name: string,
    type: 'date' | 'datetime' | 'time',
    read: (scope: FormulaScope) => number,
): FormulaFunction => special(name, 0, 0, () => ({ type, evaluate: read }));

const dateValue = special('DATEVALUE', 1, 1, ([value]) => ({
    type: 'date',
    evaluate: (scope) => {
        const read = value?.evaluate(scope) ?? null;
        if (read === null || value?.type === 'date') return read;
        if (typeof read === 'number') return Math.floor(read / DAY);
        const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(String(read).trim()) ?? [];
        return year === undefined ? null : dayNumber(Number(year), Number(month), Number(day));
    },
}));

const datetimeValue = special('DATETIMEVALUE', 1, 1, ([value]) => ({
    type: 'datetime',
    evaluate: (scope) => {
        const read = value?.evaluate(scope) ?? null;
        if (read === null || value?.type === 'datetime') return read;
        if (typeof read === 'number') return read * DAY;
        const parsed = Date.parse(`${String(read).trim().replace(' ', 'T').replace(/Z?$/, 'Z')}`);
        return Number.isNaN(parsed) ? null : parsed;
    },
}));

const timeValue = special('TIMEVALUE', 1, 1, ([value]) => ({
    type: 'time',
    evaluate: (scope) => {
        const read = value?.evaluate(scope) ?? null;
        if (read === null || value?.type === 'time') return read;
        if (typeof read === 'number') return ((read % DAY) + DAY) % DAY;
        const parsed = Date.parse(`1970-01-01T${String(read).trim()}Z`);
        return Number.isNaN(parsed) ? null : parsed;
    },
}));

const unixTimestamp = special('UNIXTIMESTAMP', 1, 1, ([value]) => ({
    type: 'number',
    evaluate: (scope) => {
        const read = value?.evaluate(scope);
        if (typeof read !== 'number') return null;
        return value?.type === 'date' ? read * (DAY / 1000) : Math.floor(read / 1000);
    },
}));

export const dateFunctions: readonly FormulaFunction[] = [
    moment('TODAY', 'date', ({ environment }) => localDay(environment.now(), environment.user.timeZone)),
    moment('NOW', 'datetime', ({ environment }) => environment.now()),
    moment('TIMENOW', 'time', ({ environment }) => environment.now() % DAY),
    simple('DATE', ['number', 'number', 'number'], 'date', dayNumber),
    dateValue,
    datetimeValue,
    timeValue,
    unixTimestamp,
    simple('FROMUNIXTIME', ['number'], 'datetime', (seconds: number) => seconds * 1000),
    simple('YEAR', ['date'], 'number', (day: number) => dateOf(day).getUTCFullYear()),
    simple('MONTH', ['date'], 'number', (day: number) => dateOf(day).getUTCMonth() + 1),
    simple('DAY', ['date'], 'number', (day: number) => dateOf(day).getUTCDate()),
    simple('WEEKDAY', ['date'], 'number', (day: number) => dateOf(day).getUTCDay() + 1),
    simple(
        'DAYOFYEAR',
        ['date'],
        'number',
        (day: number) => day - Date.UTC(dateOf(day).getUTCFullYear(), 0, 1) / DAY + 1,
    ),
    simple('ISOWEEK', ['date'], 'number', (day: number) => isoWeek(day).week),
    simple('ISOYEAR', ['date'], 'number', (day: number) => isoWeek(day).year),
    simple('HOUR', ['time'], 'number', (time: number) => Math.floor(time / 3_600_000)),
    simple('MINUTE', ['time'], 'number', (time: number) => Math.floor(time / 60_000) % 60),
    simple('SECOND', ['time'], 'number', (time: number) => Math.floor(time / 1000) % 60),
    simple('MILLISECOND', ['time'], 'number', (time: number) => time % 1000),
    special('ADDMONTHS', 2, 2, ([start, months]) => ({
        type: start?.type === 'datetime' ? 'datetime' : 'date',
        evaluate: (scope) => {
            const [from, count] = [start?.evaluate(scope), months?.evaluate(scope)];
            if (typeof from !== 'number' || typeof count !== 'number') return null;
            if (start?.type !== 'datetime') return addMonths(from, Math.trunc(count));
            const day = Math.floor(from / DAY);
            return addMonths(day, Math.trunc(count)) * DAY + (from - day * DAY);
        },
    })),
];
