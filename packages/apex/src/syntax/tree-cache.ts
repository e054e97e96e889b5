/**
 * Syntax trees on disk, so that a second run does not parse again.
 *
 * An entry is found by the hash of its source and of the code that built it, so it is never out of date: a changed
 * source or a changed parser asks for another entry. The folder may be deleted at any time, and shared by processes.
 * Sources with syntax errors are not kept.
 */

import { createHash, randomUUID } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { SourceUnit } from './ast.ts';
import type { ParseResult, UnitKind } from './parse.ts';
import { parseApex, unitKindOf } from './parse.ts';
import { decodeTree, encodeTree } from './tree-codec.ts';

/** As `parseApex`, from `cacheFolder` where it has the tree; the folder is made when the first entry is written. */
export function parseApexCached(
    file: string,
    source: string,
    cacheFolder: string,
    kind: UnitKind = unitKindOf(file),
): ParseResult {
    const entry = entryPath(cacheFolder, kind, source);
    const kept = readEntry(entry, source);
    if (kept) return { unit: kept, diagnostics: [] };
    const result = parseApex(file, source, kind);
    if (result.unit) writeEntry(entry, result.unit);
    return result;
}

/** Where the tree of `source` is kept. */
export function entryPath(cacheFolder: string, kind: UnitKind, source: string): string {
    const hash = createHash('sha256').update(`${builderVersion()}\n${kind}\n`).update(source).digest('hex');
    return join(cacheFolder, hash.slice(0, 2), `${hash.slice(2)}.tree`);
}

/** An entry is a checksum in four bytes, then the encoded tree. */
function readEntry(path: string, source: string): SourceUnit | null {
    let bytes: Buffer;
    try {
        bytes = readFileSync(path);
    } catch {
        return null;
    }
    if (bytes.length < CHECKSUM_LENGTH) return null;
    const body = bytes.subarray(CHECKSUM_LENGTH);
    if (bytes.readUInt32LE(0) !== crc32(body)) return null;
    try {
        return decodeTree(body, source);
    } catch (error) {
        // A very deep tree that was written from a shallow stack may not be readable from a deeper one.
        if (error instanceof RangeError) return null;
        throw error;
    }
}

/**
 * Readers see a whole entry or none: it is written beside its place and moved there. A cache that cannot be written
 * (read-only, full, a tree too deep for the stack) costs time, never the result.
 */
function writeEntry(path: string, unit: SourceUnit): void {
    const temporary = `${path}.${randomUUID()}`;
    try {
        const body = encodeTree(unit);
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

const CHECKSUM_LENGTH = 4;

let version: string | null = null;

/** A hash of this folder and of the parser's version: no number that somebody must remember to raise. */
function builderVersion(): string {
    if (version !== null) return version;
    const folder = dirname(fileURLToPath(import.meta.url));
    const hash = createHash('sha256').update(parserPackage());
    for (const file of globSync('**/*.{ts,js}', { cwd: folder }).sort()) {
        hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
    }
    version = hash.digest('hex');
    return version;
}

/** The parser's package.json, which names its version; the package does not export it, so it is found by its place. */
function parserPackage(): Buffer {
    const entryPoint = fileURLToPath(import.meta.resolve('@apexdevtools/apex-parser'));
    return readFileSync(join(dirname(entryPoint), '..', '..', 'package.json'));
}
