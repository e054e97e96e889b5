import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import { ACCOUNT_TRIGGER, QueueOrg } from '@sw-studio/cycle-tests/event-queue';

const EVENTS = 10_000;
const MOST_EXECUTIONS = 12;

test('one redrive of 10,000 dead events is answered at once and delivered in at most 12 executions', () => {
    const org = new QueueOrg({ triggers: [ACCOUNT_TRIGGER] });
    org.switchOn();
    org.setOptions({ Sync_Gap_mins__c: 600 });
    const { receiver } = org;
    for (let load = 0; load < 2; load++) {
        const ids = org.insert(
            'Account',
            Array.from({ length: EVENTS / 2 }, (_, index) => ({ Name: `Account ${load} ${index}` })),
        );
        ids.forEach((id) => receiver.rejecting.add(id));
        org.update(
            'Account',
            ids.map((Id) => ({ Id, Name: 'Changed' })),
        );
        org.advance(MINUTE);
    }
    assert.equal(org.events("Status__c = 'Dead'").length, EVENTS);
    receiver.rejecting.clear();
    const before = org.executions();

    const { status, body } = org.postBody('/EventQueue/v1/Retry', { filter: { errorCode: 'RECORD_UNWANTED' } });

    assert.equal(status, 202);
    assert.equal((body as { count: number }).count, EVENTS);
    assert.match((body as { id: string }).id, /^707\w{15}$/);
    org.advance(MINUTE);
    assert.equal(org.events().length, 0);
    assert.equal(receiver.taken.length, EVENTS);
    const executions = org.executions() - before;
    assert.ok(executions <= MOST_EXECUTIONS, `${executions} executions`);
});

test('a redrive that is under way ends with the sync, and what it had not reached is still dead', () => {
    const org = new QueueOrg({ triggers: [ACCOUNT_TRIGGER] });
    org.switchOn();
    const ids = org.insert(
        'Account',
        Array.from({ length: 5000 }, (_, index) => ({ Name: `Account ${index}` })),
    );
    ids.forEach((id) => org.receiver.rejecting.add(id));
    org.update(
        'Account',
        ids.map((Id) => ({ Id, Name: 'Changed' })),
    );
    org.advance(MINUTE);

    assert.equal(org.postBody('/EventQueue/v1/Retry', {}).status, 202);
    assert.equal(org.post('/Sync/v1/StopSync').status, 200);
    org.advance(HOUR);

    assert.equal(org.events("Status__c = 'Dead'").length, 5000);
    const waiting = org.rows("SELECT Id FROM AsyncApexJob WHERE Status IN ('Queued', 'Holding', 'Processing')");
    assert.deepEqual(waiting, []);
});
