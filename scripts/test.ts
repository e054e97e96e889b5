// npm test [-- path ...]
//
// Without paths: every gate, then every test. With paths: only the tests at or below them.
// The closing lines are those of node's test runner, in which each gate counts as a test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { GATES } from './check/gates.ts';
import { REPORTS_FILE, renderReports } from './check/report.ts';
import { repositoryFiles } from './check/repository-files.ts';
import { runGates } from './check/run-gates.ts';

const root = resolve(import.meta.dirname, '..');
const TEST_FILE = /^(?:packages\/[^/]+\/test|scripts|bench)\/.*\.test\.ts$/;

const paths = process.argv.slice(2).map((path) => path.replace(/\/$/, ''));
const isWanted = (file: string): boolean =>
    paths.length === 0 || paths.some((path) => file === path || file.startsWith(`${path}/`));
const testFiles = repositoryFiles(root).filter((file) => TEST_FILE.test(file) && isWanted(file));

if (paths.length === 0) {
    await check();
    testFiles.unshift('scripts/check/gates-as-tests.ts');
}
const { status } = spawnSync(process.execPath, ['--test', '--test-concurrency=2', ...testFiles], {
    cwd: root,
    stdio: 'inherit',
});
process.exitCode = status ?? 1;

async function check(): Promise<void> {
    const started = performance.now();
    const reports = await runGates({ root, gates: GATES.map(({ name }) => name), useCache: true });
    process.stdout.write(`${renderReports(reports, performance.now() - started)}\n\n`);
    mkdirSync(join(root, '.cache/check'), { recursive: true });
    writeFileSync(join(root, REPORTS_FILE), JSON.stringify(reports));
}
