import type { ScalarFunction } from '../check/functions.ts';
import { calendarDay, dayNumber, dayOfWeek, millisecondsPerDay } from './calendar.ts';

/** Functions of a local day (and, for HOUR_IN_DAY, of local milliseconds), as the SOQL date functions define them. */
export type DateFunction = Exclude<ScalarFunction, 'CONVERTTIMEZONE' | 'TOLABEL' | 'FORMAT' | 'CONVERTCURRENCY'>;

/**
 * @param local milliseconds of a wall clock: UTC, or the user's zone inside of convertTimezone
 * @param fiscalStart first month of the fiscal year, 1 to 12
 */
export function dateFunction(name: DateFunction, local: number, fiscalStart: number): number {
    const days = Math.floor(local / millisecondsPerDay);
    if (name === 'DAY_ONLY') return days;
    if (name === 'HOUR_IN_DAY') return Math.floor((local - days * millisecondsPerDay) / 3_600_000);
    if (name === 'DAY_IN_WEEK') return dayOfWeek(days);
    const { year, month, day } = calendarDay(days);
    const fiscalMonth = (month - (fiscalStart - 1) + 12) % 12;
    switch (name) {
        case 'CALENDAR_YEAR':
            return year;
        case 'CALENDAR_QUARTER':
            return Math.floor(month / 3) + 1;
        case 'CALENDAR_MONTH':
            return month + 1;
        case 'DAY_IN_MONTH':
            return day;
        case 'DAY_IN_YEAR':
            return days - dayNumber(year, 0) + 1;
        case 'WEEK_IN_MONTH':
            return Math.floor((day - 1) / 7) + 1;
        case 'WEEK_IN_YEAR':
            return Math.floor((days - dayNumber(year, 0)) / 7) + 1;
        case 'FISCAL_YEAR':
            // A fiscal year is named after the calendar year in which it ends.
            return fiscalStart > 1 && month >= fiscalStart - 1 ? year + 1 : year;
        case 'FISCAL_QUARTER':
            return Math.floor(fiscalMonth / 3) + 1;
        case 'FISCAL_MONTH':
            return fiscalMonth + 1;
    }
}
