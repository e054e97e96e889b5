import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testProject } from '../../src/apex-tests/test-project.ts';

const FOLDER = new URL('../fixtures/sharing', import.meta.url).pathname;

/** The promises are Apex tests, which run on the platform as they are: see the fixture. */
for (const namespace of ['', 'acme']) {
    describe(`sharing keywords and permissions ${namespace === '' ? 'of local code' : 'in a package'}`, () => {
        const run = testProject({
            folder: FOLDER,
            namespace,
            className: null,
            methodName: null,
            skipErrors: false,
            coverage: false,
            cacheFolder: null,
        });

        it('compile', () => assert.deepEqual(run.compileErrors, []));
        for (const { method, message, stack } of run.tests) {
            it(method, () => assert.equal(message, null, stack ?? ''));
        }
        it('have all their tests', () => assert.equal(run.tests.length, 20));
    });
}
