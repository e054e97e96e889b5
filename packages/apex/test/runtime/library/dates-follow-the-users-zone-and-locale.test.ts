import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate } from '../../../src/runtime/values/date.ts';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import type { ApexTime } from '../../../src/runtime/values/time.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, callStatic, runAs } from './library-calls.ts';

const date = (year: number, month: number, day: number): ApexDate => ApexDate.of(year, month, day);
const utc = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));
const text = (value: unknown): string => String(value);

test('months and days beyond their range carry over, and added months end with the month', () => {
    assert.equal(text(callStatic('Date', 'newInstance(Integer,Integer,Integer)', 2023, 2, 30)), '2023-03-02 00:00:00');
    assert.equal(text(callMethod('Date', 'addMonths(Integer)', date(2024, 1, 31), 1)), '2024-02-29 00:00:00');
    assert.equal(text(callMethod('Date', 'addYears(Integer)', date(2024, 2, 29), 1)), '2025-02-28 00:00:00');
    assert.equal(text(callMethod('Date', 'addDays(Integer)', date(2024, 12, 31), 1)), '2025-01-01 00:00:00');
});

test('differences count days, or months whatever the day', () => {
    assert.equal(callMethod('Date', 'daysBetween(Date)', date(2024, 2, 28), date(2024, 3, 1)), 2);
    assert.equal(callMethod('Date', 'monthsBetween(Date)', date(2006, 12, 31), date(2007, 1, 1)), 1);
    assert.equal(callMethod('Date', 'monthsBetween(Date)', date(2008, 1, 1), date(2007, 2, 28)), -11);
});

test('weeks begin on the day of the user’s locale', () => {
    runAs({ locale: 'en_US' });
    assert.equal(text(callMethod('Date', 'toStartOfWeek()', date(2024, 5, 15))), '2024-05-12 00:00:00');
    runAs({ locale: 'de_DE' });
    assert.equal(text(callMethod('Date', 'toStartOfWeek()', date(2024, 5, 15))), '2024-05-13 00:00:00');
});

test('today is the user’s', () => {
    const now = Date.parse('2024-01-01T05:00:00Z');
    runAs({ timeZone: 'America/Los_Angeles', now });
    assert.equal(text(callStatic('Date', 'today()')), '2023-12-31 00:00:00');
    runAs({ timeZone: 'Asia/Tokyo', now });
    assert.equal(text(callStatic('Date', 'today()')), '2024-01-01 00:00:00');
});

test('format writes the short form of the user’s locale', () => {
    const at = utc('2024-03-05T18:07:09Z');
    const expected = {
        en_US: ['3/5/2024', '3/5/2024, 10:07 AM'],
        en_GB: ['05/03/2024', '05/03/2024, 10:07'],
        de_DE: ['05.03.2024', '05.03.2024, 10:07'],
        fr_FR: ['05/03/2024', '05/03/2024 10:07'],
        ja_JP: ['2024/03/05', '2024/03/05 10:07'],
        en_AU: ['5/3/2024', '5/3/2024, 10:07 am'],
    };
    for (const [locale, [shortDate, shortDatetime]] of Object.entries(expected)) {
        runAs({ locale, timeZone: 'America/Los_Angeles' });
        assert.equal(callMethod('Date', 'format()', date(2024, 3, 5)), shortDate, locale);
        assert.equal(callMethod('Datetime', 'format()', at), shortDatetime, locale);
        assert.equal(text(callStatic('Date', 'parse(String)', shortDate)), '2024-03-05 00:00:00', locale);
        assert.equal(text(callStatic('Datetime', 'parse(String)', shortDatetime)), '2024-03-05 18:07:00', locale);
    }
});

test('formatLong has seconds and the zone', () => {
    runAs({ locale: 'en_US', timeZone: 'America/Los_Angeles' });
    assert.equal(callMethod('Datetime', 'formatLong()', utc('2024-07-05T18:07:09Z')), '7/5/2024, 11:07:09 AM PDT');
});

test('format with a pattern is English, in the user’s zone, the one that is named, or GMT', () => {
    runAs({ locale: 'de_DE', timeZone: 'America/New_York' });
    const at = utc('2024-07-04T02:30:00Z');
    assert.equal(
        callMethod('Datetime', 'format(String)', at, 'EEEE, MMMM d, yyyy h:mm a'),
        'Wednesday, July 3, 2024 10:30 PM',
    );
    assert.equal(callMethod('Datetime', 'format(String,String)', at, 'HH:mm z', 'America/Los_Angeles'), '19:30 PDT');
    assert.equal(
        callMethod('Datetime', 'formatGmt(String)', at, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"),
        '2024-07-04T02:30:00.000Z',
    );
    assert.match(
        apexErrorOf(() => callMethod('Datetime', 'format(String)', at, 'b')),
        /Illegal pattern character 'b'/,
    );
});

test('valueOf reads the user’s clock, valueOfGmt Greenwich’s', () => {
    runAs({ timeZone: 'America/Los_Angeles' });
    assert.equal(text(callStatic('Datetime', 'valueOf(String)', '2024-01-02 03:04:05')), '2024-01-02 11:04:05');
    assert.equal(text(callStatic('Datetime', 'valueOfGmt(String)', '2024-01-02 03:04:05')), '2024-01-02 03:04:05');
    assert.equal(
        apexErrorOf(() => callStatic('Datetime', 'valueOf(String)', '2024-01-02')),
        'System.TypeException: Invalid date/time: 2024-01-02',
    );
});

// observed in orgs: the time after the date is not looked at
test('Date.valueOf takes text with a time', () => {
    for (const form of ['2020-01-16', '2020-01-16 00:00:00', '2020-01-16T00:00:00.000Z', '2020-01-16 00:00:00:00']) {
        assert.equal(text(callStatic('Date', 'valueOf(String)', form)), '2020-01-16 00:00:00', form);
    }
    for (const form of ['x', '2020-02-30', '16/01/2020', '']) {
        assert.equal(
            apexErrorOf(() => callStatic('Date', 'valueOf(String)', form)),
            `System.TypeException: Invalid date: ${form}`,
        );
    }
});

test('String.valueOf of dates: the user’s zone, Greenwich’s, and no time for a Date', () => {
    runAs({ timeZone: 'America/Los_Angeles' });
    const at = utc('2024-01-02T03:04:05Z');
    assert.equal(callStatic('String', 'valueOf(Datetime)', at), '2024-01-01 19:04:05');
    assert.equal(callStatic('String', 'valueOfGmt(Datetime)', at), '2024-01-02 03:04:05');
    assert.equal(callStatic('String', 'valueOf(Date)', date(2024, 1, 2)), '2024-01-02');
    assert.equal(callStatic('String', 'valueOf(Object)', date(2024, 1, 2)), '2024-01-02 00:00:00');
});

test('days that are added keep the clock, hours do not', () => {
    runAs({ timeZone: 'America/New_York' });
    const beforeChange = utc('2024-03-09T17:00:00Z');
    assert.equal(text(callMethod('Datetime', 'addDays(Integer)', beforeChange, 1)), '2024-03-10 16:00:00');
    assert.equal(text(callMethod('Datetime', 'addHours(Integer)', beforeChange, 24)), '2024-03-10 17:00:00');
});

test('Time goes round the clock', () => {
    const time = callStatic('Time', 'newInstance(Integer,Integer,Integer,Integer)', 23, 59, 59, 999) as ApexTime;
    assert.equal(text(callMethod('Time', 'addMilliseconds(Integer)', time, 1)), '00:00:00.000Z');
    assert.equal(text(callMethod('Time', 'addHours(Integer)', time, -24)), '23:59:59.999Z');
    assert.equal(callMethod('Time', 'millisecond()', time), 999);
});

test('null where a date is needed is refused', () => {
    const refused = 'System.NullPointerException: Argument cannot be null.';
    assert.equal(
        apexErrorOf(() => callMethod('Date', 'addDays(Integer)', date(2024, 1, 1), null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callMethod('Date', 'daysBetween(Date)', date(2024, 1, 1), null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callStatic('Date', 'valueOf(String)', null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callMethod('Date', 'addDays(Integer)', null, 1)),
        'System.NullPointerException: Attempt to de-reference a null object',
    );
});
