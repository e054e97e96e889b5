/** First day of the week of a locale: 1 is Sunday, 7 is Saturday. */
export function firstDayOfWeek(locale: string): number {
    const known = cache.get(locale);
    if (known !== undefined) return known;
    const first = (isoDay(locale) % 7) + 1;
    cache.set(locale, first);
    return first;
}

const cache = new Map<string, number>();

/** 1 is Monday, 7 is Sunday, as Unicode's locale data counts. */
function isoDay(locale: string): number {
    const info = new Intl.Locale(toBcp47(locale)) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
    return info.getWeekInfo().firstDay;
}

/** Salesforce writes `en_US` and `en_US_EURO`; the variants are no BCP 47 and carry no week of their own. */
export function toBcp47(locale: string): string {
    const [language = 'en', region] = locale.split(/[_-]/);
    return region !== undefined && /^[A-Za-z]{2}$/.test(region) ? `${language}-${region}` : language;
}
