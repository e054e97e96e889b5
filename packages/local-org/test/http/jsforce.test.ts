import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Connection, OAuth2 } from 'jsforce';
import { OrgServer } from './support/org-server.ts';

const USERNAME = 'admin@local.example.com';
const oauth2 = (url: string): OAuth2 =>
    new OAuth2({ loginUrl: url, clientId: 'server', clientSecret: 'hush', redirectUri: `${url}/done` });

const org = await OrgServer.start({
    connectedApps: [{ clientId: 'server', clientSecret: 'hush', certificate: null, runAs: null }],
});
after(() => org[Symbol.asyncDispose]());
await org.server.setPassword(USERNAME, 'correct horse');

const connection = new Connection({ instanceUrl: org.url, accessToken: org.token, version: '65.0' });

describe('jsforce', () => {
    it('logs in by SOAP and by OAuth, and is refused with a wrong password', async () => {
        const bySoap = new Connection({ loginUrl: org.url });
        assert.equal((await bySoap.login(USERNAME, 'correct horse')).organizationId, org.server.report.organizationId);
        await assert.rejects(new Connection({ loginUrl: org.url }).login(USERNAME, 'wrong'), /INVALID_LOGIN/);
        const byPassword = new Connection({ oauth2: oauth2(org.url) });
        await byPassword.login(USERNAME, 'correct horse');
        assert.equal((await byPassword.identity()).username, USERNAME);
    });

    it('renews a session that has ended', async () => {
        const query = new URLSearchParams({
            response_type: 'code',
            client_id: 'server',
            redirect_uri: `${org.url}/done`,
        });
        const page = await org.send('GET', `/services/oauth2/authorize?${query.toString()}`);
        const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
        const renewing = new Connection({ oauth2: oauth2(org.url) });
        await renewing.authorize(code);
        const first = renewing.accessToken;
        await org.send('GET', `/services/oauth2/revoke?token=${encodeURIComponent(first ?? '')}`);
        assert.equal((await renewing.query('SELECT Id FROM Organization')).totalSize, 1);
        assert.notEqual(renewing.accessToken, first);
    });

    it('saves collections and reads page by page', async () => {
        const names = Array.from({ length: 450 }, (_, index) => ({ Name: `Row ${index}` }));
        const saved = await connection.sobject('Order__c').create(names, { allowRecursive: true });
        assert.ok(saved.every(({ success }) => success));
        const found: unknown[] = [];
        let page = await connection.query('SELECT Name FROM Order__c', {
            headers: { 'Sforce-Query-Options': 'batchSize=200' },
        });
        found.push(...page.records);
        while (!page.done) {
            page = await connection.queryMore(page.nextRecordsUrl ?? '');
            found.push(...page.records);
        }
        assert.equal(found.length, 450);
    });

    it('loads and queries by Bulk 2.0', async () => {
        const input = Array.from({ length: 300 }, (_, index) => ({ Key__c: `J${index}`, Name: `Bulk ${index}` }));
        const results = await connection.bulk2.loadAndWaitForResults({
            object: 'Order__c',
            operation: 'upsert',
            externalIdFieldName: 'Key__c',
            input,
        });
        assert.deepEqual([results.successfulResults.length, results.failedResults.length], [300, 0]);
        const stream = await connection.bulk2.query("SELECT Key__c FROM Order__c WHERE Key__c LIKE 'J%'");
        assert.equal((await stream.toArray()).length, 300);
    });

    it('runs anonymous Apex', async () => {
        const good = await connection.tooling.executeAnonymous(`System.debug('hi');`);
        const bad = await connection.tooling.executeAnonymous('Integer x = ;');
        assert.deepEqual([good.success, bad.compiled], [true, false]);
    });
});
