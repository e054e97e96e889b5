import { familyOf } from '../check/families.ts';
import type { QueryEnvironment } from '../environment.ts';
import type { SoqlFieldType } from '../schema.ts';
import { millisecondsPerDay } from './calendar.ts';
import { toBcp47 } from './week.ts';

const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const clock = { hour: 'numeric', minute: '2-digit' } as const;

export type FormatEnvironment = Pick<QueryEnvironment, 'locale' | 'timeZone' | 'currencyIsoCode'>;

/** FORMAT by the locale and time zone of the user: `$1,234.50`, `1/31/2026`, `1/31/2026, 10:20 AM`. */
export function formatterOf(
    type: SoqlFieldType,
    scale: number,
    environment: FormatEnvironment,
): (value: unknown) => string {
    const locale = toBcp47(environment.locale);
    const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    switch (familyOf(type)) {
        case 'number': {
            const currency = { style: 'currency', currency: environment.currencyIsoCode ?? 'USD' } as const;
            const format = new Intl.NumberFormat(locale, type === 'currency' ? { ...digits, ...currency } : digits);
            return (value) => format.format(value as number) + (type === 'percent' ? '%' : '');
        }
        case 'date':
            return dates(new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }), millisecondsPerDay);
        case 'datetime':
            return dates(new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZone: environment.timeZone }), 1);
        case 'time':
            return dates(new Intl.DateTimeFormat(locale, { ...clock, timeZone: 'UTC' }), 1);
        default:
            return String;
    }
}

/** Unicode's data has a narrow space before AM and PM, where the platform has a plain one. */
function dates(format: Intl.DateTimeFormat, scale: number): (value: unknown) => string {
    return (value) => format.format((value as number) * scale).replaceAll('\u202f', ' ');
}
