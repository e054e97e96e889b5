import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexAnonymous } from '@sw-studio/local-org';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import { QueueOrg } from '@sw-studio/cycle-tests/event-queue';

const EVENTS = 10_000;
const IDS = `List<Id> ids = new List<Id>(new Map<Id, Account>([SELECT Id FROM Account]).keySet());`;

/** Work of the customer that tells of accounts out of a job of its own, and wants its one enqueue for itself. */
const CUSTOMER_JOBS = [
    `public class CustomerJob implements Queueable {
        public void execute(QueueableContext context) {
            ${IDS}
            EventQueue.enqueue(ids, 'Update');
            System.enqueueJob(new NextJob());
        }
    }`,
    `public class NextJob implements Queueable {
        public void execute(QueueableContext context) {
            insert new Contact(LastName = 'the customer went on');
        }
    }`,
    `public class CustomerBatch implements Database.Batchable<SObject> {
        public Database.QueryLocator start(Database.BatchableContext context) {
            return Database.getQueryLocator('SELECT Id FROM Account');
        }
        public void execute(Database.BatchableContext context, List<Account> accounts) {
            EventQueue.enqueue(new List<Id>(new Map<Id, Account>(accounts).keySet()), 'Update');
        }
        public void finish(Database.BatchableContext context) {
        }
    }`,
];

function orgWith(accounts: number): QueueOrg {
    const org = new QueueOrg({ classes: CUSTOMER_JOBS });
    org.insert(
        'Account',
        Array.from({ length: accounts }, (_, index) => ({ Name: `Account ${index}` })),
    );
    org.switchOn();
    return org;
}

function run(org: QueueOrg, text: string): void {
    const result = new ApexAnonymous(org.runtime).execute(text, org.users.admin);
    assert.ok(result.success, JSON.stringify(result));
}

test('10,000 ids in one call cost one statement and one job, and all arrive', () => {
    const org = orgWith(EVENTS);
    run(
        org,
        `${IDS}
        Integer statements = Limits.getDmlStatements();
        EnqueueResult result = EventQueue.enqueue(ids, 'Update');
        System.assertEquals(${EVENTS}, result.accepted);
        System.assertEquals(1, Limits.getDmlStatements() - statements);
        System.assertEquals(1, Limits.getQueueableJobs());`,
    );
    org.advance(MINUTE);
    assert.equal(org.receiver.taken.length, EVENTS);
    assert.equal(org.events().length, 0);
    assert.ok(org.executions() <= EVENTS / 1000, `${org.executions()} executions`);
});

test('10,000 ids beside rows of the customer go out as messages, and all arrive', () => {
    const org = orgWith(EVENTS);
    run(
        org,
        `${IDS}
        List<Contact> own = new List<Contact>();
        for (Integer index = 0; index < 100; index++) { own.add(new Contact(LastName = 'own')); }
        insert own;
        EnqueueResult result = EventQueue.enqueue(ids, 'Update');
        System.assertEquals(${EVENTS}, result.asMessages);`,
    );
    org.advance(HOUR);
    assert.equal(org.receiver.taken.length, EVENTS);
    assert.equal(org.events().length, 0);
});

test('a queueable of the customer keeps its enqueue, and its events are delivered by a batch', () => {
    const org = orgWith(300);
    run(org, 'System.enqueueJob(new CustomerJob());');
    org.advance(MINUTE);
    assert.equal(org.receiver.taken.length, 300);
    assert.equal(org.rows("SELECT Id FROM Contact WHERE LastName = 'the customer went on'").length, 1);
    assert.equal(org.rows("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'UpdateToSalesWingsBatch'").length, 1);
});

test('a batch of the customer starts nothing, and its events are delivered by the next cycle', () => {
    const org = orgWith(300);
    run(org, 'Database.executeBatch(new CustomerBatch());');
    org.advance(MINUTE);
    assert.equal(org.receiver.taken.length, 0);
    assert.equal(org.events("Status__c = 'Pending'").length, 300);
    org.advance(HOUR / 2);
    assert.equal(org.receiver.taken.length, 300);
    assert.equal(org.events().length, 0);
    const [cycle] = org.rows('SELECT Events_Delivered__c FROM SW_Apex_Job__c WHERE Events_Delivered__c > 0');
    assert.equal(cycle?.['Events_Delivered__c'], 300);
});
