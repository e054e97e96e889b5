import {
    closeSync,
    existsSync,
    mkdirSync,
    openSync,
    readdirSync,
    readFileSync,
    readSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BulkJob } from './job.ts';

export type JobFile = 'upload' | 'successful' | 'failed' | 'unprocessed' | 'results' | 'offsets';

const OFFSET_BYTES = 8;

/** Jobs with their data, as files: however many rows there are, no more of them are in memory than are worked on. */
export class JobFolder {
    private readonly folder: string;

    constructor(folder: string) {
        this.folder = folder;
        mkdirSync(folder, { recursive: true });
    }

    has(id: string): boolean {
        return existsSync(join(this.folder, `${id}.json`));
    }

    load(): BulkJob[] {
        return readdirSync(this.folder)
            .filter((name) => name.endsWith('.json'))
            .map((name) => JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as BulkJob);
    }

    save(job: BulkJob): void {
        writeFileSync(join(this.folder, `${job.id}.json`), JSON.stringify(job));
    }

    path(id: string, file: JobFile): string {
        return join(this.folder, `${id}.${file}`);
    }

    size(id: string, file: JobFile): number {
        const path = this.path(id, file);
        return existsSync(path) ? statSync(path).size : 0;
    }

    remove(id: string): void {
        for (const name of readdirSync(this.folder)) {
            if (name.startsWith(`${id}.`)) rmSync(join(this.folder, name));
        }
    }

    /** The first bytes of a file, as text. */
    head(id: string, file: JobFile, length: number): string {
        return this.bytes(id, file, 0, length).toString('utf8');
    }

    /** Where a row of the results begins, in bytes; null: there is no such row. */
    offset(id: string, row: number): number | null {
        const bytes = this.bytes(id, 'offsets', row * OFFSET_BYTES, OFFSET_BYTES);
        return bytes.length < OFFSET_BYTES ? null : Number(bytes.readBigUInt64LE());
    }

    private bytes(id: string, name: JobFile, start: number, length: number): Buffer {
        const file = openSync(this.path(id, name), 'r');
        try {
            const bytes = Buffer.alloc(length);
            return bytes.subarray(0, readSync(file, bytes, 0, length, start));
        } finally {
            closeSync(file);
        }
    }
}

export function offsetBytes(offsets: readonly number[]): Buffer {
    const bytes = Buffer.alloc(offsets.length * OFFSET_BYTES);
    offsets.forEach((offset, index) => bytes.writeBigUInt64LE(BigInt(offset), index * OFFSET_BYTES));
    return bytes;
}
