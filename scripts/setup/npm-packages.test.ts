import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ensureNpmPackages, fingerprint, isInstalled, pathWithoutPinnedNode } from './npm-packages.mjs';

describe('npm packages are installed only when node_modules differs from the lock file', () => {
    let root: string;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), 'sw-setup-'));
        mkdirSync(join(root, 'node_modules'));
    });
    afterEach(() => rmSync(root, { recursive: true }));

    const tool = { version: '1.0.0', integrity: 'sha512-a' };

    function lock(packages: object): void {
        writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    }
    function installed(packages: object): void {
        writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    }

    it('counts an equal tree as installed', () => {
        lock({ '': {}, 'packages/soql': {}, 'node_modules/tool': tool });
        installed({ 'node_modules/tool': tool });
        assert.equal(isInstalled(root), true);
    });

    it('does not miss a binary of another platform', () => {
        lock({ 'node_modules/tool': tool, 'node_modules/tool-win32': { ...tool, optional: true } });
        installed({ 'node_modules/tool': tool });
        assert.equal(isInstalled(root), true);
    });

    it('notices a package of another version', () => {
        lock({ 'node_modules/tool': { ...tool, version: '1.0.1' } });
        installed({ 'node_modules/tool': tool });
        assert.equal(isInstalled(root), false);
    });

    it('notices a package that is missing', () => {
        lock({ 'node_modules/tool': tool, 'node_modules/other': tool });
        installed({ 'node_modules/tool': tool });
        assert.equal(isInstalled(root), false);
    });

    it('notices a package that is no longer wanted', () => {
        lock({ 'node_modules/tool': tool });
        installed({ 'node_modules/tool': tool, 'node_modules/other': tool });
        assert.equal(isInstalled(root), false);
    });

    it('never installed means not installed', () => {
        lock({ 'node_modules/tool': tool });
        assert.equal(isInstalled(root), false);
    });

    it('leaves a matching tree alone and stamps it', async () => {
        lock({ 'node_modules/tool': tool });
        installed({ 'node_modules/tool': tool });
        await ensureNpmPackages(root);
        assert.equal(readFileSync(join(root, 'node_modules/.sw-setup'), 'utf8').trim(), fingerprint(root));
    });

    it('looks again when the lock file has changed', () => {
        lock({ 'node_modules/tool': tool });
        const before = fingerprint(root);
        lock({ 'node_modules/tool': { ...tool, version: '2.0.0' } });
        assert.notEqual(fingerprint(root), before);
    });
});

it('npm is not run on the Node that it is about to remove', () => {
    assert.equal(pathWithoutPinnedNode('/repo', '/repo/node_modules/.bin:/usr/bin'), '/usr/bin');
});
