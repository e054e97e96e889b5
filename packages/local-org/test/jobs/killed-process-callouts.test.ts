import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { seededRandom } from '../../src/clock/seeded-random.ts';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { openCallingOrg, WORKERS } from '../support/calling-job-process.ts';
import { WebServer } from '../support/web-server.ts';

/** The long form: `KILL_TRIALS=20 KILL_JOBS=10000`; in pieces with the trial to begin with, `KILL_FIRST=11`. */
const FIRST = Number(process.env['KILL_FIRST'] ?? 1);
const TRIALS = Number(process.env['KILL_TRIALS'] ?? 1);
const JOBS = Number(process.env['KILL_JOBS'] ?? 200);

const PROCESS = new URL('../support/calling-job-process.ts', import.meta.url).pathname;

/** A server that answers each request with its path, and kills the process that sends the chosen ones instead. */
class Vendor implements AsyncDisposable {
    readonly calls = new Map<string, number>();
    private readonly server: Promise<WebServer>;
    private count = 0;
    private victim: { readonly at: number; readonly process: ChildProcess } | null = null;
    /** What was asked, and never answered. */
    readonly unanswered: string[] = [];

    constructor() {
        this.server = WebServer.listen((request, response) => {
            this.count++;
            const key = request.path.slice(1);
            this.calls.set(key, (this.calls.get(key) ?? 0) + 1);
            if (this.victim?.at !== this.count) {
                response.end(key);
                return;
            }
            this.unanswered.push(key);
            this.victim.process.kill('SIGKILL');
        });
    }

    async url(): Promise<string> {
        return (await this.server).url;
    }

    /** The request with that number, counted from now on, is the last of the process. */
    killAt(request: number, process: ChildProcess): void {
        this.victim = { at: this.count + request, process };
    }

    async [Symbol.asyncDispose](): Promise<void> {
        await (await this.server)[Symbol.asyncDispose]();
    }
}

async function runAndKill(vendor: Vendor, file: string, request: number): Promise<void> {
    const child = spawn(process.execPath, [PROCESS, file, String(JOBS), await vendor.url()], { stdio: 'inherit' });
    vendor.killAt(request, child);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
}

for (let trial = FIRST; trial <= TRIALS; trial++) {
    test(`kill -9 while ${JOBS} jobs call out: each has its effect once, callouts that were interrupted are made again (trial ${trial})`, async () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'calling-'));
        const file = path.join(folder, 'org.db');
        const random = seededRandom(trial);
        await using vendor = new Vendor();
        try {
            await runAndKill(vendor, file, 1 + Math.floor(random() * (JOBS / 2)));
            await runAndKill(vendor, file, 1 + Math.floor(random() * (JOBS / 4)));
            const org = openCallingOrg(file, await vendor.url());
            await new LiveRuntime({ runtime: org.runtime }).runDue();
            const keys = org.rows("SELECT Key__c FROM Entry__c WHERE Name != 'counter'").map((row) => row['Key__c']);
            assert.equal(keys.length, 2 * JOBS);
            assert.equal(new Set(keys).size, 2 * JOBS);
            assert.equal(org.rows("SELECT Count__c FROM Entry__c WHERE Name = 'counter'")[0]?.['Count__c'], JOBS);
            assert.equal(org.count("SELECT Id FROM AsyncApexJob WHERE Status = 'Completed'"), JOBS);
            assert.equal(vendor.calls.size, JOBS);
            for (const key of vendor.unanswered)
                assert.ok((vendor.calls.get(key) ?? 0) > 1, `${key} was not asked again`);
            const again = [...vendor.calls.values()].reduce((sum, count) => sum + count, 0) - JOBS;
            assert.ok(again >= 1 && again <= 2 * WORKERS, `${again} callouts were made again`);
            org.org.close();
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
}
