/**
 * Entries of the compiler's caches on disk. An entry is a checksum in four bytes, then its body. Readers see a whole
 * entry or none; a cache that cannot be written (read-only, full) costs time, never the result.
 */
import { createHash, randomUUID } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

const CHECKSUM_LENGTH = 4;

/** The body of an entry; null where there is none, or a damaged one. */
export function readCacheFile(path: string): Buffer | null {
    let bytes: Buffer;
    try {
        bytes = readFileSync(path);
    } catch {
        return null;
    }
    if (bytes.length < CHECKSUM_LENGTH) return null;
    const body = bytes.subarray(CHECKSUM_LENGTH);
    return bytes.readUInt32LE(0) === crc32(body) ? body : null;
}

/** @param makeBody may throw: then nothing is written */
export function writeCacheFile(path: string, makeBody: () => Uint8Array): void {
    const temporary = `${path}.${randomUUID()}`;
    try {
        const body = makeBody();
        const checksum = Buffer.allocUnsafe(CHECKSUM_LENGTH);
        checksum.writeUInt32LE(crc32(body));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(temporary, Buffer.concat([checksum, body]));
        renameSync(temporary, path);
    } catch {
        discard(temporary);
    }
}

function discard(path: string): void {
    try {
        unlinkSync(path);
    } catch {
        // It was never made.
    }
}

/** A hash of every source file below a folder: no version number that somebody must remember to raise. */
export function hashOfSources(folder: string): string {
    const hash = createHash('sha256');
    for (const file of globSync('**/*.{ts,js,json}', { cwd: folder }).sort()) {
        hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
    }
    return hash.digest('hex');
}
