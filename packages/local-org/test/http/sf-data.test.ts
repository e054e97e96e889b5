import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { signedInSf } from './support/signed-in-sf.ts';

const { org, sf } = await signedInSf();
after(async () => {
    sf[Symbol.dispose]();
    await org[Symbol.asyncDispose]();
});

function file(name: string, content: string): string {
    const path = join(sf.home, name);
    writeFileSync(path, content);
    return path;
}

describe('the real sf against the org: logins and data', () => {
    it('logs in with an access token, and refuses one that is none', async () => {
        const shown = await sf.json<{ connectedStatus: string; id: string }>(['org', 'display']);
        assert.equal(shown.result.connectedStatus, 'Connected');
        assert.equal(shown.result.id, org.server.report.organizationId);
        const wrong = `${org.server.report.organizationId}!nobody`;
        const login = ['org', 'login', 'access-token', '--no-prompt', '--instance-url', org.url];
        assert.notEqual((await sf.json(login, { SF_ACCESS_TOKEN: wrong })).status, 0);
    });

    it('creates, updates and reads records, and tells what is refused', async () => {
        const create = ['data', 'create', 'record', '--sobject', 'Order__c', '--values'];
        assert.equal((await sf.json([...create, 'Name=First Key__c=A1'])).status, 0);
        const twice = await sf.json([...create, 'Name=Second Key__c=A1']);
        assert.match(twice.message ?? '', /duplicate value found: Key__c duplicates value on record with id: a00/);
        const update = ['data', 'update', 'record', '--sobject', 'Order__c', '--where', 'Key__c=A1', '--values'];
        assert.equal((await sf.json([...update, 'Amount__c=5.25'])).status, 0);
        const query = await sf.json<{ totalSize: number; records: { Amount__c: number }[] }>([
            'data',
            'query',
            '--query',
            "SELECT Amount__c FROM Order__c WHERE Key__c = 'A1'",
        ]);
        assert.deepEqual(
            query.result.records.map(({ Amount__c }) => Amount__c),
            [5.25],
        );
        const wrong = await sf.json(['data', 'query', '--query', 'SELECT Nope FROM Order__c']);
        assert.equal(wrong.name, 'INVALID_FIELD');
        assert.match(wrong.message ?? '', /ERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Order__c'/);
    });

    it('upserts in bulk and exports what is there', async () => {
        const rows = file('rows.csv', 'Key__c,Name,Amount__c\nB1,One,1.5\nB2,Two,2\n');
        const upsert = ['data', 'upsert', 'bulk', '--sobject', 'Order__c', '--external-id', 'Key__c', '--wait', '5'];
        const done = await sf.json<{ jobInfo: { state: string; numberRecordsProcessed: number } }>([
            ...upsert,
            '--file',
            rows,
        ]);
        assert.equal(done.result.jobInfo.state, 'JobComplete');
        assert.equal(done.result.jobInfo.numberRecordsProcessed, 2);
        const out = join(sf.home, 'out.csv');
        const soql = "SELECT Key__c, Name, Amount__c FROM Order__c WHERE Key__c LIKE 'B%' ORDER BY Key__c";
        const exported = await sf.json([
            'data',
            'export',
            'bulk',
            '--query',
            soql,
            '--output-file',
            out,
            '--wait',
            '5',
        ]);
        assert.equal(exported.status, 0);
        assert.equal(readFileSync(out, 'utf8'), '"Key__c","Name","Amount__c"\n"B1","One","1.5"\n"B2","Two","2"\n');
        const wrong = await sf.json([...upsert, '--file', file('wrong.csv', 'Key__c,Nope\nB3,x\n')]);
        assert.match(JSON.stringify(wrong), /Field name not found : Nope/);
    });

    it('imports a tree with its children, or nothing of it', async () => {
        const tree = (contact: object): string =>
            JSON.stringify({
                records: [
                    {
                        attributes: { type: 'Account', referenceId: 'a' },
                        Name: 'Parent',
                        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, ...contact }] },
                    },
                ],
            });
        const done = await sf.json([
            'data',
            'import',
            'tree',
            '--files',
            file('good.json', tree({ LastName: 'Child' })),
        ]);
        assert.equal(done.status, 0);
        const failed = await sf.json([
            'data',
            'import',
            'tree',
            '--files',
            file('bad.json', tree({ FirstName: 'No' })),
        ]);
        assert.match(JSON.stringify(failed), /Required fields are missing: \[LastName\]/);
        const { body } = await org.query("SELECT Account.Name FROM Contact WHERE LastName = 'Child'");
        assert.equal((body.records[0]?.['Account'] as { Name: string }).Name, 'Parent');
        assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Parent'")).body.totalSize, 1);
    });

    it('calls Apex REST', async () => {
        const answer = await sf.run(['api', 'request', 'rest', '/services/apexrest/orders']);
        assert.match(answer.trim(), /^\d+$/);
        assert.match(await sf.run(['api', 'request', 'rest', '/services/apexrest/nothing']), /NOT_FOUND/);
    });

    it('opens the org, describes objects, lists limits', async () => {
        const opened = await sf.json<{ url: string }>(['org', 'open', '--url-only']);
        assert.ok(opened.result.url.startsWith(`${org.url}/secur/frontdoor.jsp?`));
        const described = await sf.json<{ fields: { name: string }[] }>([
            'sobject',
            'describe',
            '--sobject',
            'Order__c',
        ]);
        assert.ok(described.result.fields.some(({ name }) => name === 'Key__c'));
        assert.notEqual((await sf.json(['sobject', 'describe', '--sobject', 'Nope__c'])).status, 0);
        const limits = await sf.json<{ name: string; max: number }[]>(['org', 'list', 'limits']);
        assert.equal(limits.result.find(({ name }) => name === 'DailyApiRequests')?.max, 15_000);
    });

    it('assigns a permission set once it is there', async () => {
        const assigned = await sf.json<{ successes: unknown[] }>(['org', 'assign', 'permset', '--name', 'Clerk']);
        assert.equal(assigned.result.successes.length, 1);
        const missing = await sf.json<{ failures: unknown[] }>(['org', 'assign', 'permset', '--name', 'Nobody']);
        assert.deepEqual([missing.status, missing.result.failures.length], [1, 1]);
    });
});
