import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testProject } from '@sw-studio/local-org';

const CORPUS = fileURLToPath(new URL('../../apex/test/corpus', import.meta.url));

test('every case of the behaviour corpus holds in the local org', async (context) => {
    const run = testProject({
        folder: CORPUS,
        namespace: '',
        className: null,
        methodName: null,
        skipErrors: false,
        coverage: false,
        cacheFolder: null,
    });
    assert.deepEqual(run.compileErrors, []);
    for (const name of new Set(run.tests.map((each) => each.class))) {
        await context.test(name, () => {
            const failures = run.tests.filter((each) => each.class === name && each.outcome === 'Fail');
            assert.deepEqual(
                failures.map(({ method, message, stack }) => `${method}: ${message ?? ''}\n${stack ?? ''}`),
                [],
            );
        });
    }
});
