/** Proleptic Gregorian calendar arithmetic on whole numbers: months count from 1, days from 1970-01-01. */

export interface CalendarDay {
    readonly year: number;
    readonly month: number;
    readonly day: number;
}

export const MILLISECONDS_PER_DAY = 86_400_000;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01, where an era of 400 years begins, to 1970-01-01. */
const ERA_OFFSET = 719_468;

export function isLeapYear(year: number): boolean {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
    if (month === 2) return isLeapYear(year) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function dayOfYear(year: number, month: number, day: number): number {
    return (DAYS_BEFORE_MONTH[month - 1] as number) + day + (month > 2 && isLeapYear(year) ? 1 : 0);
}

/** Months and days beyond their range carry over: month 13 is January of the next year, day 0 the last of the month before. */
export function epochDay(year: number, month: number, day: number): number {
    const years = year + Math.floor((month - 1) / 12);
    const monthOfYear = ((((month - 1) % 12) + 12) % 12) + 1;
    // Years are counted from March, so that the leap day is the last of its year.
    const shifted = monthOfYear > 2 ? years : years - 1;
    const era = Math.floor(shifted / 400);
    const yearOfEra = shifted - era * 400;
    const dayOfShiftedYear = Math.floor((153 * (monthOfYear + (monthOfYear > 2 ? -3 : 9)) + 2) / 5);
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfShiftedYear;
    return era * DAYS_PER_ERA + dayOfEra - ERA_OFFSET + day - 1;
}

export function calendarDay(epochDay: number): CalendarDay {
    const days = epochDay + ERA_OFFSET;
    const era = Math.floor(days / DAYS_PER_ERA);
    const dayOfEra = days - era * DAYS_PER_ERA;
    const yearOfEra = Math.floor(
        (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
    );
    const shiftedDay = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * shiftedDay + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    return {
        year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
        month,
        day: shiftedDay - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    };
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(date: CalendarDay, months: number): CalendarDay {
    const total = date.year * 12 + (date.month - 1) + months;
    const year = Math.floor(total / 12);
    const month = total - year * 12 + 1;
    return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** 0 Sunday to 6 Saturday. */
export function dayOfWeek(epochDay: number): number {
    return (((epochDay + 4) % 7) + 7) % 7;
}
