import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openEventOrg } from '../support/event-process.ts';

/** The long form: `KILL_EVENTS=10000`. */
const EVENTS = Number(process.env['KILL_EVENTS'] ?? 200);

const PROCESS = new URL('../support/event-process.ts', import.meta.url).pathname;

/** Delivers events of a file until so many batches were delivered, and kills the process then. */
function deliverAndKill(file: string, batches: number): Promise<void> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [PROCESS, file, String(EVENTS)], {
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
            said += text;
            if (said.includes(`delivered ${batches}\n`)) child.kill('SIGKILL');
        });
        child.on('error', reject);
        child.on('exit', (code, signal) =>
            signal === 'SIGKILL' ? resolve() : reject(new Error(`The process ended with ${code}.`)),
        );
    });
}

test(`kill -9 while ${EVENTS} events are delivered loses none and delivers none twice`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'events-'));
    const file = path.join(folder, 'org.db');
    try {
        await deliverAndKill(file, 5);
        await deliverAndKill(file, 9);
        const org = openEventOrg(file);
        org.jobs.runDue();
        const published = org.org.events.log.after('Order__e', 0).map(({ replayId }) => String(replayId));
        assert.equal(published.length, EVENTS);
        for (const name of ['order', 'notice']) {
            const seen = org.rows(`SELECT Detail__c FROM Entry__c WHERE Name = '${name}' ORDER BY Id`);
            assert.deepEqual(
                seen.map((row) => row['Detail__c']),
                published,
                name,
            );
        }
        org.org.close();
    } finally {
        rmSync(folder, { recursive: true });
    }
});
