import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import { timeZone } from '../../../src/runtime/values/time-zone.ts';

const HOUR = 3_600_000;
const berlin = timeZone('Europe/Berlin');

const instant = (zone: string, ...parts: [number, number, number, number, number]): string =>
    new Date(ApexDatetime.of(...parts, 0, timeZone(zone)).milliseconds).toISOString();

test('offsets change at the instant of the clock change', () => {
    const spring = Date.parse('2024-03-31T01:00:00Z');
    assert.equal(berlin.offsetAt(spring - 1), HOUR);
    assert.equal(berlin.offsetAt(spring), 2 * HOUR);
    const autumn = Date.parse('2024-10-27T01:00:00Z');
    assert.equal(berlin.offsetAt(autumn - 1), 2 * HOUR);
    assert.equal(berlin.offsetAt(autumn), HOUR);
});

test('a time that is skipped is read as standard time, and so shown an hour later', () => {
    assert.equal(instant('Europe/Berlin', 2024, 3, 31, 2, 30), '2024-03-31T01:30:00.000Z');
});

test('a time that happens twice is the second one', () => {
    assert.equal(instant('Europe/Berlin', 2024, 10, 27, 2, 30), '2024-10-27T01:30:00.000Z');
    assert.equal(instant('America/Los_Angeles', 2024, 11, 3, 1, 30), '2024-11-03T09:30:00.000Z');
});

test('offsets of old times have seconds', () => {
    assert.equal(
        timeZone('America/New_York').offsetAt(Date.parse('1850-01-01T00:00:00Z')),
        -(4 * 3600 + 56 * 60 + 2) * 1000,
    );
});

test('custom ids are fixed offsets, and ids that nobody knows are GMT', () => {
    assert.equal(timeZone('GMT+5').id, 'GMT+05:00');
    assert.equal(timeZone('GMT-03:30').offsetAt(0), -3.5 * HOUR);
    assert.equal(timeZone('Bogus/Zone').id, 'GMT');
    assert.equal(timeZone('PST').offsetAt(Date.parse('2024-07-01T00:00:00Z')), -7 * HOUR);
});
