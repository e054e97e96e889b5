import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventOrg } from '../support/event-org.ts';

const CLASSES = [
    `public class Failing implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
        public Database.QueryLocator start(Database.BatchableContext context) {
            return Database.getQueryLocator('SELECT Id, Name FROM Entry__c ORDER BY Id');
        }
        public void execute(Database.BatchableContext context, List<Entry__c> scope) {
            if (scope[0].Name == 'bad') { throw new MathException('bad scope'); }
        }
        public void finish(Database.BatchableContext context) {}
    }`,
];

const TRIGGER = `trigger Errors on BatchApexErrorEvent (after insert) {
    for (BatchApexErrorEvent event : Trigger.new) {
        insert new Entry__c(Name = 'error', Key__c = event.JobScope,
            Detail__c = String.join(new List<String>{ event.Phase, event.ExceptionType, event.Message }, ' '));
    }
}`;

test('a scope that fails is told by a BatchApexErrorEvent with its job, phase, exception and records', () => {
    const org = new EventOrg({
        classes: CLASSES,
        triggers: [TRIGGER],
        scripts: {
            start: `insert new List<Entry__c>{ new Entry__c(Name = 'good'), new Entry__c(Name = 'bad') };
                Database.executeBatch(new Failing(), 1);`,
        },
    });
    org.runAll('start');
    const [bad] = org.rows("SELECT Id FROM Entry__c WHERE Name = 'bad'");
    const told = org.rows("SELECT Key__c, Detail__c FROM Entry__c WHERE Name = 'error'");
    assert.deepEqual(
        told.map((row) => [row['Key__c'], row['Detail__c']]),
        [[bad?.['Id'], 'EXECUTE System.MathException bad scope']],
    );
    const [event] = org.org.events.log.after('BatchApexErrorEvent', 0);
    const [job] = org.rows("SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex'");
    assert.deepEqual([event?.values['AsyncApexJobId'], event?.publishedBy], [job?.['Id'], org.org.ids.adminId]);
});

test('code cannot publish events that only the platform publishes', () => {
    const org = new EventOrg({
        scripts: {
            publish: `Database.SaveResult result = EventBus.publish(new BatchApexErrorEvent(Phase = 'EXECUTE'));
                insert new Entry__c(Detail__c = result.isSuccess() + ' ' + result.getErrors()[0].getStatusCode());`,
        },
    });
    org.run('publish');
    assert.deepEqual(org.entries(), ['false INVALID_TYPE_FOR_OPERATION']);
});
