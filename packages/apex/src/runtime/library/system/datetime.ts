import { current } from '../../context.ts';
import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { formatDatetime, formatDatetimeLong } from '../../values/date-format.ts';
import { parseIsoDatetime, parseLocalDatetime } from '../../values/date-parse.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { userLocale, userZone } from '../../values/locale.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { formatPattern } from '../../values/simple-date-format.ts';
import { ApexTime } from '../../values/time.ts';
import { GMT, timeZone, type ZoneRules } from '../../values/time-zone.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const datetimeLibrary: TypeLibrary = {
    type: 'System.Datetime',
    statics: {
        'newInstance(Date,Time)': (date: ApexDate, time: ApexTime) => ofDateAndTime(date, time, userZone()),
        'newInstance(Integer,Integer,Integer)': (year: number, month: number, day: number) =>
            ofParts(year, month, day, 0, 0, 0, userZone()),
        'newInstance(Integer,Integer,Integer,Integer,Integer,Integer)': (
            ...[year, month, day, hour, minute, second]: SixParts
        ) => ofParts(year, month, day, hour, minute, second, userZone()),
        'newInstance(Long)': (milliseconds: bigint) => new ApexDatetime(Number(required(milliseconds))),
        'newInstanceGmt(Date,Time)': (date: ApexDate, time: ApexTime) => ofDateAndTime(date, time, GMT),
        'newInstanceGmt(Integer,Integer,Integer)': (year: number, month: number, day: number) =>
            ofParts(year, month, day, 0, 0, 0, GMT),
        'newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)': (
            ...[year, month, day, hour, minute, second]: SixParts
        ) => ofParts(year, month, day, hour, minute, second, GMT),
        'now()': () => new ApexDatetime(current.transaction.now()),
        'parse(String)': (text: string) => parseLocalDatetime(required(text), userLocale(), userZone()),
        'valueOf(Object)': datetimeOfObject,
        'valueOf(String)': (text: string) => parseIsoDatetime(required(text), userZone()),
        'valueOfGmt(String)': (text: string) => parseIsoDatetime(required(text), GMT),
    },
    partly: {
        'format()': 'Locales without data of their own are written as en_US.',
        'formatLong()': 'Locales without data of their own are written as en_US.',
        'parse(String)': 'Locales without data of their own are read as en_US.',
    },
    methods: {
        'addDays(Integer)': (self: ApexDatetime, days: number) => self.addDays(required(days), userZone()),
        'addHours(Integer)': (self: ApexDatetime, hours: number) => self.addMilliseconds(required(hours) * HOUR),
        'addMinutes(Integer)': (self: ApexDatetime, minutes: number) =>
            self.addMilliseconds(required(minutes) * MINUTE),
        'addMonths(Integer)': (self: ApexDatetime, months: number) => self.addMonths(required(months), userZone()),
        'addSeconds(Integer)': (self: ApexDatetime, seconds: number) =>
            self.addMilliseconds(required(seconds) * SECOND),
        'addYears(Integer)': (self: ApexDatetime, years: number) => self.addMonths(required(years) * 12, userZone()),
        'date()': (self: ApexDatetime) => self.date(userZone()),
        'dateGmt()': (self: ApexDatetime) => self.date(GMT),
        'day()': (self: ApexDatetime) => self.wallTime(userZone()).day,
        'dayGmt()': (self: ApexDatetime) => self.wallTime(GMT).day,
        'dayOfYear()': (self: ApexDatetime) => self.wallTime(userZone()).dayOfYear,
        'dayOfYearGmt()': (self: ApexDatetime) => self.wallTime(GMT).dayOfYear,
        'format()': (self: ApexDatetime) => formatDatetime(nonNull(self), userLocale(), userZone()),
        'format(String)': (self: ApexDatetime, pattern: string) =>
            formatPattern(nonNull(self), required(pattern), userZone()),
        'format(String,String)': (self: ApexDatetime, pattern: string, zone: string) =>
            formatPattern(nonNull(self), required(pattern), timeZone(required(zone))),
        'formatGmt(String)': (self: ApexDatetime, pattern: string) =>
            formatPattern(nonNull(self), required(pattern), GMT),
        'formatLong()': (self: ApexDatetime) => formatDatetimeLong(nonNull(self), userLocale(), userZone()),
        'getTime()': (self: ApexDatetime) => BigInt(self.milliseconds),
        'hour()': (self: ApexDatetime) => self.wallTime(userZone()).hour,
        'hourGmt()': (self: ApexDatetime) => self.wallTime(GMT).hour,
        'isSameDay(Datetime)': (self: ApexDatetime, other: ApexDatetime) =>
            self.date(userZone()).equals(required(other).date(userZone())),
        'millisecond()': (self: ApexDatetime) => self.wallTime(userZone()).millisecond,
        'millisecondGmt()': (self: ApexDatetime) => self.wallTime(GMT).millisecond,
        'minute()': (self: ApexDatetime) => self.wallTime(userZone()).minute,
        'minuteGmt()': (self: ApexDatetime) => self.wallTime(GMT).minute,
        'month()': (self: ApexDatetime) => self.wallTime(userZone()).month,
        'monthGmt()': (self: ApexDatetime) => self.wallTime(GMT).month,
        'second()': (self: ApexDatetime) => self.wallTime(userZone()).second,
        'secondGmt()': (self: ApexDatetime) => self.wallTime(GMT).second,
        'time()': (self: ApexDatetime) => self.time(userZone()),
        'timeGmt()': (self: ApexDatetime) => self.time(GMT),
        'year()': (self: ApexDatetime) => self.wallTime(userZone()).year,
        'yearGmt()': (self: ApexDatetime) => self.wallTime(GMT).year,
    },
};

type SixParts = [number, number, number, number, number, number];

function ofParts(...[year, month, day, hour, minute, second, zone]: [...SixParts, ZoneRules]): ApexDatetime {
    return ApexDatetime.of(
        required(year),
        required(month),
        required(day),
        required(hour),
        required(minute),
        required(second),
        zone,
    );
}

function ofDateAndTime(date: ApexDate | null, time: ApexTime | null, zone: ZoneRules): ApexDatetime {
    return ApexDatetime.ofDateAndTime(required(date), required(time), zone);
}

function datetimeOfObject(value: unknown): ApexDatetime {
    const present = required(value);
    if (present instanceof ApexDatetime) return present;
    if (present instanceof ApexDate) return ApexDatetime.ofDateAndTime(present, new ApexTime(0), userZone());
    if (typeof present === 'string') return parseIsoDatetime(present, userZone());
    throwApex('System.TypeException', `Invalid date/time: ${String(present)}`);
}
