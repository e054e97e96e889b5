import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
    copyFileSync,
    existsSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    truncateSync,
    writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseApex } from '../../src/syntax/parse.ts';
import { entryPath, parseApexCached } from '../../src/syntax/tree-cache.ts';
import { EVERY_FORM } from './every-form.ts';

const SOURCE = EVERY_FORM.class;

function cacheFolder(t: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), 'apex-trees-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    return join(folder, 'cache');
}

test('a kept tree equals the parsed one', (t) => {
    const folder = cacheFolder(t);
    const parsed = parseApex('Sample.cls', SOURCE);
    assert.deepEqual(parseApexCached('Sample.cls', SOURCE, folder), parsed);
    assert.ok(existsSync(entryPath(folder, 'class', SOURCE)));
    assert.deepEqual(parseApexCached('Sample.cls', SOURCE, folder), parsed);
});

test('the second call reads the entry', (t) => {
    const folder = cacheFolder(t);
    for (const source of ['class A {}', 'class B {}']) parseApexCached('A.cls', source, folder);
    copyFileSync(entryPath(folder, 'class', 'class B {}'), entryPath(folder, 'class', 'class A {}'));
    const { unit } = parseApexCached('A.cls', 'class A {}', folder);
    assert.ok(unit?.kind === 'ClassUnit');
    assert.equal(unit.declaration.name.text, 'B');
});

test('a changed source, and the same source as another kind, have their own entries', (t) => {
    const folder = cacheFolder(t);
    const paths = [
        entryPath(folder, 'class', 'class A {}'),
        entryPath(folder, 'class', 'class A { }'),
        entryPath(folder, 'anonymous', 'class A {}'),
    ];
    assert.equal(new Set(paths).size, 3);
});

test('each caller has a tree of its own', (t) => {
    const folder = cacheFolder(t);
    const first = parseApexCached('Sample.cls', SOURCE, folder).unit;
    const second = parseApexCached('Sample.cls', SOURCE, folder).unit;
    assert.notEqual(first, second);
});

test('a corrupt entry is ignored and written anew', (t) => {
    const folder = cacheFolder(t);
    const expected = parseApexCached('Sample.cls', SOURCE, folder);
    const entry = entryPath(folder, 'class', SOURCE);
    const good = readFileSync(entry);
    const flipped = Buffer.from(good);
    flipped[good.length - 40] = (flipped[good.length - 40] ?? 0) ^ 1;
    const damage: (() => void)[] = [
        () => truncateSync(entry, good.length - 10),
        () => truncateSync(entry, 0),
        () => writeFileSync(entry, flipped),
        () => writeFileSync(entry, 'anything else'),
    ];
    for (const spoil of damage) {
        spoil();
        assert.deepEqual(parseApexCached('Sample.cls', SOURCE, folder), expected);
        assert.deepEqual(readFileSync(entry), good);
    }
});

test('sources with errors are not kept, and name the file each time', (t) => {
    const folder = cacheFolder(t);
    for (const file of ['A.cls', 'B.cls']) {
        assert.equal(parseApexCached(file, 'class {', folder).diagnostics[0]?.file, file);
    }
    assert.equal(existsSync(folder), false);
});

test('a folder that cannot be written costs nothing but time', (t) => {
    const folder = cacheFolder(t);
    writeFileSync(folder, 'a file where the folder should be');
    assert.equal(parseApexCached('A.cls', 'class A {}', folder).unit?.kind, 'ClassUnit');
});

test('processes that write the same entries leave whole ones and nothing else', async (t) => {
    const folder = cacheFolder(t);
    const run = promisify(execFile);
    const sources = Array.from({ length: 20 }, (_, index) => `class A { Integer x = ${index}; }`);
    const module = fileURLToPath(new URL('../../src/syntax/tree-cache.ts', import.meta.url));
    const script =
        `import { parseApexCached } from ${JSON.stringify(module)};` +
        `for (const source of ${JSON.stringify(sources)}) parseApexCached('A.cls', source, ${JSON.stringify(folder)});`;
    const workers = Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module', '--eval', script]));
    await Promise.all(workers);
    for (const source of sources) {
        const entry = entryPath(folder, 'class', source);
        assert.deepEqual(parseApexCached('A.cls', source, folder), parseApex('A.cls', source));
        assert.deepEqual(
            readdirSync(dirname(entry)).filter((name) => !name.endsWith('.tree')),
            [],
        );
    }
});

test('a very deep tree is answered, whether it could be kept or not', (t) => {
    const folder = cacheFolder(t);
    const source = `class A { String s = ${Array.from({ length: 6000 }, () => "'x'").join(' + ')}; }`;
    for (let round = 0; round < 2; round++) {
        assert.equal(parseApexCached('A.cls', source, folder).unit?.kind, 'ClassUnit');
    }
});
