import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GateReport } from './gate-process.ts';
import { GateUnavailable } from './gate.ts';
import { requireJava } from './java.ts';
import { isFailure, renderReports } from './report.ts';

describe('a gate whose tool is missing', () => {
    const sentence =
        'The gate apex-types needs Java 17 or later; install it (on Debian: apt-get install openjdk-17-jdk-headless).';
    const report: GateReport = {
        gate: 'apex-types',
        status: 'unavailable',
        findings: [],
        examined: '',
        notes: [sentence],
        milliseconds: 3,
    };

    it('says so in one sentence with a remedy', () => {
        assert.throws(() => requireJava('apex-types', () => undefined), new GateUnavailable(sentence));
        assert.match(renderReports([report], 3), /^– apex-types +0\.0 s[\s\S]+needs Java 17 or later; install it/m);
    });

    it("is skipped on a contributor's machine and fails in CI", () => {
        assert.equal(isFailure(report, false), false);
        assert.equal(isFailure(report, true), true);
    });
});
