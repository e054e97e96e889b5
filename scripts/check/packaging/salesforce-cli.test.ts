import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { it } from 'node:test';

it('the Salesforce CLI converts the package without a warning', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'sw-convert-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const root = resolve(import.meta.dirname, '../../..');
    const command = join(root, 'node_modules/.bin/sf');
    const { status, stdout, stderr } = spawnSync(command, ['project', 'convert', 'source', '--output-dir', folder], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, SF_DISABLE_TELEMETRY: 'true' },
    });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(`${stdout}${stderr}`, /warning|dropped|skipp/i);
    assert.ok(readdirSync(folder).includes('package.xml'));
});
