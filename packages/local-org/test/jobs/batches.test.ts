import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive } from '@sw-studio/apex/runtime';
import type { BatchError } from '../../src/jobs/run/job-host.ts';
import { JobOrg, type JobOrgOptions } from '../support/job-org.ts';

/** Counts entries in scopes. @param markers interfaces beside Batchable */
function marker(markers = ''): string {
    return `public class Marker implements Database.Batchable<SObject>${markers} {
    public Integer seen = 0;
    public String prefix = 'e%';
    public Database.QueryLocator start(Database.BatchableContext context) {
        seen = 100;
        return Database.getQueryLocator([SELECT Id, Name, Count__c FROM Entry__c WHERE Name LIKE :prefix ORDER BY Name]);
    }
    public void execute(Database.BatchableContext context, List<Entry__c> scope) {
        seen += scope.size();
        for (Entry__c each : scope) {
            each.Count__c = seen;
        }
        update scope;
        for (Entry__c each : scope) {
            if (each.Name == 'e bad') { throw new MathException('bad scope'); }
        }
    }
    public void finish(Database.BatchableContext context) {
        AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob WHERE Id = :context.getJobId()];
        Journal.write('finish ' + seen + ' ' + job.Status + ' ' + job.JobItemsProcessed + '/' + job.TotalJobItems + ' errors ' + job.NumberOfErrors);
    }
}`;
}

function batchOrg(markers: string, names: readonly string[], options: JobOrgOptions = {}): JobOrg {
    const org = new JobOrg({
        ...options,
        classes: [marker(markers), ...(options.classes ?? [])],
        scripts: {
            fill: names.map((name) => `insert new Entry__c(Name = '${name}');`).join('\n'),
            start: 'Database.executeBatch(new Marker(), 2);',
            ...options.scripts,
        },
    });
    org.run('fill');
    return org;
}

function counts(org: JobOrg): unknown[] {
    return org.rows("SELECT Count__c FROM Entry__c WHERE Name LIKE 'e %' ORDER BY Name").map((row) => row['Count__c']);
}

function finish(org: JobOrg): string | null {
    return org.entries().at(-1) ?? null;
}

test('each transaction begins with the fields as they were when the batch was started', () => {
    const org = batchOrg('', ['e 1', 'e 2', 'e 3']);
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(counts(org), [2, 2, 1]);
    assert.equal(finish(org), 'finish 0 Processing 2/2 errors 0');
});

test('Database.Stateful keeps what the transactions did to the fields', () => {
    const org = batchOrg(', Database.Stateful', ['e 1', 'e 2', 'e 3']);
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(counts(org), [102, 102, 103]);
    assert.equal(finish(org), 'finish 103 Processing 2/2 errors 0');
});

test('a scope that fails is rolled back alone, state included; the job is Completed with its errors', () => {
    const org = batchOrg(', Database.Stateful', ['e 1', 'e 2', 'e 4', 'e 5', 'e bad']);
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(counts(org), [102, 102, 104, 104, null]);
    assert.equal(finish(org), 'finish 104 Processing 3/3 errors 1');
    const [job] = org.rows("SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'BatchApex'");
    assert.deepEqual([job?.['Status'], job?.['ExtendedStatus']], ['Completed', 'First error: bad scope']);
});

test('a batch goes from Holding by Queued, Preparing and Processing to Completed', () => {
    const org = batchOrg('', ['e 1', 'e 2', 'e 3']);
    const status = (): unknown =>
        org.rows("SELECT Status FROM AsyncApexJob WHERE JobType = 'BatchApex'")[0]?.['Status'];
    const seen: unknown[] = [];
    org.run('start');
    seen.push(status());
    for (let job = org.jobs.take(); job !== undefined; job = org.jobs.take()) {
        for (const step of org.jobs.run(job)) if (step.detail === 'COMMIT') seen.push(status());
    }
    seen.push(status());
    assert.deepEqual(seen, ['Queued', 'Preparing', 'Processing', 'Processing', 'Processing', 'Completed']);
});

test('a scope sees its records as they are when it is executed; those deleted since are left out', () => {
    const org = batchOrg('', ['e 1', 'e 2', 'e 3'], {
        scripts: { remove: `delete [SELECT Id FROM Entry__c WHERE Name = 'e 2'];` },
    });
    org.run('start');
    const start = org.jobs.take();
    assert.ok(start);
    drive(org.jobs.run(start));
    org.run('remove');
    org.jobs.runDue();
    assert.deepEqual(counts(org), [1, 1]);
});

test('an iterable may hold anything, and its scope has no upper bound', () => {
    const org = new JobOrg({
        classes: [
            `public class Things implements Database.Batchable<Things.Thing>, Iterable<Things.Thing>, Iterator<Things.Thing> {
                public class Thing { public Integer n; public Thing(Integer n) { this.n = n; } }
                private Integer next = 0;
                public Iterable<Things.Thing> start(Database.BatchableContext context) { return this; }
                public Iterator<Things.Thing> iterator() { return this; }
                public Boolean hasNext() { return next < 5; }
                public Things.Thing next() { return new Thing(next++); }
                public void execute(Database.BatchableContext context, List<Things.Thing> scope) {
                    Integer sum = 0;
                    for (Things.Thing each : scope) { sum += each.n; }
                    Journal.write(scope.size() + ' things, sum ' + sum);
                }
                public void finish(Database.BatchableContext context) { }
            }`,
        ],
        scripts: {
            start: 'Database.executeBatch(new Things(), 3);',
            all: 'Database.executeBatch(new Things(), 5000);',
        },
    });
    org.run('start');
    org.run('all');
    org.jobs.runDue();
    assert.deepEqual(org.entries().sort(), ['2 things, sum 7', '3 things, sum 3', '5 things, sum 10']);
});

test('a locator is cut into scopes of 200, and of 2,000 at most', () => {
    const org = new JobOrg({
        classes: [
            `public class Sizes implements Database.Batchable<SObject> {
                public Database.QueryLocator start(Database.BatchableContext context) {
                    return Database.getQueryLocator('SELECT Id FROM Entry__c');
                }
                public void execute(Database.BatchableContext context, List<SObject> scope) { }
                public void finish(Database.BatchableContext context) { }
            }`,
        ],
        scripts: {
            fill: `List<Entry__c> entries = new List<Entry__c>();
                for (Integer i = 0; i < 2500; i++) { entries.add(new Entry__c(Name = 'e')); }
                insert entries;`,
            plain: 'Database.executeBatch(new Sizes());',
            huge: 'Database.executeBatch(new Sizes(), 10000);',
            none: 'Database.executeBatch(new Sizes(), 0);',
        },
    });
    org.run('fill');
    org.run('plain');
    org.run('huge');
    org.jobs.runDue();
    assert.deepEqual(
        org
            .rows("SELECT TotalJobItems FROM AsyncApexJob WHERE JobType = 'BatchApex' ORDER BY Id")
            .map((row) => row['TotalJobItems']),
        [13, 2],
    );
    assert.throws(() => org.run('none'));
});

test('a start that fails ends the job', () => {
    const org = new JobOrg({
        classes: [
            `public class NoStart implements Database.Batchable<SObject> {
                public Database.QueryLocator start(Database.BatchableContext context) { throw new MathException('no start'); }
                public void execute(Database.BatchableContext context, List<SObject> scope) { }
                public void finish(Database.BatchableContext context) { Journal.write('finish'); }
            }`,
        ],
        scripts: { start: 'Database.executeBatch(new NoStart());' },
    });
    org.run('start');
    org.jobs.runDue();
    const [job] = org.rows('SELECT Status, ExtendedStatus FROM AsyncApexJob');
    assert.deepEqual([job?.['Status'], job?.['ExtendedStatus']], ['Failed', 'First error: no start']);
    assert.deepEqual(org.entries(), []);
});

test('a batch that raises platform events tells of each failure: phase, scope, exception', () => {
    const org = batchOrg(', Database.RaisesPlatformEvents', ['e 1', 'e 2', 'e bad']);
    const errors: BatchError[] = [];
    org.jobs.onBatchError = (error) => errors.push(error);
    org.run('start');
    org.jobs.runDue();
    const [job] = org.rows("SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex'");
    const [bad] = org.rows("SELECT Id FROM Entry__c WHERE Name = 'e bad'");
    assert.equal(errors.length, 1);
    const { requestId, stackTrace, ...told } = errors[0] as BatchError;
    assert.deepEqual(told, {
        jobId: job?.['Id'],
        scopeIds: [bad?.['Id']],
        exceptionType: 'System.MathException',
        message: 'bad scope',
        phase: 'EXECUTE',
        userId: org.org.ids.adminId,
    });
    assert.match(stackTrace, /Class\.Marker\.execute: line 15/);
    assert.equal(requestId.length, 22);
});

test('other batches keep their failures to themselves', () => {
    const org = batchOrg('', ['e bad']);
    const errors: BatchError[] = [];
    org.jobs.onBatchError = (error) => errors.push(error);
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(errors, []);
});

test('a batch over a query has a worker row for every 10,000 records', () => {
    const org = batchOrg('', ['e 1']);
    org.run('start');
    org.jobs.runDue();
    const [job] = org.rows("SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex'");
    assert.deepEqual(
        org
            .rows("SELECT ParentJobId, Status FROM AsyncApexJob WHERE JobType = 'BatchApexWorker'")
            .map((row) => [row['ParentJobId'], row['Status']]),
        [[job?.['Id'], 'Completed']],
    );
});
