import { setTimeout as wait } from 'node:timers/promises';
import type { LocalOrgServer } from '@sw-studio/local-org';
import type { Measurement } from '../measurement.ts';
import type { OrgCaller } from './org-caller.ts';

const CLIENTS = 50;
const MILLISECONDS = 60_000;
/** Milliseconds between two requests of a client: 200 requests a second of all of them, if the org keeps up. */
const PACE = 250;
/** One request in so many writes. */
const WRITES = 10;

/** Clients that read and write at their pace while a cycle of the sync runs. */
export async function serveClients(
    server: LocalOrgServer,
    caller: OrgCaller,
    namespace: string,
): Promise<Measurement[]> {
    await caller.json('POST', `/services/apexrest/${namespace}/Sync/v1/StartSync`);
    const cycle = server.advance(120_000);
    const began = performance.now();
    const reads: number[] = [];
    const memory: number[] = [];
    let count = 0;
    let failures = 0;
    const watching = setInterval(() => memory.push(process.memoryUsage.rss()), 500);
    const client = async (number: number): Promise<void> => {
        await wait((number * PACE) / CLIENTS);
        while (performance.now() - began < MILLISECONDS) {
            const isWrite = ++count % WRITES === 0;
            const start = performance.now();
            try {
                if (isWrite) await caller.json('POST', '/sobjects/Account', { Name: `Client ${count}` });
                else
                    await caller.json('GET', `/query?q=${encodeURIComponent('SELECT Id, Name FROM Account LIMIT 20')}`);
            } catch {
                failures++;
            }
            if (!isWrite) reads.push(performance.now() - start);
            await wait(Math.max(0, start + PACE - performance.now()));
        }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    clearInterval(watching);
    await cycle;
    const perSecond = count / ((performance.now() - began) / 1000);
    const growth = quarterGrowth(memory);
    return [
        row('requests a second', perSecond.toFixed(0), perSecond > 150, '> 150'),
        row('p95 of reads', `${percentile(reads, 0.95).toFixed(0)} ms`, percentile(reads, 0.95) < 150, '< 150 ms'),
        row('failed requests', String(failures), failures === 0, '0'),
        row('memory, last quarter over second', `${(growth * 100).toFixed(1)} %`, growth < 0.05, '< 5 %'),
    ];
}

function row(name: string, value: string, met: boolean, target: string): Measurement {
    return {
        what: `${CLIENTS} clients while a cycle runs: ${name}`,
        ours: value,
        beside: '',
        ratio: '',
        bar: target,
        met,
    };
}

function percentile(values: readonly number[], part: number): number {
    const sorted = values.toSorted((left, right) => left - right);
    return sorted[Math.floor(sorted.length * part)] ?? 0;
}

function quarterGrowth(samples: readonly number[]): number {
    const quarter = Math.floor(samples.length / 4);
    const mean = (from: number): number =>
        samples.slice(from, from + quarter).reduce((sum, each) => sum + each, 0) / Math.max(1, quarter);
    return mean(3 * quarter) / mean(quarter) - 1;
}
