import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { SOAK_LINES } from './soak-lines.ts';

const root = resolve(import.meta.dirname, '../..');

for (const { name, tests, environment } of SOAK_LINES) {
    test(`the soak line "${name}" runs tests that are there and read its settings`, () => {
        const files = tests.flatMap((pattern) => globSync(pattern, { cwd: root }));
        assert.notEqual(files.length, 0);
        for (const setting of Object.keys(environment)) {
            const around = files.flatMap((file) => [file, ...globSync('packages/*/test/support/*.ts', { cwd: root })]);
            assert.ok(
                around.some((file) => readFileSync(resolve(root, file), 'utf8').includes(setting)),
                `${setting} is read by no test of the line.`,
            );
        }
    });
}
