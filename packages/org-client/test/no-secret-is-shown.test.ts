import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact, type RequestTrace } from '../src/index.ts';
import { fixtureOrg, TOKEN } from './fixture-org.ts';

const SECRETS = [
    `Bearer ${TOKEN}`,
    `authorization: OAuth ${TOKEN}`,
    `session ${TOKEN} was refused`,
    'grant_type=refresh_token&refresh_token=5Aep861abcdefghijklmnop.qrs&client_secret=topsecret',
    '{"access_token":"00D000000000001!AQ.topsecret","scope":"api"}',
    'https://user:topsecret@proxy.example:8080',
    '/secur/frontdoor.jsp?sid=topsecret&startURL=x',
];

test('tokens, secrets and passwords are taken out of texts', () => {
    for (const text of SECRETS) {
        const shown = redact(text);
        assert.doesNotMatch(shown, /secret_value|topsecret|abcdefghijklmnop/, shown);
    }
});

test('what is no secret stays as it is', () => {
    const text = 'GET https://acme.my.salesforce.com/services/data/v65.0/sobjects/Lead/00Q000000000001AAA 200';
    assert.equal(redact(text), text);
});

test('a trace has method, address, status and time, and no header', async (context) => {
    const org = await fixtureOrg(context, () => ({ body: {} }));
    const traces: RequestTrace[] = [];
    const connection = org.connect({ onRequest: (trace) => traces.push(trace) });
    await connection.request({ method: 'GET', path: `/id?oauth_token=${TOKEN}` });
    assert.deepEqual(Object.keys(traces[0]!).sort(), ['method', 'milliseconds', 'status', 'url']);
    assert.doesNotMatch(JSON.stringify(traces), /secret_value/);
});
