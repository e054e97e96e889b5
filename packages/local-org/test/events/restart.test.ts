import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { EventOrg, JOURNAL_TRIGGER, publish } from '../support/event-org.ts';

let folder: string;

beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'events-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The org of the folder; opened a second time it is the one that was kept. */
function open(trigger = JOURNAL_TRIGGER): EventOrg {
    return new EventOrg({
        triggers: [trigger],
        scripts: {
            one: publish('Order__e', 1),
            two: publish('Order__e', 2),
            watched: `EventBus.publish(new Order__e(Number__c = 3), new Watcher());`,
        },
        classes: [
            `public class Watcher implements EventBus.EventPublishSuccessCallback {
                public void onSuccess(EventBus.SuccessResult result) {
                    insert new Entry__c(Detail__c = 'told ' + result.getEventUuids().size());
                }
            }`,
        ],
        org: { durability: new SqliteDurability(path.join(folder, 'org.db')) },
    });
}

/** The process ends here. */
function close(org: EventOrg): void {
    org.org.close();
}

test('events that were not delivered before the end of the process are delivered after it, the others are not', () => {
    const before = open();
    before.runAll('one');
    before.run('two');
    close(before);
    const after = open();
    after.jobs.runDue();
    assert.deepEqual(after.entries(), ['1', '2']);
    close(after);
});

test('replay ids go on where they were, and what was published before can be replayed', () => {
    const before = open();
    before.run('one');
    const last = before.org.events.log.tip;
    close(before);
    const after = open();
    after.run('two');
    const events = after.org.events.openSubscription('/event/Order__e', { replayFrom: -2 }).take();
    assert.deepEqual(
        events.map(({ replayId, values }) => [replayId, values['Number__c']]),
        [
            [last, 1],
            [last + 1, 2],
        ],
    );
    close(after);
});

test('so do retries and their pauses', () => {
    const retrying = `trigger OrderTrigger on Order__e (after insert) {
        if (EventBus.TriggerContext.currentContext().retries < 2) { throw new EventBus.RetryableException('later'); }
        insert new Entry__c(Detail__c = 'done');
    }`;
    const before = open(retrying);
    before.runAll('one');
    close(before);
    const after = open(retrying);
    after.jobs.runDue();
    assert.deepEqual([after.subscriber()['Retries'], after.subscriber()['LastError']], [1, 'later']);
    after.jobs.advance(60_000);
    assert.deepEqual(after.entries(), ['done']);
    close(after);
});

test('a publish callback is told after the end of the process too, once', () => {
    const before = open();
    before.run('watched');
    close(before);
    const after = open();
    after.jobs.runDue();
    assert.deepEqual(after.entries().sort(), ['3', 'told 1']);
    close(after);
    const again = open();
    again.jobs.runDue();
    assert.equal(again.entries().length, 2);
    close(again);
});
