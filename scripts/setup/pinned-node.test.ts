import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { isUsable } from './pinned-node.mjs';

interface Manifest {
    devDependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
}

it('the Node binaries in the lock file are of the pinned version', () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { devDependencies, optionalDependencies } = JSON.parse(text) as Manifest;
    const binaries = Object.entries(optionalDependencies).filter(([name]) => name.startsWith('node-linux-'));
    assert.deepEqual(
        binaries.map(([, version]) => version),
        [devDependencies['node'], devDependencies['node']],
    );
});

it("the machine's own Node stands in from the first version that runs TypeScript", () => {
    assert.equal(isUsable('v20.20.2'), false);
    assert.equal(isUsable('v22.17.1'), false);
    assert.equal(isUsable('v22.18.0'), true);
    assert.equal(isUsable('v24.0.0'), true);
});
