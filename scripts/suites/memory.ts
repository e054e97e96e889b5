/**
 * The memory that testing a large project takes: `npm run suites:memory -- DIR...`. The classes of the given projects
 * are repeated under prefixes until there are 50,000 lines; compiling and testing them must stay below 1.5 GB.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProject, testProject } from '@sw-studio/local-org';

const LINES = 50_000;
const LARGEST_BYTES = 1.5 * 2 ** 30;

const [first, ...rest] = process.argv.slice(2);
if (first === '--measure') measure(rest[0] ?? '');
else if (first === undefined) {
    console.error('Name the folder of at least one Apex project: npm run suites:memory -- DIR...');
    process.exit(2);
} else {
    const folder = mkdtempSync(join(tmpdir(), 'sw-memory-'));
    try {
        const lines = writeRepeated([first, ...rest], folder);
        console.log(`${lines} lines of Apex`);
        // a process of its own: its peak is that of the test run alone
        const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--measure', folder], {
            stdio: 'inherit',
        });
        process.exitCode = child.status ?? 1;
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function measure(folder: string): void {
    const run = testProject({
        folder,
        namespace: '',
        className: null,
        methodName: null,
        skipErrors: true,
        coverage: false,
        cacheFolder: null,
    });
    const peak = process.resourceUsage().maxRSS * 1024;
    const met = peak < LARGEST_BYTES;
    console.log(`${run.passed} passed, ${run.failed} failed in ${(run.durationMs / 1000).toFixed(0)} s`);
    console.log(`peak memory ${(peak / 2 ** 30).toFixed(2)} GiB, bar below 1.5 GiB: ${met ? 'met' : 'MISSED'}`);
    process.exitCode = met ? 0 : 1;
}

/** Every class keeps its text but for the names of the project's own top-level types, which get the round's prefix. */
function writeRepeated(folders: readonly string[], target: string): number {
    const projects = folders.map((folder) => readProject(folder, { namespace: '' }).classes);
    const perRound = projects.flat().reduce((lines, { body }) => lines + body.split('\n').length, 0);
    mkdirSync(join(target, 'classes'), { recursive: true });
    let lines = 0;
    for (let round = 0; lines < LINES; round++) {
        for (const [index, classes] of projects.entries()) {
            const prefix = `R${round}x${index}`;
            const names = new RegExp(`\\b(?:${classes.map(({ name }) => name).join('|')})\\b`, 'gi');
            for (const { name, body } of classes) {
                writeFileSync(
                    join(target, 'classes', `${prefix}${basename(name)}.cls`),
                    body.replaceAll(names, (found) => prefix + found),
                );
            }
        }
        lines += perRound;
    }
    return lines;
}
