import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestOrg, day, moment } from '../support/org.ts';

function group(expression: string, time: string, overrides: Partial<TestOrg['environment']> = {}): unknown {
    const org = new TestOrg();
    org.environment = { ...org.environment, ...overrides };
    org.object('Event__c', 'a00', { At__c: 'datetime', On__c: 'date' });
    org.insert('Event__c', { At__c: moment(time), On__c: day(time.slice(0, 10)) });
    return org.column(`SELECT ${expression} FROM Event__c GROUP BY ${expression}`)[0];
}

const utc: Record<string, number> = {
    'CALENDAR_YEAR(At__c)': 2026,
    'CALENDAR_QUARTER(At__c)': 3,
    'CALENDAR_MONTH(At__c)': 8,
    'DAY_IN_MONTH(At__c)': 15,
    'DAY_IN_WEEK(At__c)': 7,
    'DAY_IN_YEAR(At__c)': 227,
    'HOUR_IN_DAY(At__c)': 3,
    'WEEK_IN_MONTH(At__c)': 3,
    'WEEK_IN_YEAR(At__c)': 33,
    'DAY_ONLY(At__c)': day('2026-08-15'),
    'CALENDAR_MONTH(On__c)': 8,
    'DAY_IN_WEEK(On__c)': 7,
    'FISCAL_YEAR(On__c)': 2026,
};

for (const [expression, expected] of Object.entries(utc)) {
    test(`${expression} of 2026-08-15T03:30:00Z is ${expected}`, () => {
        assert.equal(group(expression, '2026-08-15T03:30:00Z'), expected);
    });
}

test('convertTimezone moves the datetime to the wall clock of the user', () => {
    assert.equal(group('HOUR_IN_DAY(convertTimezone(At__c))', '2026-08-15T03:30:00Z'), 20);
    assert.equal(group('DAY_ONLY(convertTimezone(At__c))', '2026-08-15T03:30:00Z'), day('2026-08-14'));
    assert.equal(group('HOUR_IN_DAY(convertTimezone(At__c))', '2026-01-15T03:30:00Z'), 19);
});

test('a fiscal year is named after the calendar year that it ends in', () => {
    const fiscalYearStartMonth = 7;
    assert.equal(group('FISCAL_YEAR(On__c)', '2026-08-15T00:00:00Z', { fiscalYearStartMonth }), 2027);
    assert.equal(group('FISCAL_QUARTER(On__c)', '2026-08-15T00:00:00Z', { fiscalYearStartMonth }), 1);
    assert.equal(group('FISCAL_MONTH(On__c)', '2026-08-15T00:00:00Z', { fiscalYearStartMonth }), 2);
    assert.equal(group('FISCAL_YEAR(On__c)', '2026-06-30T00:00:00Z', { fiscalYearStartMonth }), 2026);
});

test('leap days, the first week and the year before 1970', () => {
    assert.equal(group('DAY_IN_YEAR(On__c)', '2024-12-31T00:00:00Z'), 366);
    assert.equal(group('WEEK_IN_YEAR(On__c)', '2026-01-07T00:00:00Z'), 1);
    assert.equal(group('WEEK_IN_YEAR(On__c)', '2026-01-08T00:00:00Z'), 2);
    assert.equal(group('CALENDAR_YEAR(On__c)', '1969-12-31T00:00:00Z'), 1969);
    assert.equal(group('DAY_IN_WEEK(On__c)', '1969-12-31T00:00:00Z'), 4);
});

test('functions filter, and are null of null', () => {
    const org = new TestOrg();
    org.object('Event__c', 'a00', { At__c: 'datetime' });
    org.insert('Event__c', { At__c: moment('2026-08-15T03:30:00Z') }, {});
    assert.equal(org.run('SELECT Id FROM Event__c WHERE CALENDAR_YEAR(At__c) = 2026').count, 1);
    assert.equal(org.run('SELECT Id FROM Event__c WHERE CALENDAR_YEAR(At__c) != 2026').count, 1);
    assert.equal(org.run('SELECT Id FROM Event__c WHERE DAY_ONLY(convertTimezone(At__c)) = 2026-08-14').count, 1);
});
