import assert from 'node:assert/strict';
import { test } from 'node:test';
import { echo, headerOf } from '../support/credentials.ts';
import { readProject } from '../../src/metadata/read-project.ts';
import { JobOrg, jobPackage } from '../support/job-org.ts';
import { RestOrg } from '../support/rest-org.ts';
import { apexMessage } from '../support/service-org.ts';
import { remoteSite } from '../support/web-server.ts';

const SITE = 'https://example.com';

const CALLS = `public class Calls implements Queueable, Schedulable, Database.Batchable<Integer>, Finalizer {
    public static void call() {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('${SITE}/items');
        request.setMethod('GET');
        new Http().send(request);
    }
    @future public static void later() { call(); }
    @future(callout=true) public static void laterWithCallout() { call(); }
    public void execute(QueueableContext context) { call(); }
    public void execute(SchedulableContext context) { call(); }
    public void execute(FinalizerContext context) { call(); }
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { call(); }
    public void finish(Database.BatchableContext context) { call(); }
}`;

const DECLARED = `public class DeclaredCalls implements Queueable, Database.Batchable<Integer>, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
        System.attachFinalizer(new Calls());
        Calls.call();
    }
    public Iterable<Integer> start(Database.BatchableContext context) { Calls.call(); return new List<Integer>{ 1 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { Calls.call(); }
    public void finish(Database.BatchableContext context) { Calls.call(); }
}`;

const WRITING = `public class WritingCalls implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
        Calls.call();
        insert new Entry__c(Detail__c = 'a');
        Calls.call();
    }
}`;

/** A custom setting. */
const SETTINGS = readProject(new URL('../fixtures/shop', import.meta.url).pathname).objects.filter(
    ({ name }) => name === 'Shop_Options__c',
);

const TRIGGER = `trigger CallingTrigger on Account (before insert) { Calls.call(); }`;

/** What waits for the commit, by what people call it. */
const PENDING: Readonly<Record<string, string>> = {
    'a row': `insert new Entry__c(Detail__c = 'a');`,
    'a custom setting': `upsert new Shop_Options__c(SetupOwnerId = UserInfo.getOrganizationId());`,
    'a queueable': 'System.enqueueJob(new Calls());',
    'a future call': 'Calls.later();',
    'a batch': 'Database.executeBatch(new Calls());',
    'a schedule': `System.schedule('calls', '0 0 1 * * ?', new Calls());`,
    'a scheduled batch': `System.scheduleBatch(new Calls(), 'calls', 5);`,
    'an aborted job': `System.abortJob([SELECT Id FROM AsyncApexJob LIMIT 1].Id);`,
    'an email': `Messaging.SingleEmailMessage email = new Messaging.SingleEmailMessage();
        email.setToAddresses(new List<String>{ 'a@example.com' });
        email.setSubject('s');
        email.setPlainTextBody('b');
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ email });`,
    'an event that is published after commit': `EventBus.publish(new Order__e());`,
    'a savepoint': 'Savepoint before = Database.setSavepoint();',
    'a savepoint that was rolled back to': `Savepoint before = Database.setSavepoint();
        insert new Entry__c(Detail__c = 'a');
        Database.rollback(before);`,
};

/** What stands in the way of no callout. */
const SETTLED: Readonly<Record<string, string>> = {
    'a query': 'List<Entry__c> entries = [SELECT Id FROM Entry__c];',
    'a row that was rolled back, its savepoint released': `Savepoint before = Database.setSavepoint();
        insert new Entry__c(Detail__c = 'a');
        Database.rollback(before);
        Database.releaseSavepoint(before);`,
    'an earlier callout': 'Calls.call();',
};

const ENQUEUE = 'System.enqueueJob(new Calls());';

function callingOrg(scripts: Readonly<Record<string, string>>, triggers: readonly string[] = []) {
    const { sent, transport } = echo();
    const objects = [...jobPackage({}).objects, ...SETTINGS];
    const metadata = { ...remoteSite(SITE), objects };
    const options = { classes: [CALLS, DECLARED, WRITING], triggers, scripts, metadata, transport };
    return { org: new JobOrg(options), sent };
}

for (const [what, statements] of Object.entries(PENDING)) {
    test(`no callout while ${what} waits for the commit`, () => {
        const { org, sent } = callingOrg({ prepare: ENQUEUE, call: `${statements} Calls.call();` });
        if (what === 'an aborted job') org.run('prepare');
        assert.throws(
            () => org.run('call'),
            apexMessage(/^You have uncommitted work pending\. Please commit or rollback before calling out$/),
        );
        assert.equal(sent.length, 0);
    });
}

for (const [what, statements] of Object.entries(SETTLED)) {
    test(`${what} stands in the way of no callout`, () => {
        const { org, sent } = callingOrg({ call: `${statements} Calls.call();` });
        org.run('call');
        assert.equal(sent.at(-1)?.url, `${SITE}/items`);
    });
}

const REFUSED: Readonly<Record<string, readonly [start: string, sentence: string]>> = {
    'a queueable whose class does not allow callouts': [ENQUEUE, 'Callout not allowed from this future method.'],
    'a future method without callout=true': ['Calls.later();', 'Callout not allowed from this future method.'],
    'a batch whose class does not allow callouts': [
        'Database.executeBatch(new Calls());',
        'Callout not allowed from this future method.',
    ],
    'scheduled Apex': [
        `System.schedule('calls', '0 0 1 * * ?', new Calls());`,
        'Callout from scheduled Apex not supported.',
    ],
};

for (const [what, [start, sentence]] of Object.entries(REFUSED)) {
    test(`${what} may not call out`, () => {
        const { org, sent } = callingOrg({ start });
        org.run('start');
        org.jobs.advance(25 * 60 * 60_000);
        const [job] = org.rows('SELECT ExtendedStatus FROM AsyncApexJob WHERE NumberOfErrors > 0');
        assert.ok(
            String(job?.['ExtendedStatus']).startsWith(`First error: ${sentence}`),
            String(job?.['ExtendedStatus']),
        );
        assert.equal(sent.length, 0);
    });
}

test('a trigger may not call out', () => {
    const { org } = callingOrg({ save: `insert new Account(Name = 'a');` }, [TRIGGER]);
    assert.throws(() => org.run('save'), apexMessage(/Callout from triggers are currently not supported\./));
});

const ALLOWED: Readonly<Record<string, readonly [start: string, callouts: number]>> = {
    'a queueable whose class allows callouts, and its finalizer,': ['System.enqueueJob(new DeclaredCalls());', 2],
    'a batch whose class allows callouts, in start, execute and finish,': [
        'Database.executeBatch(new DeclaredCalls());',
        3,
    ],
    'a future method with callout=true': ['Calls.laterWithCallout();', 1],
};

for (const [what, [start, callouts]] of Object.entries(ALLOWED)) {
    test(`${what} may call out`, () => {
        const { org, sent } = callingOrg({ start });
        org.run('start');
        org.jobs.runDue();
        assert.equal(sent.length, callouts);
    });
}

test('a job that may call out may not once it has written', () => {
    const { org, sent } = callingOrg({ start: 'System.enqueueJob(new WritingCalls());' });
    org.run('start');
    org.jobs.runDue();
    assert.equal(sent.length, 1);
    assert.match(
        String(org.rows('SELECT ExtendedStatus FROM AsyncApexJob')[0]?.['ExtendedStatus']),
        /You have uncommitted work pending/,
    );
    assert.equal(org.count('SELECT Id FROM Entry__c'), 0);
});

test('an address that is no remote site is refused', () => {
    const { transport } = echo();
    const org = new JobOrg({ classes: [CALLS], scripts: { call: 'Calls.call();' }, transport });
    assert.throws(
        () => org.run('call'),
        apexMessage(
            /^Unauthorized endpoint, please check Setup->Security->Remote site settings\. endpoint = https:\/\/example\.com\/items$/,
        ),
    );
});

test('a remote site opens its own protocol, host and port, and no others', () => {
    const call = (endpoint: string): string =>
        `HttpRequest request = new HttpRequest(); request.setMethod('GET'); request.setEndpoint('${endpoint}'); new Http().send(request);`;
    const scripts = {
        other: call('https://other.example.com'),
        port: call('https://example.com:8443'),
        protocol: call('http://example.com'),
    };
    for (const script of Object.keys(scripts)) {
        assert.throws(() => callingOrg(scripts).org.run(script), apexMessage(/^Unauthorized endpoint/));
    }
});

test('the 101st callout is refused, and no code can catch that', () => {
    const { org } = callingOrg({
        call: `for (Integer i = 0; i < 101; i++) { try { Calls.call(); } catch (CalloutException e) { Integer ignored = i; } }`,
    });
    assert.throws(() => org.run('call'), /Too many callouts: 101/);
});

const CALLING_RESOURCE = `@RestResource(urlMapping='/Call')
    global class CallingResource { @HttpGet global static void get() { Calls.call(); } }`;

test('a request that a callout led here may call out, but not back into the org', () => {
    const { sent, transport } = echo();
    const options = { classes: [CALLS, CALLING_RESOURCE], metadata: remoteSite(SITE), transport };
    const headers = { sfdc_stack_depth: '1' };
    const elsewhere = new RestOrg({ ...options, org: { baseUrl: 'https://elsewhere.example.com' } });
    assert.equal(elsewhere.send('GET /Call', { headers }).status, 200);
    assert.equal(headerOf(sent[0]!, 'SFDC_STACK_DEPTH'), '2');
    const itself = new RestOrg({ ...options, org: { baseUrl: SITE } });
    assert.equal(itself.send('GET /Call').status, 200);
    assert.match(itself.send('GET /Call', { headers }).text, /System\.CalloutException: Callout loop not allowed/);
});

test('rows that were locked and not changed are free again once the transaction calls out', () => {
    const { org } = callingOrg({
        save: `insert new Entry__c(Key__c = 'row');`,
        call: `Entry__c row = [SELECT Id FROM Entry__c WHERE Key__c = 'row' FOR UPDATE]; Calls.call();`,
    });
    org.run('save');
    const id = org.rows('SELECT Id FROM Entry__c')[0]?.['Id'] as string;
    const calling = org.runtime.calling('Scripts', 'call');
    for (const { kind } of { [Symbol.iterator]: () => calling }) if (kind === 'callout') break;
    assert.equal(org.org.store.locks.holder(id), undefined);
});
