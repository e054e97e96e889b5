import { ApexDatetime } from './datetime.ts';
import { MILLISECONDS_PER_DAY } from './calendar.ts';
import type { ApexDate } from './date.ts';
import type { LocaleData } from './locale-data.ts';
import { formatPattern } from './simple-date-format.ts';
import { GMT, type ZoneRules } from './time-zone.ts';

/** Dates as the user's locale writes them: `Date.format()`, `Datetime.format()`, `Datetime.formatLong()`. */
export function formatDate(date: ApexDate, locale: LocaleData): string {
    return formatPattern(new ApexDatetime(date.epochDay * MILLISECONDS_PER_DAY), locale.date, GMT);
}

export function formatDatetime(datetime: ApexDatetime, locale: LocaleData, zone: ZoneRules): string {
    return formatPattern(datetime, withHalfOfDay(locale.dateTime, datetime, locale, zone), zone);
}

export function formatDatetimeLong(datetime: ApexDatetime, locale: LocaleData, zone: ZoneRules): string {
    return formatPattern(datetime, withHalfOfDay(locale.dateTimeLong, datetime, locale, zone), zone);
}

/** Patterns have English names; the words for the halves of the day are the locale's. */
function withHalfOfDay(pattern: string, datetime: ApexDatetime, locale: LocaleData, zone: ZoneRules): string {
    const half = datetime.wallTime(zone).hour < 12 ? 0 : 1;
    return pattern.replace('a', `'${locale.amPm[half]}'`);
}
