import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERROR_CODES, isErrorBody } from '../src/index.ts';
import { compileSchemas } from './schemas.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_restresponse.htm */
const ALLOWED_BY_APEX_REST = [200, 201, 202, 204, 206, 300, 301, 302, 304].concat([
    400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 500, 503,
]);

test('every code has a status that Apex REST allows', () => {
    for (const [code, { status }] of Object.entries(ERROR_CODES)) {
        assert.ok(ALLOWED_BY_APEX_REST.includes(status), code);
    }
});

test('an error is a list of code and message, of ours and of the platform', () => {
    const body = [{ errorCode: 'SYNC_ALREADY_RUNNING', message: 'The sync is on and running.' }];
    assert.equal(isErrorBody(body), true);
    assert.equal(compileSchemas().get('error')!(body), true);
    assert.equal(isErrorBody([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }]), true);
});

test('a result is no error', () => {
    assert.equal(isErrorBody({ jobs: [] }), false);
    assert.equal(isErrorBody([]), false);
    assert.equal(isErrorBody([{ message: 'no code' }]), false);
});
