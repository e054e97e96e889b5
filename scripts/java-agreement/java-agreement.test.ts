import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findJava } from '../setup/find-java.mjs';
import { compareFamily } from './compare.ts';
import { families } from './families/index.ts';

/** Enough to meet every operation; `node scripts/java-agreement/run.ts` compares 100,000. */
const CASES_PER_FAMILY = 400;

const java = findJava();
// In CI a missing Java is an error, else the comparison could be lost without anybody noticing.
const skip =
    java === undefined &&
    process.env.CI !== 'true' &&
    'Java 17 or later is not installed; there is nothing to compare with.';

for (const family of families) {
    test(`values of the family ${family.name} agree with Java's own classes`, { skip }, async () => {
        assert.ok(java !== undefined, 'Java 17 or later is needed to compare with it');
        const { differences, total } = await compareFamily(family, CASES_PER_FAMILY, 20260301, java);
        assert.deepEqual(differences, []);
        assert.ok(total > CASES_PER_FAMILY * 0.9, `only ${total} cases were compared`);
    });
}
