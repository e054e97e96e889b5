import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCron } from '../../src/jobs/cron/cron-expression.ts';
import { nextFire } from '../../src/jobs/cron/next-fire.ts';
import { oneOffExpression } from '../../src/jobs/cron/one-off.ts';

/** The next fires after a time, in UTC. */
function fires(expression: string, after: string, count: number, zone = 'GMT'): string[] {
    const cron = parseCron(expression);
    const found: string[] = [];
    let at = Date.parse(after);
    while (found.length < count) {
        const next = nextFire(cron, zone, at);
        if (next === null) break;
        found.push(new Date(next).toISOString().replace('.000Z', ''));
        at = next;
    }
    return found;
}

test('first in a minute, then every hour', () => {
    assert.deepEqual(fires('17 31 * * * ?', '2026-03-15T12:30:17Z', 3), [
        '2026-03-15T12:31:17',
        '2026-03-15T13:31:17',
        '2026-03-15T14:31:17',
    ]);
});

for (const [expression, meaning, expected] of [
    ['0 0 22 ? * 6L', 'the last Friday', ['2026-03-27T22:00:00', '2026-04-24T22:00:00']],
    ['0 0 10 ? * MON-FRI', 'weekdays', ['2026-03-16T10:00:00', '2026-03-17T10:00:00']],
    [
        '0 0 10 ? * FRI-MON',
        'a range over the end of the week',
        ['2026-03-15T10:00:00', '2026-03-16T10:00:00', '2026-03-20T10:00:00'],
    ],
    ['0 0 10 ? * 2#1', 'the first Monday', ['2026-04-06T10:00:00', '2026-05-04T10:00:00']],
    ['0 0 10 ? * L', 'Saturday', ['2026-03-21T10:00:00']],
    ['0 0 10 L * ?', 'the last day', ['2026-03-31T10:00:00', '2026-04-30T10:00:00']],
    ['0 0 10 L-2 * ?', 'two days before the last', ['2026-03-29T10:00:00', '2026-04-28T10:00:00']],
    ['0 0 10 LW * ?', 'the last weekday', ['2026-03-31T10:00:00', '2026-04-30T10:00:00', '2026-05-29T10:00:00']],
    [
        '0 0 10 20W * ?',
        'the weekday nearest to the 20th',
        ['2026-03-20T10:00:00', '2026-04-20T10:00:00', '2026-05-20T10:00:00', '2026-06-19T10:00:00'],
    ],
    [
        '0 0 10 1W * ?',
        'the nearest weekday stays in its month',
        [
            '2026-04-01T10:00:00',
            '2026-05-01T10:00:00',
            '2026-06-01T10:00:00',
            '2026-07-01T10:00:00',
            '2026-08-03T10:00:00',
        ],
    ],
    ['0 0 0/8 * * ?', 'every eight hours', ['2026-03-15T08:00:00', '2026-03-15T16:00:00', '2026-03-16T00:00:00']],
    [
        '0 0 9-17/4 * * ?',
        'a range with a step',
        ['2026-03-15T09:00:00', '2026-03-15T13:00:00', '2026-03-15T17:00:00', '2026-03-16T09:00:00'],
    ],
    ['0 0 0 1 JAN,JUL ?', 'months by name', ['2026-07-01T00:00:00', '2027-01-01T00:00:00']],
    ['0 0 0 31 * ?', 'months that have the day', ['2026-03-31T00:00:00', '2026-05-31T00:00:00', '2026-07-31T00:00:00']],
    ['0 0 0 29 2 ?', 'leap years', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
    ['20 30 8 10 2 ? 2027-2028', 'years', ['2027-02-10T08:30:20', '2028-02-10T08:30:20']],
] as const) {
    test(`${expression}: ${meaning}`, () => {
        assert.deepEqual(fires(expression, '2026-03-15T00:00:00Z', expected.length), expected);
    });
}

test('a schedule whose years are over, or whose day never comes, does not fire', () => {
    assert.deepEqual(fires('0 0 0 28 5 ? 2020', '2026-03-15T00:00:00Z', 1), []);
    assert.deepEqual(fires('0 0 0 30 2 ?', '2026-03-15T00:00:00Z', 1), []);
    assert.deepEqual(fires('0 0 0 28 5 ? 2099', '2026-03-15T00:00:00Z', 2), ['2099-05-28T00:00:00']);
});

test('times are those of the zone, through the change to daylight saving time', () => {
    assert.deepEqual(fires('0 0 13 * * ?', '2026-03-07T00:00:00Z', 2, 'America/Los_Angeles'), [
        '2026-03-07T21:00:00',
        '2026-03-08T20:00:00',
    ]);
    assert.deepEqual(fires('0 15 9 * * ?', '2026-03-15T00:00:00Z', 1, 'Asia/Kolkata'), ['2026-03-15T03:45:00']);
});

test('a time that the change skips fires an hour later by the clock, once', () => {
    assert.deepEqual(fires('0 30 2 * * ?', '2026-03-07T12:00:00Z', 2, 'America/Los_Angeles'), [
        '2026-03-08T10:30:00',
        '2026-03-09T09:30:00',
    ]);
    assert.deepEqual(fires('0 30 * * * ?', '2026-03-08T09:00:00Z', 3, 'America/Los_Angeles'), [
        '2026-03-08T09:30:00',
        '2026-03-08T10:30:00',
        '2026-03-08T11:30:00',
    ]);
});

test('a time that the change shows twice fires the second time', () => {
    assert.deepEqual(fires('0 30 1 * * ?', '2026-10-31T12:00:00Z', 2, 'America/Los_Angeles'), [
        '2026-11-01T09:30:00',
        '2026-11-02T09:30:00',
    ]);
});

for (const [expression, sentence] of [
    ['0 0/15 * * * ?', 'Seconds and minutes must be specified as integers: 0 0/15 * * * ?'],
    ['* 0 * * * ?', 'Seconds and minutes must be specified as integers: * 0 * * * ?'],
    ['0 60 * * * ?', 'Minute and Second values must be between 0 and 59'],
    ['0 0 24 * * ?', 'Hour values must be between 0 and 23'],
    ['0 0 0 32 * ?', 'Day of month values must be between 1 and 31'],
    ['0 0 0 1 13 ?', 'Month values must be between 1 and 12'],
    ['0 0 0 ? * 8', 'Day-of-Week values must be between 1 and 7'],
    ['0 0 0 1 * 2', 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.'],
    ['0 0 0 * * *', 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.'],
    ['0 0 0 ? * ?', "'?' can only be specified for Day-of-Month -OR- Day-of-Week."],
    ['0 0 ? * * ?', "'?' can only be specified for Day-of-Month or Day-of-Week."],
    ['0 0 0 1 *', 'Unexpected end of expression.'],
    ['0 0 x * * ?', "Illegal characters for this position: 'X'"],
] as const) {
    test(`${expression} is no expression`, () => {
        assert.throws(() => parseCron(expression), { message: sentence });
    });
}

test('a single moment as an expression, in the zone of the user', () => {
    const moment = Date.parse('2026-07-04T06:05:09Z');
    const expression = oneOffExpression(moment, 'America/Los_Angeles');
    assert.equal(expression, '9 5 23 3 7 ? 2026');
    assert.deepEqual(fires(expression, '2026-01-01T00:00:00Z', 2, 'America/Los_Angeles'), ['2026-07-04T06:05:09']);
});
