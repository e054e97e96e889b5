/**
 * Runs the Apex tests of other people's projects, unmodified, in the local org: `npm run suites -- DIR...`.
 * Each DIR holds one project. Prints a line per project, and every failure with its cause.
 */
import { basename } from 'node:path';
import { testProject } from '@sw-studio/local-org';

const folders = process.argv.slice(2);
if (folders.length === 0) {
    console.error('Name the folder of at least one Apex project: npm run suites -- DIR...');
    process.exit(2);
}
for (const folder of folders) {
    const run = testProject({
        folder,
        namespace: '',
        className: null,
        methodName: null,
        skipErrors: true,
        coverage: false,
        cacheFolder: null,
    });
    const total = run.passed + run.failed;
    const percent = total === 0 ? '-' : `${((100 * run.passed) / total).toFixed(1)} %`;
    const files = new Set(run.compileErrors.map(({ file }) => file)).size;
    console.log(
        `${basename(folder)}: ${run.passed} of ${total} pass (${percent}), ${files} files left out, ${(run.durationMs / 1000).toFixed(1)} s`,
    );
    for (const { file, line, column, message } of run.compileErrors)
        console.log(`  ${file}:${line}:${column} ${message}`);
    for (const test of run.tests.filter(({ outcome }) => outcome === 'Fail')) {
        console.log(`  ${test.class}.${test.method}: ${test.message ?? ''}`);
    }
}
