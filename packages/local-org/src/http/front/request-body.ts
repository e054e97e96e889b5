import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Bodies beyond this many bytes go to a file, so that the memory stays flat however much is sent. */
const LONGEST_IN_MEMORY = 8 * 1024 * 1024;

export interface RequestBody {
    readonly body: Uint8Array | null;
    readonly bodyFile: string | null;
}

/** Reads the body, decompressed; a long one into a file of the spool folder. */
export async function readBody(request: IncomingMessage, spool: string): Promise<RequestBody> {
    const stream = decompressed(request);
    const chunks: Buffer[] = [];
    let length = 0;
    // Leaving the loop must leave the stream open: the rest of it goes into the file.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST_IN_MEMORY) return { body: null, bodyFile: await spoolRest(chunks, stream, spool) };
    }
    return { body: Buffer.concat(chunks), bodyFile: null };
}

async function spoolRest(chunks: Buffer[], stream: Readable, spool: string): Promise<string> {
    const file = join(spool, randomUUID());
    await pipeline(async function* () {
        yield* chunks.splice(0);
        yield* stream as AsyncIterable<Buffer>;
    }, createWriteStream(file));
    return file;
}

function decompressed(request: IncomingMessage): Readable {
    switch (request.headers['content-encoding']) {
        case 'gzip':
            return request.pipe(createGunzip());
        case 'deflate':
            return request.pipe(createInflate());
        case 'br':
            return request.pipe(createBrotliDecompress());
        default:
            return request;
    }
}
