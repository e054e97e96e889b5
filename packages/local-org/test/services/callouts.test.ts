import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';

const call = `HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com');
    request.setMethod('GET');
    new Http().send(request);`;
const scripts = {
    writeThenCall: `insert new Entry__c(Detail__c = 'a'); ${call}`,
    rollBackThenCall: `Savepoint before = Database.setSavepoint();
        insert new Entry__c(Detail__c = 'a');
        Database.rollback(before);
        ${call}`,
    callTooOften: `for (Integer i = 0; i < 101; i++) {
            try { new Http().send(new HttpRequest()); } catch (CalloutException e) { Integer ignored = i; }
        }`,
};

test('no callout while rows wait for the commit', () => {
    const org = new JobOrg({ scripts });
    assert.throws(
        () => org.run('writeThenCall'),
        apexMessage(/You have uncommitted work pending\. Please commit or rollback before calling out/),
    );
});

test('rows that were rolled back stand in no way; an endpoint that is not open is refused', () => {
    const org = new JobOrg({ scripts });
    assert.throws(
        () => org.run('rollBackThenCall'),
        apexMessage(/Unauthorized endpoint.*endpoint = https:\/\/example\.com/),
    );
});

test('the 101st callout is refused, and no code can catch that', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('callTooOften'), /Too many callouts: 101/);
});
