import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { OrgServer, VERSION } from './support/org-server.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificate = keys.publicKey.export({ type: 'spki', format: 'pem' });
const USERNAME = 'admin@local.example.com';

const org = await OrgServer.start({
    connectedApps: [
        { clientId: 'server', clientSecret: 'hush', certificate: null, runAs: null },
        { clientId: 'signer', clientSecret: null, certificate: certificate.toString(), runAs: null },
    ],
});
after(() => org[Symbol.asyncDispose]());
await org.server.setPassword(USERNAME, 'correct horse');

interface TokenAnswer {
    readonly access_token?: string;
    readonly refresh_token?: string;
    readonly error?: string;
}

async function token(form: Record<string, string>): Promise<TokenAnswer> {
    const body = new URLSearchParams(form);
    const response = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body });
    return (await response.json()) as TokenAnswer;
}

async function status(accessToken: string): Promise<number> {
    const headers = { authorization: `Bearer ${accessToken}` };
    return (await fetch(`${org.url}${VERSION}/limits`, { headers })).status;
}

describe('a login', () => {
    it('is given for client credentials, and not for a wrong secret', async () => {
        const good = await token({ grant_type: 'client_credentials', client_id: 'server', client_secret: 'hush' });
        assert.equal(await status(good.access_token ?? ''), 200);
        const bad = await token({ grant_type: 'client_credentials', client_id: 'server', client_secret: 'loud' });
        assert.equal(bad.error, 'invalid_client');
    });

    it('is given for a password, and not for another one', async () => {
        const form = { grant_type: 'password', client_id: 'PlatformCLI', username: USERNAME };
        assert.equal(await status((await token({ ...form, password: 'correct horse' })).access_token ?? ''), 200);
        assert.equal((await token({ ...form, password: 'wrong' })).error, 'invalid_grant');
    });

    it('is given for a signed assertion, and not for one that somebody else signed', async () => {
        const assertion = (key: typeof keys.privateKey): Promise<string> =>
            new SignJWT({})
                .setProtectedHeader({ alg: 'RS256' })
                .setIssuer('signer')
                .setSubject(USERNAME)
                .setAudience(`${org.url}/`)
                .setExpirationTime('3m')
                .sign(key);
        const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
        const good = await token({ grant_type, assertion: await assertion(keys.privateKey) });
        assert.equal(await status(good.access_token ?? ''), 200);
        const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
        assert.equal((await token({ grant_type, assertion: await assertion(stranger) })).error, 'invalid_grant');
    });

    it('is renewed by a refresh token, until that is revoked', async () => {
        const query = new URLSearchParams({
            response_type: 'code',
            client_id: 'PlatformCLI',
            redirect_uri: 'http://localhost:1717/OauthRedirect',
        });
        const page = await org.send('GET', `/services/oauth2/authorize?${query.toString()}`);
        const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
        const first = await token({ grant_type: 'authorization_code', client_id: 'PlatformCLI', code });
        assert.equal(
            (await token({ grant_type: 'authorization_code', client_id: 'PlatformCLI', code })).error,
            'invalid_grant',
        );
        const refresh = {
            grant_type: 'refresh_token',
            client_id: 'PlatformCLI',
            refresh_token: first.refresh_token ?? '',
        };
        const second = await token(refresh);
        assert.equal(await status(second.access_token ?? ''), 200);
        const body = new URLSearchParams({ token: first.refresh_token ?? '' });
        assert.equal((await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body })).status, 200);
        assert.equal(await status(second.access_token ?? ''), 401);
        assert.equal((await token(refresh)).error, 'invalid_grant');
    });
});

describe('a session', () => {
    it('is asked for everywhere but at the door', async () => {
        const refused = await fetch(`${org.url}${VERSION}/limits`);
        assert.deepEqual(
            [refused.status, await refused.json()],
            [401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]],
        );
        assert.equal((await fetch(`${org.url}/services/data`)).status, 200);
    });

    it('ends when it is revoked, and with the user', async () => {
        const { accessToken } = await org.server.signIn();
        assert.equal(await status(accessToken), 200);
        const revoke = `${org.url}/services/oauth2/revoke?token=${encodeURIComponent(accessToken)}`;
        assert.equal((await fetch(revoke)).status, 200);
        assert.equal(await status(accessToken), 401);
    });

    it('opens the API only to users who may use it', async () => {
        const { body } = await org.query("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'");
        const user = {
            Username: 'quiet@local.example.com',
            LastName: 'Quiet',
            Alias: 'quiet',
            Email: 'quiet@example.com',
            ProfileId: body.records[0]?.['Id'],
            IsActive: true,
            TimeZoneSidKey: 'GMT',
            LocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            EmailEncodingKey: 'UTF-8',
        };
        const created = await org.data<{ id: string }>('POST', '/sobjects/User', user);
        assert.equal(created.status, 201);
        const { accessToken } = await org.server.signIn(user.Username);
        assert.equal(await status(accessToken), 403);
        await org.data('PATCH', `/sobjects/User/${created.body.id}`, { IsActive: false });
        assert.equal(await status(accessToken), 401);
    });
});
