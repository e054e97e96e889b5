import { formatWithPattern } from './decimal-format.ts';
import type { Decimal } from './decimal.ts';
import type { LocaleData } from './locale-data.ts';
import { userLocale } from './locale.ts';

/** As `NumberFormat.getInstance(locale)`: groups of three, at most three digits after the point. */
export function formatNumber(value: Decimal, locale: LocaleData): string {
    return formatWithPattern(value, '#,##0.###', locale);
}

/** `format()` of the number types. */
export function formatInUserLocale(value: Decimal): string {
    return formatNumber(value, userLocale());
}
