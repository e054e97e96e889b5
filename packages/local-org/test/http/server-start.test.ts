import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ServerError } from '../../src/http/index.ts';
import { OrgServer } from './support/org-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'org-start-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function failsWith(code: string): (error: unknown) => boolean {
    return (error) => error instanceof ServerError && error.code === code && error.remedy !== null;
}

describe('starting an org', () => {
    it('is refused on an address that other machines reach, unless both are told', async () => {
        await assert.rejects(OrgServer.start({ host: '0.0.0.0' }), failsWith('ADDRESS_NOT_LOOPBACK'));
        await using org = await OrgServer.start({ host: '0.0.0.0', allowOtherMachines: true });
        assert.equal((await org.data('GET', '/limits')).status, 200);
    });

    it('is refused on a port that is taken, and on a folder that is in use', async () => {
        const data = join(folder, 'used');
        await using org = await OrgServer.start({ data });
        await assert.rejects(OrgServer.start({ port: org.server.port }), failsWith('PORT_IN_USE'));
        await assert.rejects(OrgServer.start({ data }), failsWith('FOLDER_IN_USE'));
    });

    it('is refused on a folder that is none, or holds something else', async () => {
        const file = join(folder, 'file');
        writeFileSync(file, '');
        await assert.rejects(OrgServer.start({ data: file }), failsWith('FOLDER_UNUSABLE'));
    });

    it('is refused for source that does not compile, with the place', async () => {
        await assert.rejects(OrgServer.start({ source: join(folder, 'nowhere') }), failsWith('SOURCE_INVALID'));
    });

    it('finds rows, users, sessions and the clock as they were left', async () => {
        const data = join(folder, 'kept');
        let token = '';
        let moved = 0;
        {
            await using org = await OrgServer.start({ data });
            await org.data('POST', '/sobjects/Account', { Name: 'Kept' });
            await org.server.advance(3_600_000);
            moved = await org.server.now();
            token = org.token;
        }
        await using org = await OrgServer.start({ data });
        org.token = token;
        assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Kept'")).body.totalSize, 1);
        assert.ok((await org.server.now()) >= moved);
    });
});

describe('an org that computes', () => {
    it('leaves health to the listening thread', async () => {
        await using org = await OrgServer.start();
        const code = 'Integer n = 0; while (Limits.getCpuTime() < 2000) { n++; }';
        const path = `/services/data/v65.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`;
        let isBusy = true;
        const computing = org.send('GET', path).finally(() => (isBusy = false));
        const health = (await (await fetch(`${org.url}/health`)).json()) as { status: string; pendingRequests: number };
        assert.deepEqual([health.status, health.pendingRequests, isBusy], ['ok', 1, true]);
        assert.equal((await computing).status, 200);
    });
});
