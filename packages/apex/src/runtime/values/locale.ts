import { current } from '../context.ts';
import { locales, type LocaleData } from './locale-data.ts';
import { timeZone, type ZoneRules } from './time-zone.ts';

/** How the platform writes numbers and dates for a locale; a locale without data is written as the platform's default. */
export function localeData(name: string): LocaleData {
    return locales[name] ?? (locales.en_US as LocaleData);
}

export function userLocale(): LocaleData {
    return localeData(current.transaction.user.locale);
}

export function userZone(): ZoneRules {
    return timeZone(current.transaction.user.timeZone);
}
