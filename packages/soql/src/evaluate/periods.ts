import type { QueryEnvironment } from '../environment.ts';
import { calendarDay, dayNumber, dayOfWeek, millisecondsPerDay } from './calendar.ts';
import { TimeZone } from './time-zone.ts';
import { firstDayOfWeek } from './week.ts';

/** Local days from `start` up to, not including, `end`. `untilNow`: the period ends at the current second instead. */
export interface DayPeriod {
    readonly start: number;
    readonly end: number;
    readonly untilNow: boolean;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/** The days that a date literal means at the environment's clock, in the user's time zone. */
export function periodOf(name: string, count: number, environment: QueryEnvironment): DayPeriod {
    const calendar = new Calendar(environment);
    const fixed: Readonly<Record<string, readonly [number, number]>> = {
        YESTERDAY: [-1, 0],
        TODAY: [0, 1],
        TOMORROW: [1, 2],
        NEXT_90_DAYS: [1, 91],
    };
    if (name === 'LAST_90_DAYS') return { start: calendar.today - 90, end: calendar.today + 1, untilNow: true };
    if (name === 'LAST_N_DAYS') return { start: calendar.today - count, end: calendar.today + 1, untilNow: true };
    const days = fixed[name];
    if (days !== undefined) return calendar.span('DAY', days[0], days[1]);
    const [from, to, unit] = unitsOf(name, count);
    return calendar.span(unit, from, to);
}

/** From which to which unit, counted from the current one. */
function unitsOf(name: string, count: number): [number, number, Unit] {
    const ago = /^N_(.+)S_AGO$/.exec(name);
    if (ago !== null) return [-count, 1 - count, ago[1] as Unit];
    const many = /^(LAST|NEXT)_N_(.+)S$/.exec(name);
    if (many !== null) return many[1] === 'LAST' ? [-count, 0, many[2] as Unit] : [1, 1 + count, many[2] as Unit];
    const [, which, unit] = /^(LAST|THIS|NEXT)_(.+)$/.exec(name) as RegExpExecArray;
    const offset = which === 'LAST' ? -1 : which === 'THIS' ? 0 : 1;
    return [offset, offset + 1, unit as Unit];
}

class Calendar {
    readonly today: number;
    readonly #locale: string;
    readonly #fiscalStart: number;

    constructor(environment: QueryEnvironment) {
        const local = TimeZone.of(environment.timeZone).toLocal(environment.now());
        this.today = Math.floor(local / millisecondsPerDay);
        this.#locale = environment.locale;
        this.#fiscalStart = environment.fiscalYearStartMonth - 1;
    }

    span(unit: Unit, from: number, to: number): DayPeriod {
        return { start: this.#startOf(unit, from), end: this.#startOf(unit, to), untilNow: false };
    }

    /** First day of the unit `offset` units from the current one. */
    #startOf(unit: Unit, offset: number): number {
        const { year, month } = calendarDay(this.today);
        const fiscalMonth = (month - this.#fiscalStart + 12) % 12;
        switch (unit) {
            case 'DAY':
                return this.today + offset;
            case 'WEEK':
                return this.today - ((dayOfWeek(this.today) - firstDayOfWeek(this.#locale) + 7) % 7) + offset * 7;
            case 'MONTH':
                return dayNumber(year, month + offset);
            case 'QUARTER':
                return dayNumber(year, month - (month % 3) + offset * 3);
            case 'YEAR':
                return dayNumber(year + offset, 0);
            case 'FISCAL_QUARTER':
                return dayNumber(year, month - (fiscalMonth % 3) + offset * 3);
            case 'FISCAL_YEAR':
                return dayNumber(year, month - fiscalMonth + offset * 12);
        }
    }
}
