/** The async engine of the local org: jobs and rows a second, memory over a long run, a year of an hourly schedule. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { milliseconds, within, type Measurement } from '../measurement.ts';
import { AsyncOrg } from './async-org.ts';

const QUEUEABLES = 100_000;
const BATCH_ROWS = 1_000_000;
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
/** Milliseconds for a year of an hourly schedule. */
const YEAR_BAR = 30_000;
/** Growth of the heap over the second half of a run, as a part of it. */
const GROWTH_BAR = 0.1;

export async function measure(): Promise<Measurement[]> {
    return [...queueables(), ...batchRows(), yearOfSchedules()];
}

/** Fifty jobs at a time, fifty minutes apart: rows of jobs that ended are gone after a week, as on the platform. */
function queueables(): Measurement[] {
    const org = new AsyncOrg();
    const heap: number[] = [];
    const start = performance.now();
    let pausedFor = 0;
    let ran = 0;
    for (let round = 1; round <= QUEUEABLES / 50; round++) {
        org.start('fiftyTicks');
        ran += org.runtime.jobs.advance(50 * 60_000);
        if (round % 200 === 0) pausedFor += timed(() => heap.push(heapUsed()));
    }
    const time = performance.now() - start - pausedFor;
    if (ran !== QUEUEABLES) throw new Error(`${ran} of ${QUEUEABLES} queueables ran.`);
    return [rate(`${QUEUEABLES} queueables`, time, QUEUEABLES, 'jobs'), flat('heap over them', heap)];
}

function batchRows(): Measurement[] {
    const org = new AsyncOrg();
    org.addAccounts(BATCH_ROWS);
    const heap: number[] = [];
    let pausedFor = 0;
    let pieces = 0;
    org.runtime.jobs.onEvent = ({ error }) => {
        if (error !== null) throw new Error('A batch transaction failed.', { cause: error });
        if (++pieces % 500 === 0) pausedFor += timed(() => heap.push(heapUsed()));
    };
    const time = timed(() => {
        org.start('sweep');
        org.runtime.jobs.runDue();
    });
    if (pieces !== BATCH_ROWS / 200 + 2) throw new Error(`${pieces} pieces of the batch ran.`);
    return [rate(`${BATCH_ROWS} batch rows`, time - pausedFor, BATCH_ROWS, 'rows'), flat('heap over them', heap)];
}

function yearOfSchedules(): Measurement {
    const org = new AsyncOrg();
    org.start('hourly');
    let fired = 0;
    const time = timed(() => (fired = org.runtime.jobs.advance(YEAR)));
    if (fired < YEAR / HOUR) throw new Error(`The schedule fired ${fired} times.`);
    return within('a year of an hourly schedule', time, YEAR_BAR);
}

function rate(what: string, time: number, count: number, unit: string): Measurement {
    const perSecond = Math.round((count / time) * 1000);
    return { what, ours: `${milliseconds(time)}, ${perSecond} ${unit}/s`, beside: '', ratio: '', bar: '', met: null };
}

/** The heap at the end against the heap at half of the run, after garbage collection both times. */
function flat(what: string, heap: readonly number[]): Measurement {
    const half = heap[Math.floor(heap.length / 2) - 1] ?? 0;
    const end = heap.at(-1) ?? 0;
    return {
        what: `  ${what}`,
        ours: megabytes(end),
        beside: `${megabytes(half)} at half of it`,
        ratio: `${(end / half).toFixed(2)}x`,
        bar: `at most ${1 + GROWTH_BAR}x`,
        met: end <= half * (1 + GROWTH_BAR),
    };
}

function heapUsed(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
}

function timed(work: () => void): number {
    const start = performance.now();
    work();
    return performance.now() - start;
}

function megabytes(bytes: number): string {
    return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
