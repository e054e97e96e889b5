import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OrgServer } from './support/org-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'org-killed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const PROGRAM = fileURLToPath(new URL('support/serving-process.ts', import.meta.url));

test('a server that is killed while clients write keeps what it has confirmed, and starts again', async () => {
    const child = fork(PROGRAM, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
    const confirmed: string[] = [];
    const ended = once(child, 'exit');
    const write = async (index: number): Promise<void> => {
        const response = await fetch(`${url}/services/data/v65.0/sobjects/Order__c`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ Key__c: `K${index}` }),
        });
        if (response.status === 201) confirmed.push(`K${index}`);
        if (confirmed.length === 40) child.kill('SIGKILL');
    };
    for (let index = 0; confirmed.length < 40; index += 5) {
        await Promise.allSettled(Array.from({ length: 5 }, (_, offset) => write(index + offset)));
    }
    await ended;
    await using org = await OrgServer.start({ data: folder });
    const { body } = await org.query('SELECT Key__c FROM Order__c');
    const kept = new Set(body.records.map((record) => record['Key__c']));
    assert.deepEqual(
        confirmed.filter((key) => !kept.has(key)),
        [],
    );
    org.token = token;
    assert.equal((await org.data('GET', '/limits')).status, 200);
});
