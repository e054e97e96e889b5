import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testProject } from '../../src/apex-tests/test-project.ts';

const FOLDER = new URL('../fixtures/async-tests', import.meta.url).pathname;

const run = testProject({
    folder: FOLDER,
    namespace: null,
    className: null,
    methodName: null,
    skipErrors: false,
    coverage: false,
    cacheFolder: null,
});

/** What fails must, and with this. */
const FAILING: Readonly<Record<string, string>> = { failsAtItsEndBecauseAJobDoes: 'System.MathException: failed' };

test('the project compiles and has its tests', () => {
    assert.deepEqual(run.compileErrors, []);
    assert.ok(run.tests.length > 15);
});

for (const { class: className, method, message } of run.tests) {
    test(`${className}.${method}`, () => assert.equal(message, FAILING[method] ?? null));
}
