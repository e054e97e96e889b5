import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';

export interface CsvFormat {
    readonly delimiter: string;
    readonly lineEnding: 'LF' | 'CRLF';
}

/** A CSV file that grows by rows; whoever writes waits for the disk, so that nothing piles up. */
export class CsvFile {
    /** Bytes that were written so far. */
    size = 0;
    private readonly stream: WriteStream;
    private readonly options: { delimiter: string; quoted: boolean; record_delimiter: string };

    constructor(path: string, { delimiter, lineEnding }: CsvFormat) {
        this.stream = createWriteStream(path);
        this.options = { delimiter, quoted: true, record_delimiter: lineEnding === 'LF' ? '\n' : '\r\n' };
    }

    /** @returns where each row begins, in bytes */
    async write(rows: readonly (readonly string[])[]): Promise<number[]> {
        const offsets: number[] = [];
        const lines = rows.map((row) => {
            const line = stringify([row], this.options);
            offsets.push(this.size);
            this.size += Buffer.byteLength(line);
            return line;
        });
        if (lines.length > 0 && !this.stream.write(lines.join(''))) await once(this.stream, 'drain');
        return offsets;
    }

    async close(): Promise<void> {
        this.stream.end();
        await once(this.stream, 'close');
    }
}
