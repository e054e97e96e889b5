// Run by scripts/test.ts after the gates: makes each gate a test, so that a fault is counted and named in the closing lines.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from 'node:test';
import type { GateReport } from './gate-process.ts';
import { REPORTS_FILE, isContinuousIntegration, isFailure, renderFinding } from './report.ts';

const isCi = isContinuousIntegration();
const reports = JSON.parse(
    readFileSync(join(resolve(import.meta.dirname, '../..'), REPORTS_FILE), 'utf8'),
) as GateReport[];

for (const report of reports) {
    it(`gate ${report.gate}`, { skip: report.status === 'unavailable' && !isCi }, () => {
        const faults = [...report.findings.map(renderFinding), ...report.notes];
        assert.ok(!isFailure(report, isCi), faults.join('\n'));
    });
}
