import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));

const cases = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cls'))
    .map((path) => ({ path, name: basename(path, '.cls'), text: readFileSync(join(CORPUS, path), 'utf8') }));

function pathsWhere(isWrong: (each: (typeof cases)[number]) => boolean): string[] {
    return cases.filter(isWrong).map(({ path }) => path);
}

test('the corpus has at least 400 cases', () => {
    assert.ok(cases.length >= 400, `there are ${cases.length}`);
});

test('every case begins with a comment that says the rule and its source', () => {
    assert.deepEqual(
        pathsWhere(({ text }) => !/^\/\*\*\n \* \S[^]*?\n \* Source: \S[^]*?\n \*\/\n/.test(text)),
        [],
    );
});

test('every case is a private test class named as its file, in at most 40 characters', () => {
    assert.deepEqual(
        pathsWhere(({ name, text }) => name.length > 40 || !text.includes(`\n@IsTest\nprivate class ${name} {`)),
        [],
    );
});

test('no two cases have the same name, in whatever case', () => {
    const names = cases.map(({ name }) => name.toLowerCase());
    assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        [],
    );
});

test('every case asserts something', () => {
    assert.deepEqual(
        pathsWhere(({ text }) => !/\bAssert\.\w+\(/.test(text)),
        [],
    );
});
