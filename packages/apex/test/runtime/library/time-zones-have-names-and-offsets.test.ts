import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDatetime } from '../../../src/runtime/values/datetime.ts';
import { callMethod, callStatic, runAs } from './library-calls.ts';

// Apex reference, "TimeZone Class"
test('a zone tells its id, its name in force, and its offset at a time', () => {
    runAs({ now: Date.parse('2024-01-15T00:00:00Z') });
    const zone = callStatic('TimeZone', 'getTimeZone(String)', 'America/Los_Angeles');
    assert.equal(callMethod('TimeZone', 'getID()', zone), 'America/Los_Angeles');
    assert.equal(
        callMethod('TimeZone', 'getDisplayName()', zone),
        '(GMT-08:00) Pacific Standard Time (America/Los_Angeles)',
    );
    assert.equal(
        callMethod('TimeZone', 'getOffset(Datetime)', zone, new ApexDatetime(Date.parse('2012-10-23T12:00:00Z'))),
        -25200000,
    );
    assert.equal(callMethod('TimeZone', 'toString()', zone), 'America/Los_Angeles');
});
