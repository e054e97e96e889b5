import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYNCHRONOUS_LIMITS, TransactionLimits } from '../../src/apex/transaction-limits.ts';
import type { StoredValue } from '../../src/store/stored-row.ts';
import { JobOrg, type JobOrgOptions } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';

/** Rows that no Apex saved: writing so many through DML would take the test's time. */
function fill(org: JobOrg, count: number, key: (index: number) => string | null = () => null): void {
    const { transaction } = org.org.openTransaction();
    const object = org.org.schema.require('Entry__c');
    const slot = object.field('Key__c')?.slot ?? -1;
    const [name, owner] = [object.field('Name')?.slot ?? -1, object.field('OwnerId')?.slot ?? -1];
    for (let index = 0; index < count; index++) {
        const id = transaction.store.ids.next(object.keyPrefix ?? '');
        const row: StoredValue[] = object.fields.map(() => null);
        [row[0], row[slot], row[name], row[owner]] = [id, key(index), 'row', org.org.ids.adminId];
        transaction.write(object, id, row);
    }
    transaction.commit();
}

function orgWith(scripts: Readonly<Record<string, string>>, options: JobOrgOptions = {}): JobOrg {
    return new JobOrg({ ...options, scripts });
}

test('a locator outside of a batch opens over 10,000 rows at most', () => {
    const org = orgWith({
        locate: `Database.getQueryLocator('SELECT Id FROM Entry__c');
            System.assertEquals(9999, Limits.getQueryLocatorRows());`,
    });
    fill(org, 9_999);
    org.run('locate');
    fill(org, 2);
    assert.throws(() => org.run('locate'), /Too many query locator rows: 10001/);
});

test('a batch opens its locator over more', () => {
    const batch = `public class Many implements Database.Batchable<SObject> {
        public Database.QueryLocator start(Database.BatchableContext context) {
            return Database.getQueryLocator('SELECT Id FROM Entry__c');
        }
        public void execute(Database.BatchableContext context, List<SObject> scope) {}
        public void finish(Database.BatchableContext context) { Journal.write('finished'); }
    }`;
    const org = orgWith({ start: 'Database.executeBatch(new Many(), 2000);' }, { classes: [batch] });
    fill(org, 10_001);
    org.run('start');
    org.jobs.runDue();
    assert.equal(org.count("SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status = 'Completed'"), 1);
});

test('each query of children is an aggregate query beside the query itself', () => {
    const org = orgWith({
        count: `List<Account> accounts = [
                SELECT Id, (SELECT Id FROM Contacts), (SELECT Id FROM Cases) FROM Account
                WHERE Id IN (SELECT AccountId FROM Contact)];
            Journal.write(Limits.getQueries() + ' ' + Limits.getAggregateQueries() + ' of ' + Limits.getLimitAggregateQueries());`,
    });
    org.run('count');
    assert.deepEqual(org.entries(), ['1 2 of 300']);
});

test('COUNT alone is one row; rows that are aggregated otherwise all count', () => {
    const org = orgWith({
        count: `Integer all = [SELECT COUNT() FROM Entry__c];
            AggregateResult[] counted = [SELECT COUNT(Id) n FROM Entry__c];
            Integer before = Limits.getQueryRows();
            AggregateResult[] grouped = [SELECT Name, COUNT(Id) n FROM Entry__c GROUP BY Name];
            System.assertEquals(2, before);
            System.assertEquals(before + 30, Limits.getQueryRows());`,
    });
    fill(org, 30);
    org.run('count');
});

test('the heap is what static variables hold: beyond 6 MB the transaction ends at its next large query', () => {
    const keeper = `public class Keeper { public static List<String> kept = new List<String>(); }`;
    const org = orgWith(
        {
            keep: `Keeper.kept.add('x'.repeat(1000000));
                System.assert(Limits.getHeapSize() > 1000000);
                System.assert(Limits.getHeapSize() < 1100000);`,
            exceed: `for (Integer i = 0; i < 7; i++) { Keeper.kept.add('x'.repeat(1000000)); }
                List<Entry__c> entries = [SELECT Id FROM Entry__c];`,
        },
        { classes: [keeper] },
    );
    fill(org, 200);
    org.run('keep');
    assert.throws(() => org.run('exceed'), /Apex heap size too large: 70\d{5}/);
});

test('a certified package has counters of its own; all namespaces together reach eleven times the limit', () => {
    let namespace = '';
    const limits = new TransactionLimits(
        { ...SYNCHRONOUS_LIMITS, Queries: 2 },
        {},
        { certified: new Set(['a', 'b', 'c']), namespace: () => namespace },
    );
    limits.count('Queries', 2);
    namespace = 'a';
    assert.equal(limits.used('Queries'), 0);
    limits.count('Queries', 2);
    namespace = 'uncertified';
    assert.throws(() => limits.count('Queries'), /Too many SOQL queries: 3/);
    const many = Array.from({ length: 12 }, (_, index) => `ns${index}`);
    const together = new TransactionLimits(
        { ...SYNCHRONOUS_LIMITS, Queries: 2 },
        {},
        { certified: new Set(many), namespace: () => namespace },
    );
    for (namespace of many.slice(0, 11)) together.count('Queries', 2);
    namespace = 'ns11';
    assert.throws(() => together.count('Queries'), /Too many SOQL queries: 23/);
});

test('OrgLimits tells the asynchronous executions of the day', () => {
    const org = orgWith({
        start: 'System.enqueueJob(new Quiet());',
        read: `System.OrgLimit executions = OrgLimits.getMap().get('DailyAsyncApexExecutions');
            Journal.write(executions.getValue() + ' of ' + executions.getLimit());`,
    });
    org.run('start');
    org.jobs.runDue();
    org.run('read');
    assert.deepEqual(org.entries(), ['1 of 250000']);
});

test('Developer Edition writes to 15 addresses outside of the org in a day', () => {
    const org = orgWith(
        {
            send: `Messaging.SingleEmailMessage email = new Messaging.SingleEmailMessage();
                email.setToAddresses(new List<String>{ 'a@example.com' });
                email.setSubject('s');
                email.setPlainTextBody('b');
                Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ email });`,
        },
        { org: { edition: 'Developer Edition' } },
    );
    for (let sent = 0; sent < 15; sent++) org.run('send');
    assert.deepEqual(org.org.allocations.all().get('SingleEmail'), { value: 15, limit: 15 });
    assert.throws(() => org.run('send'), apexMessage(/SINGLE_EMAIL_LIMIT_EXCEEDED/));
    org.clock.advance(86_400_000);
    org.run('send');
});

test('in a trigger, a query of a large object is selective or refused', () => {
    const trigger = (filter: string): string =>
        `trigger Asking on Account (before insert) { List<Entry__c> found = [SELECT Id FROM Entry__c WHERE ${filter} LIMIT 1]; }`;
    const save = {
        save: `insert new Account(Name = 'a');`,
        ask: `List<Entry__c> found = [SELECT Id FROM Entry__c WHERE Count__c = 1];`,
    };
    const unselective = orgWith(save, { triggers: [trigger('Count__c = 1')] });
    const selective = orgWith(save, { triggers: [trigger("Key__c = 'row 7'")] });
    for (const org of [unselective, selective]) fill(org, 200_001, (index) => `row ${index}`);
    assert.throws(
        () => unselective.run('save'),
        apexMessage(/Non-selective query against large object type \(more than 200000 rows\)/),
    );
    unselective.run('ask');
    selective.run('save');
});

test('text that Apex puts together binds variables, and no other expressions', () => {
    const org = orgWith({
        variable: `String name = 'row'; System.assertEquals(1, Database.query('SELECT Id FROM Entry__c WHERE Name = :name').size());`,
        expression: `List<String> names = new List<String>{ 'row' }; Database.query('SELECT Id FROM Entry__c WHERE Name = :names[0]');`,
    });
    fill(org, 1);
    org.run('variable');
    assert.throws(() => org.run('expression'), apexMessage(/./));
});
