import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { seededRandom } from '../../src/clock/seeded-random.ts';
import { openJobOrg } from '../support/job-process.ts';

/** The long form: `KILL_TRIALS=20 KILL_JOBS=10000`; in pieces with the trial to begin with, `KILL_FIRST=11`. */
const FIRST = Number(process.env['KILL_FIRST'] ?? 1);
const TRIALS = Number(process.env['KILL_TRIALS'] ?? 2);
const JOBS = Number(process.env['KILL_JOBS'] ?? 200);

const PROCESS = new URL('../support/job-process.ts', import.meta.url).pathname;

/** Runs the jobs of a file until so many pieces were committed, and kills the process then. */
function runAndKill(file: string, pieces: number): Promise<'killed' | 'done'> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [PROCESS, file, String(JOBS), String(pieces)], {
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        const lines = createInterface({ input: child.stdout });
        lines.on('line', (line) => {
            if (line === 'now') child.kill('SIGKILL');
        });
        child.on('error', reject);
        child.on('exit', (code, signal) => {
            if (signal === 'SIGKILL') resolve('killed');
            else if (code === 0) resolve('done');
            else reject(new Error(`The process ended with ${code}.`));
        });
    });
}

for (let trial = FIRST; trial <= TRIALS; trial++) {
    test(`kill -9 while ${JOBS} jobs are in flight loses and doubles nothing (trial ${trial})`, async () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'jobs-'));
        const file = path.join(folder, 'org.db');
        const random = seededRandom(trial);
        try {
            assert.equal(await runAndKill(file, 1 + Math.floor(random() * JOBS)), 'killed');
            assert.equal(await runAndKill(file, 1 + Math.floor(random() * (JOBS / 4))), 'killed');
            const org = openJobOrg(file);
            org.jobs.runDue();
            const keys = org.rows("SELECT Key__c FROM Entry__c WHERE Name != 'counter'").map((row) => row['Key__c']);
            assert.equal(keys.length, 2 * JOBS);
            assert.equal(new Set(keys).size, 2 * JOBS);
            assert.equal(org.rows("SELECT Count__c FROM Entry__c WHERE Name = 'counter'")[0]?.['Count__c'], JOBS);
            assert.equal(org.count("SELECT Id FROM AsyncApexJob WHERE Status = 'Completed'"), JOBS);
            org.org.close();
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
}
