import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ApexAnonymous, readProject } from '@sw-studio/local-org';
import { HOUR } from '@sw-studio/cycle-tests';
import { QueueOrg } from '@sw-studio/cycle-tests/event-queue';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const ACCOUNTS = 450;

/** Takes every event but that of the account named `bad`, for which it never ends. */
const LOOPING = `public class LoopingHandler implements EventHandler {
    public List<EventOutcome> deliver(List<QueuedEvent> events) {
        Set<Id> ids = new Set<Id>();
        for (QueuedEvent event : events) {
            ids.add(event.recordId);
        }
        Boolean isBad = ![SELECT Id FROM Account WHERE Id IN :ids AND Name = 'bad'].isEmpty();
        while (isBad) {
            isBad = [SELECT COUNT() FROM Account WHERE Id IN :ids] > 0;
        }
        List<EventOutcome> outcomes = new List<EventOutcome>();
        for (QueuedEvent event : events) {
            outcomes.add(EventOutcome.delivered(event));
        }
        return outcomes;
    }
}`;

const ENQUEUE = `List<Id> ids = new List<Id>(new Map<Id, Account>([SELECT Id FROM Account]).keySet());
    EventQueue.enqueue(ids, 'Update');`;
const CUSTOMER_JOB = `public class CustomerJob implements Queueable {
    public void execute(QueueableContext context) {
        ${ENQUEUE}
    }
}`;

for (const [lane, start] of [
    ['links', ENQUEUE],
    ['laps of a batch', 'System.enqueueJob(new CustomerJob());'],
] as const)
    test(`a handler that loops into a limit for one event of 450, in ${lane}: the others are delivered, that one is named`, () => {
        const org = new QueueOrg({ classes: [LOOPING, CUSTOMER_JOB] });
        deployHandler(org, 'LoopingHandler');
        const ids = org.insert(
            'Account',
            Array.from({ length: ACCOUNTS }, (_, index) => ({ Name: index === 333 ? 'bad' : `Account ${index}` })),
        );
        org.switchOn();
        assert.ok(new ApexAnonymous(org.runtime).execute(start, org.users.admin).success);

        org.advance(2 * HOUR);

        const left = org.events();
        assert.equal(left.length, 1, JSON.stringify(left.slice(0, 3)));
        assert.equal(left[0]?.['Status__c'], 'Dead');
        assert.equal(left[0]?.['Record_Id__c'], ids[333]);
        assert.match(String(left[0]?.['Last_Error__c']), /Too many SOQL queries/);
    });

/** The package with a record of SW Event Handler of the customer's own, which serves accounts. */
function deployHandler({ org }: QueueOrg, className: string): void {
    const source = readProject(ROOT);
    const values = [
        { field: 'Handler_Class__c', value: className },
        { field: 'Object_Name__c', value: 'Account' },
        { field: 'Enabled__c', value: 'true' },
        { field: 'Batch_Size__c', value: '200' },
    ];
    const record = { developerName: className, label: className, protected: false, values, file: className };
    const records = [...source.customMetadataRecords, { ...record, objectName: 'SW_Event_Handler__mdt' }];
    org.deploy([{ ...source, customMetadataRecords: records }]);
}
