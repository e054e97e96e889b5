/** Days are whole days since 1970-01-01; months count from 0. */

export const millisecondsPerDay = 86_400_000;

export interface CalendarDay {
    readonly year: number;
    readonly month: number;
    readonly day: number;
}

/** Proleptic Gregorian, by eras of 400 years that begin on 1 March, so that the leap day is the last of its year. */
export function calendarDay(days: number): CalendarDay {
    const shifted = days + 719_468;
    const era = Math.floor(shifted / 146_097);
    const dayOfEra = shifted - era * 146_097;
    const yearOfEra = Math.floor(
        (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
    );
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
    const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
    const month = monthFromMarch < 10 ? monthFromMarch + 2 : monthFromMarch - 10;
    return { year: yearOfEra + era * 400 + (month <= 1 ? 1 : 0), month, day };
}

/** Months outside of 0 to 11 count into the years before and after. */
export function dayNumber(year: number, month: number, day = 1): number {
    const years = year + Math.floor(month / 12);
    const months = ((month % 12) + 12) % 12;
    const adjusted = months <= 1 ? years - 1 : years;
    const era = Math.floor(adjusted / 400);
    const yearOfEra = adjusted - era * 400;
    const dayOfYear = Math.floor((153 * (months <= 1 ? months + 10 : months - 2) + 2) / 5) + day - 1;
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
}

/** 1 is Sunday, 7 is Saturday. */
export function dayOfWeek(days: number): number {
    return ((((days + 4) % 7) + 7) % 7) + 1;
}
