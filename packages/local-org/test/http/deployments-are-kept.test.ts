import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { OrgServer, VERSION } from './support/org-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'org-deployed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function deploy(org: OrgServer, files: Record<string, string>): Promise<string> {
    const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
    const form = new FormData();
    form.append('file', new Blob([zip]), 'package.zip');
    form.append('entity_content', new Blob(['{"deployOptions":{}}'], { type: 'application/json' }));
    const started = await fetch(`${org.url}${VERSION}/metadata/deployRequest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${org.token}` },
        body: form,
    });
    const { id } = (await started.json()) as { id: string };
    for (;;) {
        const { body } = await org.data<{ deployResult: { done: boolean; status: string } }>(
            'GET',
            `/metadata/deployRequest/${id}`,
        );
        if (body.deployResult.done) return body.deployResult.status;
    }
}

async function count(org: OrgServer, name: string): Promise<number> {
    return (await org.query(`SELECT Id FROM ApexClass WHERE Name = '${name}'`)).body.totalSize;
}

test('what was deployed is there after a restart, and what was deleted is not', async () => {
    const body = 'public class Later {}';
    {
        await using org = await OrgServer.start({ data: folder });
        assert.equal(await deploy(org, { 'package.xml': '<Package/>', 'classes/Later.cls': body }), 'Succeeded');
        assert.equal(await count(org, 'Later'), 1);
    }
    {
        await using org = await OrgServer.start({ data: folder });
        assert.equal(await count(org, 'Later'), 1);
        const gone = '<Package><types><members>Later</members><name>ApexClass</name></types></Package>';
        assert.equal(await deploy(org, { 'package.xml': '<Package/>', 'destructiveChanges.xml': gone }), 'Succeeded');
    }
    await using org = await OrgServer.start({ data: folder });
    assert.equal(await count(org, 'Later'), 0);
});
