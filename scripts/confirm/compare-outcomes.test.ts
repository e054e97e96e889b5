import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareOutcomes, type PlatformTestResult } from './compare-outcomes.ts';

const passed: PlatformTestResult = { class: 'Wraps', method: 'wraps', outcome: 'Pass', message: null };

test('equal outcomes are no difference, whatever the case of the names', () => {
    assert.deepEqual(compareOutcomes([passed], [{ ...passed, class: 'WRAPS' }]), []);
});

test('another outcome is told with both messages', () => {
    const failed: PlatformTestResult = { ...passed, outcome: 'Fail', message: 'Expected: 1, Actual: 2' };
    assert.deepEqual(compareOutcomes([passed], [failed]), [
        'Wraps.wraps: Fail (Expected: 1, Actual: 2) in the org, Pass in the local org',
    ]);
});

test('a test that only one side ran is a difference', () => {
    assert.deepEqual(compareOutcomes([passed], []), ['Wraps.wraps: ran in the local org only']);
    assert.deepEqual(compareOutcomes([], [passed]), ['Wraps.wraps: ran in the org only']);
});
