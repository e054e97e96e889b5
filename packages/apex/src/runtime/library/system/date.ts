import { throwApex } from '../../exceptions.ts';
import { current } from '../../context.ts';
import type { TypeLibrary } from '../../library.ts';
import { daysInMonth, dayOfWeek, isLeapYear } from '../../values/calendar.ts';
import { parseIsoDate, parseLocalDate } from '../../values/date-parse.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { formatDate } from '../../values/date-format.ts';
import { userLocale, userZone } from '../../values/locale.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';

export const dateLibrary: TypeLibrary = {
    type: 'System.Date',
    statics: {
        'daysInMonth(Integer,Integer)': (year: number, month: number) =>
            daysInMonth(required(year), checkedMonth(month)),
        'isLeapYear(Integer)': (year: number) => isLeapYear(required(year)),
        'newInstance(Integer,Integer,Integer)': (year: number, month: number, day: number) =>
            ApexDate.of(required(year), required(month), required(day)),
        'parse(String)': (text: string) => parseLocalDate(required(text), userLocale()),
        'today()': () => new ApexDatetime(current.transaction.now()).date(userZone()),
        'valueOf(String)': (text: string) => parseIsoDate(required(text)),
        'valueOf(Object)': dateOfObject,
    },
    partly: {
        'format()': 'Locales without data of their own are written as en_US.',
        'parse(String)': 'Locales without data of their own are read as en_US.',
    },
    methods: {
        'addDays(Integer)': (self: ApexDate, days: number) => self.addDays(required(days)),
        'addMonths(Integer)': (self: ApexDate, months: number) => self.addMonths(required(months)),
        'addYears(Integer)': (self: ApexDate, years: number) => self.addMonths(required(years) * 12),
        'day()': (self: ApexDate) => self.day,
        'dayOfYear()': (self: ApexDate) => self.dayOfYear(),
        'daysBetween(Date)': (self: ApexDate, other: ApexDate) => required(other).epochDay - self.epochDay,
        'format()': (self: ApexDate) => formatDate(nonNull(self), userLocale()),
        'isSameDay(Date)': (self: ApexDate, other: ApexDate) => self.epochDay === required(other).epochDay,
        'month()': (self: ApexDate) => self.month,
        'monthsBetween(Date)': (self: ApexDate, other: ApexDate) =>
            (required(other).year - self.year) * 12 + (other.month - self.month),
        'toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
        'toStartOfWeek()': (self: ApexDate) => startOfWeek(nonNull(self)),
        'year()': (self: ApexDate) => self.year,
    },
};

function checkedMonth(month: number | null): number {
    const value = required(month);
    if (value < 1 || value > 12) throwApex('System.InvalidParameterValueException', `Invalid month: ${value}`);
    return value;
}

/** Weeks begin on the day that the user's locale says. */
function startOfWeek(date: ApexDate): ApexDate {
    const first = userLocale().firstDayOfWeek;
    return date.addDays(-((dayOfWeek(date.epochDay) - first + 7) % 7));
}

function dateOfObject(value: unknown): ApexDate {
    const present = required(value);
    if (present instanceof ApexDate) return present;
    if (present instanceof ApexDatetime) return present.date(userZone());
    if (typeof present === 'string') return parseIsoDate(present);
    throwApex('System.TypeException', `Invalid date: ${String(present)}`);
}
