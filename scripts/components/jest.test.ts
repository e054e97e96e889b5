import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'component-tests-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface JestReport {
    readonly numTotalTests: number;
    readonly testResults: readonly {
        readonly name: string;
        readonly message: string;
        readonly assertionResults: readonly {
            readonly fullName: string;
            readonly status: string;
            readonly failureMessages: readonly string[];
        }[];
    }[];
}

/** Runs the tests of the Lightning web components once; each of them is a test here. */
function runJest(): JestReport {
    const launcher = join(
        dirname(createRequire(import.meta.url).resolve('@salesforce/sfdx-lwc-jest/package.json')),
        'bin/sfdx-lwc-jest',
    );
    const report = join(folder, 'report.json');
    const { stderr } = spawnSync(process.execPath, [launcher, '--', '--json', `--outputFile=${report}`, '--ci'], {
        cwd: root,
        encoding: 'utf8',
    });
    try {
        return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    } catch (cause) {
        throw new Error(`Jest left no report: ${stderr}`, { cause });
    }
}

describe('the Lightning web components', () => {
    const report = runJest();

    it('have tests', () => assert.ok(report.numTotalTests > 0));

    for (const file of report.testResults) {
        if (file.assertionResults.length === 0) it(file.name, () => assert.fail(file.message));
        for (const test of file.assertionResults) {
            it(test.fullName, () => assert.equal(test.status, 'passed', test.failureMessages.join('\n')));
        }
    }
});
