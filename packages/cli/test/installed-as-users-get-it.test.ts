import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { buildInto } from './support/build.ts';
import { type Ended, Terminal } from './support/terminal.ts';

// SW_OTHER_NODE names a second Node.js binary to run everything with, such as one of version 22.

const PUBLISHED = ['soql', 'apex', 'local-org', 'cli'];
const PACKAGES = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sw-installed-'));
const installed = join(folder, 'installed');
const nodes = [process.execPath, process.env['SW_OTHER_NODE']].filter((path) => path !== undefined);

let terminal: Terminal;

function expectSuccess({ exitCode, stdout, stderr }: Ended): string {
    assert.equal(exitCode, 0, `${stdout}${stderr}`);
    return stdout;
}

before(async () => {
    terminal = new Terminal();
    const packed = join(folder, 'packed');
    mkdirSync(packed);
    const built = join(folder, 'built');
    buildInto(built, PUBLISHED);
    for (const name of PUBLISHED) {
        const target = join(built, name);
        expectSuccess(await terminal.npm(['pack', '--silent', '--pack-destination', packed], target));
    }
    mkdirSync(installed);
    writeFileSync(join(installed, 'package.json'), '{"private":true}');
    const tarballs = readdirSync(packed).map((file) => join(packed, file));
    const install = ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs];
    expectSuccess(await terminal.npm(install, installed));
});

after(() => {
    terminal.close();
    rmSync(folder, { recursive: true, force: true });
});

const sw = join(installed, 'node_modules/@sw-studio/cli/bin/sw.js');

for (const node of nodes) {
    test(`the program runs with ${node}`, async () => {
        assert.match(expectSuccess(await terminal.run(node, [sw, '--help'])), /TOPICS/);
        assert.match(expectSuccess(await terminal.run(node, [sw, '--version'])), /sw-studio/);
    });

    test(`the compiler and the org that came with it run Apex tests with ${node}`, async () => {
        const project = resolve(PACKAGES, '..');
        const run = ['org', 'test', '--source', project, '--class', 'SyncControlTest'];
        assert.match(expectSuccess(await terminal.run(node, [sw, ...run])), /[1-9]\d* passed, 0 failed/);
    });
}

for (const [index, node] of nodes.entries()) {
    test(`an org with the package runs, sf is logged in to it, and the sync answers with ${node}`, async () => {
        const data = ['--data', join(folder, `org-${index}`)];
        const project = resolve(PACKAGES, '..');
        const start = ['org', 'start', '--source', project, '--port', '0', '--alias', 'installed', '--detach', ...data];
        expectSuccess(await terminal.run(node, [sw, ...start]));
        try {
            const assign = ['org', 'assign', 'permset', '--name', 'SalesWings_User', '--target-org', 'installed'];
            expectSuccess(await terminal.sf(assign));
            const status = await terminal.run(node, [sw, 'sync', 'status', '--target-org', 'installed']);
            assert.match(expectSuccess(status), /never turned on/);
        } finally {
            expectSuccess(await terminal.run(node, [sw, 'org', 'stop', ...data]));
        }
    });
}

test('no TypeScript and no compiler of it is installed', () => {
    for (const name of ['soql', 'apex', 'local-org', 'cli']) {
        const files = readdirSync(join(installed, 'node_modules/@sw-studio', name), {
            recursive: true,
            encoding: 'utf8',
        });
        assert.deepEqual(
            files.filter((file) => /\.[cm]?ts$/.test(file) && !file.includes('node_modules')),
            [],
        );
    }
    assert.equal(existsSync(join(installed, 'node_modules/typescript')), false);
});
