import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { isUncatchable } from '../../../src/runtime/exceptions.ts';
import { MissingServiceError } from '../../../src/runtime/services.ts';
import { HttpRequest } from '../../../src/runtime/http/http-request.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const calls: Readonly<Record<string, () => unknown>> = {
    'System.enqueueJob': () => callStatic('System.System', 'enqueueJob(Object)', {}),
    'System.schedule': () => callStatic('System.System', 'schedule(String,String,Object)', 'n', '0 0 0 * * ?', {}),
    'Database.executeBatch': () => callStatic('System.Database', 'executeBatch(Object)', {}),
    'Limits.getQueries': () => callStatic('System.Limits', 'getQueries()'),
    'UserInfo.getOrganizationId': () => callStatic('System.UserInfo', 'getOrganizationId()'),
    'Http.send': () => {
        const http = construct('System.Http', 'new()');
        return callMethod(http, 'System.Http', 'send(HttpRequest)', new HttpRequest());
    },
    'Cache.Org': () => callStatic('Cache.Org', 'get(String)', 'key'),
    'Request.getCurrent': () => callStatic('System.Request', 'getCurrent()'),
};

for (const [name, call] of Object.entries(calls)) {
    test(`${name} names the service that it needs, and no Apex catch hides that`, () => {
        assert.throws(call, (error) => {
            assert.ok(error instanceof MissingServiceError);
            assert.equal(error.code, 'MISSING_SERVICE');
            assert.ok(error.message.startsWith(`${name} needs the service "${error.service}"`), error.message);
            assert.ok(isUncatchable(error));
            return true;
        });
    });
}

test('methods of Test are refused outside of tests, but for isRunningTest', () => {
    assert.equal(callStatic('System.Test', 'isRunningTest()'), false);
    assert.match(
        apexErrorOf(() => callStatic('System.Test', 'startTest()')),
        /^System.TypeException/,
    );
});
