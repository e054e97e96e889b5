import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventOrg, JOURNAL_TRIGGER, publish } from '../support/event-org.ts';

test('a trigger runs after the transaction that published, on all of its events at once, in their order', () => {
    const org = new EventOrg({
        triggers: [JOURNAL_TRIGGER],
        scripts: { publish: `${publish('Order__e', 1, 3)} insert new Entry__c(Detail__c = 'published');` },
    });
    org.run('publish');
    assert.deepEqual(org.entries(), ['published']);
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['published', '1 2 3']);
});

test('events of several transactions are given to a trigger together', () => {
    const org = new EventOrg({
        triggers: [JOURNAL_TRIGGER],
        scripts: { first: publish('Order__e', 1, 2), second: publish('Order__e', 3) },
    });
    org.runAll('first', 'second');
    assert.deepEqual(org.entries(), ['1 2 3']);
});

test('2,000 events are a batch', () => {
    const org = new EventOrg({
        triggers: [
            `trigger OrderTrigger on Order__e (after insert) {
            insert new Entry__c(Detail__c = Trigger.size + ' ' + Trigger.isAfter + ' ' + Trigger.isInsert);
        }`,
        ],
        scripts: { publish: publish('Order__e', 1, 2500) },
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['2000 true true', '500 true true']);
});
