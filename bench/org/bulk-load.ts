import { setTimeout as wait } from 'node:timers/promises';
import type { Measurement } from '../measurement.ts';
import type { OrgCaller } from './org-caller.ts';

const ROWS = 150_000;
const LINES_AT_ONCE = 5000;

interface Job {
    readonly id: string;
    readonly state: string;
    readonly numberRecordsProcessed: number;
    readonly numberRecordsFailed: number;
}

/** Leads of a file that is sent as it is made, so that nobody holds it whole. */
export async function loadInBulk(caller: OrgCaller): Promise<Measurement[]> {
    const began = performance.now();
    const memory: number[] = [];
    const { id } = await caller.json<Job>('POST', '/jobs/ingest', {
        object: 'Lead',
        operation: 'insert',
        lineEnding: 'LF',
    });
    await caller.send('PUT', `/jobs/ingest/${id}/batches`, ReadableStream.from(rows()), 'text/csv');
    await caller.json('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    let job: Job;
    do {
        await wait(500);
        memory.push(process.memoryUsage.rss());
        job = await caller.json<Job>('GET', `/jobs/ingest/${id}`);
    } while (job.state === 'InProgress' || job.state === 'UploadComplete');
    const seconds = (performance.now() - began) / 1000;
    const whole = job.numberRecordsProcessed === ROWS && job.numberRecordsFailed === 0;
    const result = (what: string, ours: string, met: boolean | null = null, bar = ''): Measurement => ({
        what: `Bulk ingest of ${ROWS} rows, triggers on: ${what}`,
        ours,
        beside: '',
        ratio: '',
        bar,
        met,
    });
    return [
        result('rows saved', String(job.numberRecordsProcessed - job.numberRecordsFailed), whole, String(ROWS)),
        result('time', `${seconds.toFixed(0)} s`),
        result('memory of the process at its end', `${Math.round((memory.at(-1) ?? 0) / 2 ** 20)} MB`),
    ];
}

function* rows(): Generator<Uint8Array> {
    yield Buffer.from('LastName,Company,Email\n');
    for (let start = 0; start < ROWS; start += LINES_AT_ONCE) {
        const lines = Array.from({ length: LINES_AT_ONCE }, (_, index) => {
            const number = start + index;
            return `Lead ${number},Company ${number % 1000},lead${number}@example.com\n`;
        });
        yield Buffer.from(lines.join(''));
    }
}
