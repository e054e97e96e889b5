// npm run test:soak [-- line ...]
//
// Runs the long forms of tests, one line of the table after the other: all of them, or those that are named.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SOAK_LINES, type SoakLine } from './soak/soak-lines.ts';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => SOAK_LINES.every((line) => line.name !== name));
if (unknown.length > 0) {
    process.stderr.write(
        `There is no line ${unknown.join(', ')}. There are: ${SOAK_LINES.map(({ name }) => name).join(', ')}.\n`,
    );
    process.exit(2);
}

const failed: string[] = [];
for (const line of SOAK_LINES) {
    if (wanted.length === 0 || wanted.includes(line.name)) run(line);
}
if (failed.length > 0) {
    process.stdout.write(`Failed: ${failed.join(', ')}\n`);
    process.exitCode = 1;
}

function run({ name, tests, environment }: SoakLine): void {
    const settings = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    process.stdout.write(`\n${name}: ${settings.join(' ')}\n`);
    const began = performance.now();
    const files = tests.flatMap((pattern) => globSync(pattern, { cwd: root }));
    const { status } = spawnSync(process.execPath, ['--test', ...files], {
        cwd: root,
        env: { ...process.env, ...environment },
        stdio: 'inherit',
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    const isGood = status === 0 && files.length > 0;
    if (!isGood) failed.push(name);
    process.stdout.write(`${name}: ${isGood ? 'passed' : 'FAILED'} in ${seconds} s\n`);
}
