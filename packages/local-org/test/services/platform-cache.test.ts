import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, JobOrg } from '../support/job-org.ts';

const scripts = {
    keep: `List<String> names = new List<String>{ 'a' };
        Cache.Org.put('names', names);
        names.add('b');`,
    keepForAnHour: `Cache.Org.put('brief', 'x', 3600);`,
    read: `insert new Entry__c(Detail__c = String.valueOf(Cache.Org.get('names')) + ' ' + Cache.Org.get('brief'));`,
    keepHttp: `try { Cache.Org.put('http', new HttpRequest()); } catch (Exception e) {
            insert new Entry__c(Detail__c = e.getTypeName());
        }`,
    count: `Cache.Org.get('names');
        Cache.Org.get('nothing');
        insert new Entry__c(Detail__c = Cache.Org.getMissRate() + ' ' + Cache.Org.getNumKeys());`,
};

test('a cached value outlives its transaction and is a copy of what was put', () => {
    const org = new JobOrg({ scripts });
    org.run('keep');
    org.run('read');
    assert.deepEqual(org.entries(), ['(a) null']);
});

test('a cached value is gone when its seconds have passed on the clock of the org', () => {
    const org = new JobOrg({ scripts });
    org.run('keepForAnHour');
    org.clock.advance(HOUR - 1);
    org.run('read');
    org.clock.advance(1);
    org.run('read');
    assert.deepEqual(org.entries(), ['null x', 'null null']);
});

test('one org sees nothing of the cache of another', () => {
    new JobOrg({ scripts }).run('keep');
    const other = new JobOrg({ scripts });
    other.run('read');
    assert.deepEqual(other.entries(), ['null null']);
});

test('a value that cannot be serialized is refused', () => {
    const org = new JobOrg({ scripts });
    org.run('keepHttp');
    assert.deepEqual(org.entries(), ['System.SerializationException']);
});

test('statistics count misses and keys', () => {
    const org = new JobOrg({ scripts });
    org.run('keep');
    org.run('count');
    assert.deepEqual(org.entries(), ['0.5 1']);
});
