import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ImportGraph } from './import-graph.ts';
import { FileResultCache, toolingFingerprint } from './result-cache.ts';

let root: string;

beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sw-cache-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
}

describe('the result cache', () => {
    const fault = { file: 'a.ts', line: 1, rule: 'r', message: 'm' };

    it('answers in the next run', () => {
        const first = new FileResultCache(root, 'lint', 'tools 1');
        first.set('key', [fault]);
        first.save();
        assert.deepEqual(new FileResultCache(root, 'lint', 'tools 1').get('key'), [fault]);
    });

    it('is empty when a tool or a gate has changed', () => {
        const first = new FileResultCache(root, 'lint', 'tools 1');
        first.set('key', [fault]);
        first.save();
        assert.equal(new FileResultCache(root, 'lint', 'tools 2').get('key'), undefined);
    });

    it('forgets what a run did not ask for', () => {
        const first = new FileResultCache(root, 'lint', 'tools 1');
        first.set('old', []);
        first.save();
        const second = new FileResultCache(root, 'lint', 'tools 1');
        second.set('new', []);
        second.save();
        assert.equal(new FileResultCache(root, 'lint', 'tools 1').get('old'), undefined);
    });

    it('is empty when its file is broken', () => {
        write('.cache/check/lint.json', '{"fingerprint": "tools 1", "resul');
        assert.equal(new FileResultCache(root, 'lint', 'tools 1').get('key'), undefined);
    });
});

it('the fingerprint changes with the lock file, the settings and the gates, and with nothing else', () => {
    const files = ['eslint.config.js', 'package-lock.json', 'packages/soql/src/plan.ts', 'scripts/check/gate.ts'];
    for (const file of files) write(file, 'before');
    const before = toolingFingerprint(root, files);
    const changes = files.map((file) => {
        write(file, 'after');
        const isOther = toolingFingerprint(root, files) !== before;
        write(file, 'before');
        return isOther;
    });
    assert.deepEqual(changes, [true, true, false, true]);
});

it('the key of a module changes with everything that it imports, also through a package', () => {
    write('packages/soql/package.json', '{ "exports": { ".": "./src/index.ts", "./plan": "./src/plan.ts" } }');
    write('packages/soql/src/plan.ts', "import { text } from './text.ts';\nexport const plan = text;\n");
    write('packages/soql/src/text.ts', "import type { Plan } from './plan.ts';\nexport const text = 'a';\n");
    write(
        'packages/local-org/src/query.ts',
        "import { plan } from '@sw-studio/soql/plan';\nexport const query = plan;\n",
    );
    write(
        'packages/local-org/src/other.ts',
        "import { readFileSync } from 'node:fs';\nexport const other = readFileSync;\n",
    );
    const key = (file: string): string => new ImportGraph(root).keyOf(file);
    const query = key('packages/local-org/src/query.ts');
    const other = key('packages/local-org/src/other.ts');
    write('packages/soql/src/text.ts', "export const text = 'b';\n");
    assert.notEqual(key('packages/local-org/src/query.ts'), query);
    assert.equal(key('packages/local-org/src/other.ts'), other);
});
