import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';

const scripts = {
    hundredQueries: `for (Integer i = 0; i < 100; i++) { Integer found = [SELECT COUNT() FROM Account]; }`,
    oneQueryTooMany: `try {
            for (Integer i = 0; i < 101; i++) { Integer found = [SELECT COUNT() FROM Account]; }
        } catch (Exception e) { insert new Entry__c(Detail__c = 'caught'); }`,
    oneStatementTooMany: `for (Integer i = 0; i < 151; i++) { insert new Entry__c(Detail__c = '' + i); }`,
    tooManyRows: `List<Entry__c> entries = new List<Entry__c>();
        for (Integer i = 0; i < 10001; i++) { entries.add(new Entry__c()); }
        insert entries;`,
    savepoints: `for (Integer i = 0; i < 151; i++) { Database.setSavepoint(); }`,
    searches: `for (Integer i = 0; i < 21; i++) { List<List<SObject>> found = [FIND 'abc' RETURNING Account]; }`,
};

test('the last query that is allowed runs, the next ends the transaction', () => {
    const org = new JobOrg({ scripts });
    org.run('hundredQueries');
    assert.throws(() => org.run('oneQueryTooMany'), /Too many SOQL queries: 101/);
});

test('code cannot catch a LimitException', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('oneQueryTooMany'), /Too many SOQL queries: 101/);
    assert.deepEqual(org.entries(), []);
});

test('statement 151 is refused and everything before it is rolled back', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('oneStatementTooMany'), /Too many DML statements: 151/);
    assert.deepEqual(org.entries(), []);
});

test('one statement may not write more than 10,000 rows', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('tooManyRows'), /Too many DML rows: 10001/);
});

test('savepoints count as DML statements', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('savepoints'), /Too many DML statements: 151/);
});

test('the 21st search is refused', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('searches'), /Too many SOSL queries: 21/);
});
