import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, JobOrg } from '../support/job-org.ts';

const EVERYTHING = `public class Everything implements Queueable, Schedulable, Finalizer, Database.Batchable<SObject> {
    public Everything other;
    public void execute(QueueableContext context) { System.attachFinalizer(this); Journal.write('queueable ' + (other != null)); }
    public void execute(FinalizerContext context) { Journal.write('finalizer'); }
    public void execute(SchedulableContext context) { Journal.write('schedule'); }
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id FROM Entry__c LIMIT 1]); }
    public void execute(Database.BatchableContext context, List<Entry__c> scope) { Journal.write('batch'); }
    public void finish(Database.BatchableContext context) { }
    @future
    public static void later(String text) { Journal.write(text); }
}`;

test('every kind of job of a managed package runs under its names', () => {
    const org = new JobOrg({
        namespace: 'acme',
        classes: [EVERYTHING],
        scripts: {
            start: `Everything job = new Everything();
                job.other = new Everything();
                System.enqueueJob(job);
                Everything.later('future');
                System.schedule('schedule', '0 0 1 * * ?', job);`,
            batch: 'Database.executeBatch(new Everything());',
        },
    });
    org.run('start');
    org.jobs.runDue();
    org.run('batch');
    org.jobs.advance(HOUR);
    const lines = org
        .rows('SELECT acme__Detail__c FROM acme__Entry__c ORDER BY Id')
        .map((row) => row['acme__Detail__c']);
    assert.deepEqual(lines.sort(), ['batch', 'finalizer', 'future', 'queueable true', 'schedule']);
    assert.equal(
        org.count(
            "SELECT Id FROM AsyncApexJob WHERE ApexClass.NamespacePrefix = 'acme' AND ApexClass.Name = 'Everything'",
        ),
        6,
    );
});
