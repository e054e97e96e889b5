import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Script } from 'node:vm';
import { type ApexSource, type Compilation, compileProjectCached } from '@sw-studio/apex';
import { libraryIndex } from '@sw-studio/apex/runtime';
import { EMPTY_SCHEMA } from '../support/empty-schema.ts';

const TALLY = 'public class Tally { public Integer total = 0; public void add(Integer more) { total += more; } }';

let cacheFolder: string;
beforeEach(() => {
    cacheFolder = mkdtempSync(join(tmpdir(), 'sw-compiled-'));
});
afterEach(() => rmSync(cacheFolder, { recursive: true }));

function compile(text: string, { schemaFingerprint = 'schema' } = {}): Compilation {
    const sources: ApexSource[] = [{ file: 'Tally.cls', text }];
    return compileProjectCached(sources, {
        namespace: '',
        schema: EMPTY_SCHEMA,
        library: libraryIndex,
        cacheFolder,
        schemaFingerprint,
        skipErrors: false,
        coverage: false,
        generators: false,
    });
}

function keptPrograms(): string[] {
    return globSync('**/*.program', { cwd: cacheFolder });
}

test('a project that was compiled before is taken as it was', () => {
    const first = compile(TALLY);
    const second = compile(TALLY);
    assert.deepEqual(
        second.units.map(({ codeCache: _codeCache, ...unit }) => unit),
        first.units,
    );
    assert.equal(keptPrograms().length, 1);
});

test('what is kept needs no parsing by V8 either', () => {
    compile(TALLY);
    const [unit] = compile(TALLY).units;
    assert.ok(unit?.codeCache !== undefined);
    assert.equal(new Script(unit.code, { cachedData: unit.codeCache }).cachedDataRejected, false);
});

test('another text, or another schema, is compiled for itself', () => {
    compile(TALLY);
    assert.equal(compile(TALLY.replace('total = 0', 'total = 1')).units[0]?.codeCache, undefined);
    assert.equal(compile(TALLY, { schemaFingerprint: 'another' }).units[0]?.codeCache, undefined);
    assert.equal(keptPrograms().length, 3);
});

test('a damaged entry is compiled again', () => {
    compile(TALLY);
    const [name = ''] = keptPrograms();
    const entry = readFileSync(join(cacheFolder, name));
    entry.writeUInt8(entry.readUInt8(entry.length - 1) ^ 0xff, entry.length - 1);
    writeFileSync(join(cacheFolder, name), entry);
    assert.equal(compile(TALLY).units[0]?.codeCache, undefined);
});

test('a project with errors is not kept', () => {
    assert.notEqual(compile('public class Tally { Unknown field; }').diagnostics.length, 0);
    assert.deepEqual(keptPrograms(), []);
});
