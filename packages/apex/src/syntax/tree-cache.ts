/**
 * Syntax trees on disk, so that a second run does not parse again.
 *
 * An entry is found by the hash of its source and of the code that built it, so it is never out of date: a changed
 * source or a changed parser asks for another entry. The folder may be deleted at any time, and shared by processes.
 * Sources with syntax errors are not kept.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfSources, readCacheFile, writeCacheFile } from '../cache-file.ts';
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
    const { unit } = result;
    if (unit) writeCacheFile(entry, () => encodeTree(unit));
    return result;
}

/** Where the tree of `source` is kept. */
export function entryPath(cacheFolder: string, kind: UnitKind, source: string): string {
    const hash = createHash('sha256').update(`${builderVersion()}\n${kind}\n`).update(source).digest('hex');
    return join(cacheFolder, hash.slice(0, 2), `${hash.slice(2)}.tree`);
}

function readEntry(path: string, source: string): SourceUnit | null {
    const body = readCacheFile(path);
    if (body === null) return null;
    try {
        return decodeTree(body, source);
    } catch (error) {
        // A very deep tree that was written from a shallow stack may not be readable from a deeper one.
        if (error instanceof RangeError) return null;
        throw error;
    }
}

let version: string | null = null;

/** A hash of this folder and of the parser's version: no number that somebody must remember to raise. */
function builderVersion(): string {
    if (version !== null) return version;
    const folder = dirname(fileURLToPath(import.meta.url));
    version = createHash('sha256').update(parserPackage()).update(hashOfSources(folder)).digest('hex');
    return version;
}

/** The parser's package.json, which names its version; the package does not export it, so it is found by its place. */
function parserPackage(): Buffer {
    const entryPoint = fileURLToPath(import.meta.resolve('@apexdevtools/apex-parser'));
    return readFileSync(join(dirname(entryPoint), '..', '..', 'package.json'));
}
