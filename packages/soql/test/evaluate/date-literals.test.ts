import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestOrg, day, moment } from '../support/org.ts';

/** Wednesday, 2026-03-18, 08:00 in Los Angeles, whose clocks went forward on Sunday, 2026-03-08. */
const now = moment('2026-03-18T15:00:00Z');

function calendar(overrides: Partial<TestOrg['environment']> = {}) {
    const org = new TestOrg();
    org.environment = { ...org.environment, now: () => now, ...overrides };
    org.object('Day__c', 'a00', { Date__c: 'date' });
    for (let date = day('2023-06-01'); date <= day('2029-06-01'); date++) org.insert('Day__c', { Date__c: date });
    return (literal: string, operator = '='): string => {
        const days = org.column(
            `SELECT Date__c FROM Day__c WHERE Date__c ${operator} ${literal} ORDER BY Date__c`,
        ) as number[];
        if (days.length === 0) return 'none';
        const text = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);
        return `${text(days[0] as number)}..${text(days.at(-1) as number)}`;
    };
}

const literals: Record<string, string> = {
    YESTERDAY: '2026-03-17..2026-03-17',
    TODAY: '2026-03-18..2026-03-18',
    TOMORROW: '2026-03-19..2026-03-19',
    LAST_WEEK: '2026-03-08..2026-03-14',
    THIS_WEEK: '2026-03-15..2026-03-21',
    NEXT_WEEK: '2026-03-22..2026-03-28',
    LAST_MONTH: '2026-02-01..2026-02-28',
    THIS_MONTH: '2026-03-01..2026-03-31',
    NEXT_MONTH: '2026-04-01..2026-04-30',
    LAST_90_DAYS: '2025-12-18..2026-03-18',
    NEXT_90_DAYS: '2026-03-19..2026-06-16',
    THIS_QUARTER: '2026-01-01..2026-03-31',
    LAST_QUARTER: '2025-10-01..2025-12-31',
    NEXT_QUARTER: '2026-04-01..2026-06-30',
    THIS_YEAR: '2026-01-01..2026-12-31',
    LAST_YEAR: '2025-01-01..2025-12-31',
    NEXT_YEAR: '2027-01-01..2027-12-31',
    'LAST_N_DAYS:3': '2026-03-15..2026-03-18',
    'NEXT_N_DAYS:3': '2026-03-19..2026-03-21',
    'N_DAYS_AGO:3': '2026-03-15..2026-03-15',
    'LAST_N_WEEKS:2': '2026-03-01..2026-03-14',
    'NEXT_N_WEEKS:2': '2026-03-22..2026-04-04',
    'N_WEEKS_AGO:2': '2026-03-01..2026-03-07',
    'LAST_N_MONTHS:2': '2026-01-01..2026-02-28',
    'NEXT_N_MONTHS:2': '2026-04-01..2026-05-31',
    'N_MONTHS_AGO:2': '2026-01-01..2026-01-31',
    'LAST_N_QUARTERS:2': '2025-07-01..2025-12-31',
    'NEXT_N_QUARTERS:2': '2026-04-01..2026-09-30',
    'N_QUARTERS_AGO:2': '2025-07-01..2025-09-30',
    'LAST_N_YEARS:2': '2024-01-01..2025-12-31',
    'NEXT_N_YEARS:2': '2027-01-01..2028-12-31',
    'N_YEARS_AGO:2': '2024-01-01..2024-12-31',
};

const plain = calendar();
for (const [literal, expected] of Object.entries(literals)) {
    test(`${literal} on 2026-03-18 is ${expected}`, () => {
        assert.equal(plain(literal), expected);
    });
}

/** The fiscal year begins in July: the year 2026 runs from July 2025. */
const fiscal: Record<string, string> = {
    THIS_FISCAL_YEAR: '2025-07-01..2026-06-30',
    LAST_FISCAL_YEAR: '2024-07-01..2025-06-30',
    NEXT_FISCAL_YEAR: '2026-07-01..2027-06-30',
    THIS_FISCAL_QUARTER: '2026-01-01..2026-03-31',
    'LAST_N_FISCAL_QUARTERS:3': '2025-04-01..2025-12-31',
    'NEXT_N_FISCAL_QUARTERS:1': '2026-04-01..2026-06-30',
    'N_FISCAL_QUARTERS_AGO:1': '2025-10-01..2025-12-31',
    'LAST_N_FISCAL_YEARS:1': '2024-07-01..2025-06-30',
    'NEXT_N_FISCAL_YEARS:1': '2026-07-01..2027-06-30',
    'N_FISCAL_YEARS_AGO:2': '2023-07-01..2024-06-30',
};

const fiscalCalendar = calendar({ fiscalYearStartMonth: 7 });
for (const [literal, expected] of Object.entries(fiscal)) {
    test(`${literal} with a fiscal year from July is ${expected}`, () => {
        assert.equal(fiscalCalendar(literal), expected);
    });
}

test('a fiscal quarter may straddle calendar quarters', () => {
    assert.equal(calendar({ fiscalYearStartMonth: 2 })('THIS_FISCAL_QUARTER'), '2026-02-01..2026-04-30');
});

test('orders compare with the whole period: before its start, after its end', () => {
    assert.equal(plain('THIS_WEEK', '<').split('..')[1], '2026-03-14');
    assert.equal(plain('THIS_WEEK', '<=').split('..')[1], '2026-03-21');
    assert.equal(plain('THIS_WEEK', '>').split('..')[0], '2026-03-22');
    assert.equal(plain('THIS_WEEK', '>=').split('..')[0], '2026-03-15');
});

test('the week begins on the day of the locale', () => {
    assert.equal(calendar({ locale: 'de_DE' })('THIS_WEEK'), '2026-03-16..2026-03-22');
    assert.equal(calendar({ locale: 'en_GB' })('LAST_WEEK'), '2026-03-09..2026-03-15');
});

test('today is the day in the time zone of the user', () => {
    assert.equal(calendar({ timeZone: 'Pacific/Kiritimati' })('TODAY'), '2026-03-19..2026-03-19');
});

function moments(overrides: Partial<TestOrg['environment']> = {}) {
    const org = new TestOrg();
    org.environment = { ...org.environment, now: () => now, ...overrides };
    org.object('Event__c', 'a00', { At__c: 'datetime' });
    return (literal: string, ...times: string[]): string[] => {
        const ids = org.insert('Event__c', ...times.map((time) => ({ At__c: moment(time) })));
        const found = org.column(`SELECT At__c FROM Event__c WHERE At__c = ${literal} AND Id IN :ids`, {
            ids,
        }) as number[];
        return found.map((time) => new Date(time).toISOString().replace('.000Z', 'Z'));
    };
}

test('datetimes are in a period by the midnights of the user, through the change to summer time', () => {
    const inPeriod = moments();
    const edges = ['2026-03-08T07:59:59Z', '2026-03-08T08:00:00Z', '2026-03-09T06:59:59Z', '2026-03-09T07:00:00Z'];
    assert.deepEqual(inPeriod('N_DAYS_AGO:10', ...edges), ['2026-03-08T08:00:00Z', '2026-03-09T06:59:59Z']);
});

test('a day whose midnight is skipped begins when the clock jumps', () => {
    const inPeriod = moments({ timeZone: 'America/Santiago', now: () => moment('2025-09-07T15:00:00Z') });
    const edges = ['2025-09-07T03:59:59Z', '2025-09-07T04:00:00Z', '2025-09-08T02:59:59Z', '2025-09-08T03:00:00Z'];
    assert.deepEqual(inPeriod('TODAY', ...edges), ['2025-09-07T04:00:00Z', '2025-09-08T02:59:59Z']);
});

test('LAST_N_DAYS goes on up to the current second', () => {
    const inPeriod = moments();
    const edges = ['2026-03-17T06:59:59Z', '2026-03-17T07:00:00Z', '2026-03-18T15:00:00Z', '2026-03-18T15:00:01Z'];
    assert.deepEqual(inPeriod('LAST_N_DAYS:1', ...edges), ['2026-03-17T07:00:00Z', '2026-03-18T15:00:00Z']);
});
