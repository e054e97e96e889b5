import assert from 'node:assert/strict';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { causesOf, ORG_ERRORS, OrgError } from '../src/index.ts';
import { connectTo, type Fault, fixtureOrg, TOKEN } from './fixture-org.ts';
import { SELF_SIGNED } from './self-signed.ts';

const PATH = '/services/data/v65.0/limits';

async function failureOf(request: Promise<unknown>): Promise<OrgError> {
    const thrown: unknown = await request.then(
        () => assert.fail('The request should have failed'),
        (error: unknown) => error,
    );
    assert.ok(thrown instanceof OrgError, String(thrown));
    return thrown;
}

const error = (status: number, errorCode: string, message = 'The org says so.'): Fault => {
    return () => ({ status, body: [{ errorCode, message }] });
};

const CASES: readonly { title: string; fault: Fault; code: string; sentence: RegExp }[] = [
    {
        title: 'a session that cannot be renewed',
        fault: error(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
        code: 'SESSION_EXPIRED',
        sentence: /session of "demo" has expired/,
    },
    {
        title: 'a class that the user may not call',
        fault: error(403, 'FORBIDDEN', 'You do not have access to the Apex class named: GetSyncStatusResource'),
        code: 'NO_PERMISSION',
        sentence: /admin@example\.com may not call GET/,
    },
    {
        title: 'an allowance that is used up',
        fault: error(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
        code: 'API_LIMIT_REACHED',
        sentence: /allowance is used up/,
    },
    {
        title: 'a failure of Apex',
        fault: error(500, 'APEX_ERROR', 'System.NullPointerException: Attempt to de-reference a null object'),
        code: 'ORG_ERROR',
        sentence: /NullPointerException/,
    },
    {
        title: 'a failure without a body',
        fault: () => ({ status: 502, text: '<html>Bad Gateway</html>' }),
        code: 'ORG_ERROR',
        sentence: /status 502/,
    },
    {
        title: 'a request that the org refuses',
        fault: error(400, 'INVALID_FIELD', "No such column 'Nope'"),
        code: 'REQUEST_REFUSED',
        sentence: /No such column 'Nope' \(INVALID_FIELD\)/,
    },
    {
        title: 'a login page in place of the org',
        fault: () => ({ status: 200, text: '<!DOCTYPE html><title>Login</title>' }),
        code: 'MALFORMED_ANSWER',
        sentence: /a page of HTML/,
    },
    {
        title: 'a connection that is cut each time',
        fault: () => undefined,
        code: 'CONNECTION_CUT',
        sentence: /cut before it had answered/,
    },
    {
        title: 'a refusal of the package',
        fault: error(412, 'SYNC_ALREADY_RUNNING', 'The sync is on and running.'),
        code: 'SYNC_ALREADY_RUNNING',
        sentence: /^The sync is on and running\.$/,
    },
];

for (const { title, fault, code, sentence } of CASES) {
    test(`${title} is ${code}`, async (context) => {
        const org = await fixtureOrg(context, fault);
        const failure = await failureOf(org.connect().request({ method: 'GET', path: PATH }));
        assert.equal(failure.code, code);
        assert.match(failure.message, sentence);
        assert.ok(failure.remedies.length > 0);
        assert.doesNotMatch(JSON.stringify([failure, causesOf(failure)]), new RegExp(TOKEN.split('!')[1]!));
    });
}

test('an org that never answers is ORG_TIMEOUT after the time that it was given', async (context) => {
    const org = await fixtureOrg(context, () => 'hang');
    const failure = await failureOf(org.connect({ timeoutSeconds: 1 }).request({ method: 'GET', path: PATH }));
    assert.equal(failure.code, 'ORG_TIMEOUT');
    assert.match(failure.message, /within 1 s/);
});

test('an address at which nothing listens is ORG_UNREACHABLE, with the reason as its cause', async () => {
    const failure = await failureOf(connectTo('http://127.0.0.1:9').request({ method: 'GET', path: PATH }));
    assert.equal(failure.code, 'ORG_UNREACHABLE');
    assert.ok(causesOf(failure).length > 0);
});

test('a certificate that nobody vouches for is TLS_FAILED', async (context) => {
    const server = createSecureServer(SELF_SIGNED, (_, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => server.close());
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const failure = await failureOf(connectTo(url).request({ method: 'GET', path: PATH }));
    assert.equal(failure.code, 'TLS_FAILED');
});

test('a read is sent again once after the connection was cut, a change never', async (context) => {
    let cuts = 1;
    const org = await fixtureOrg(context, () => (cuts-- > 0 ? undefined : { body: { done: true } }));
    assert.deepEqual(await org.connect().request({ method: 'GET', path: PATH }), { done: true });
    cuts = 1;
    org.requests.length = 0;
    const failure = await failureOf(org.connect().request({ method: 'POST', path: PATH, body: {} }));
    assert.equal(failure.code, 'CONNECTION_CUT');
    assert.equal(org.requests.length, 1);
});

test('every error has a sentence and at least one remedy', () => {
    for (const [code, { sentence, remedies }] of Object.entries(ORG_ERRORS)) {
        assert.match(sentence, /[.}]$/, code);
        assert.ok(remedies.length > 0, code);
    }
});
