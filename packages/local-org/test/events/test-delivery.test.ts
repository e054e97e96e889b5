import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testProject } from '../../src/apex-tests/test-project.ts';

const FOLDER = new URL('../fixtures/event-tests', import.meta.url).pathname;

const run = testProject({
    folder: FOLDER,
    namespace: null,
    className: null,
    methodName: null,
    skipErrors: false,
    coverage: false,
    cacheFolder: null,
});

test('the project compiles and has its tests', () => {
    assert.deepEqual(run.compileErrors, []);
    assert.ok(run.tests.length > 10);
});

for (const { class: className, method, message } of run.tests) {
    test(`${className}.${method}`, () => assert.equal(message, null));
}
