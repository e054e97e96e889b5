import type { Decimal } from './decimal.ts';
import type { LocaleData } from './locale-data.ts';
import { userLocale } from './locale.ts';

/** As `NumberFormat.getInstance(locale)`: groups of three, at most three digits after the point, halves to even. */
const LARGEST_FRACTION = 3;

export function formatNumber(value: Decimal, locale: LocaleData): string {
    const rounded = value.scale > LARGEST_FRACTION ? value.setScale(LARGEST_FRACTION, 'HALF_EVEN') : value;
    const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(rounded.toPlainString()) ?? [];
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale.grouping);
    return sign + grouped + (fraction === '' ? '' : locale.decimal + fraction);
}

/** `format()` of the number types. */
export function formatInUserLocale(value: Decimal): string {
    return formatNumber(value, userLocale());
}
