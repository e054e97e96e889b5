import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgError, StudioApi } from '../src/index.ts';
import { ApexRest } from '../src/studio/apex-rest.ts';
import { type Fault, fixtureOrg } from './fixture-org.ts';

const MISSING = { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }] };
const REPLY = { answered: true };

/** An org that has the package's resources below one prefix, and says of which namespace its classes are. */
function orgWith(prefix: string | null, namespaces: readonly (string | null)[]): Fault {
    return ({ url = '' }) => {
        if (url.includes('/query')) {
            const records = namespaces.map((NamespacePrefix) => ({
                attributes: { type: 'ApexClass' },
                NamespacePrefix,
            }));
            return { body: { totalSize: records.length, done: true, records } };
        }
        return prefix !== null && url.startsWith(`/services/apexrest${prefix}/Sync`) ? { body: REPLY } : MISSING;
    };
}

const CALL = { method: 'GET', path: '/Sync/v1/GetSyncStatus' } as const;

test('under the published namespace it takes one request', async (context) => {
    const org = await fixtureOrg(context, orgWith('/swstudio', ['swstudio']));
    assert.deepEqual(await new ApexRest(org.connect()).call(CALL), REPLY);
    assert.equal(org.requests.length, 1);
});

test('under another namespace, or none, the org is asked once', async (context) => {
    for (const [prefix, namespace] of [['/acme', 'acme'] as const, ['', null] as const]) {
        const org = await fixtureOrg(context, orgWith(prefix, [namespace]));
        const rest = new ApexRest(org.connect());
        assert.deepEqual(await rest.call(CALL), REPLY);
        assert.deepEqual(await rest.call(CALL), REPLY);
        assert.equal(org.requests.length, 4);
    }
});

test('a namespace that was given is the only one tried', async (context) => {
    const org = await fixtureOrg(context, orgWith('/acme', ['acme']));
    await assert.rejects(new ApexRest(org.connect(), 'other').call(CALL), { code: 'PACKAGE_NOT_INSTALLED' });
    assert.deepEqual(await new ApexRest(org.connect(), 'acme').call(CALL), REPLY);
});

test('an org without the package is PACKAGE_NOT_INSTALLED', async (context) => {
    const org = await fixtureOrg(context, orgWith(null, []));
    await assert.rejects(new ApexRest(org.connect()).call(CALL), { code: 'PACKAGE_NOT_INSTALLED' });
});

test('a package without the resource is PACKAGE_TOO_OLD', async (context) => {
    const org = await fixtureOrg(context, orgWith(null, ['swstudio']));
    await assert.rejects(new ApexRest(org.connect()).call(CALL), { code: 'PACKAGE_TOO_OLD' });
});

test('an org that cannot be reached is no org without the package', async (context) => {
    const org = await fixtureOrg(context, ({ url = '' }) => (url.includes('/query') ? undefined : MISSING));
    await assert.rejects(new ApexRest(org.connect()).call(CALL), { code: 'CONNECTION_CUT' });
});

test('an answer that lacks what the contract promises is MALFORMED_ANSWER and names it', async (context) => {
    const org = await fixtureOrg(context, () => ({ body: { asyncQueued: {}, scheduledRunner: {} } }));
    await assert.rejects(new StudioApi(new ApexRest(org.connect())).status(), (thrown: unknown) => {
        assert.ok(thrown instanceof OrgError);
        assert.equal(thrown.code, 'MALFORMED_ANSWER');
        assert.match(thrown.message, /the answer has no scheduledWatcher/);
        return true;
    });
});
