import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR } from '@sw-studio/cycle-tests';
import { ACCOUNT_TRIGGER, QueueOrg } from '@sw-studio/cycle-tests/event-queue';

const ACCOUNTS = 5000;
const REJECTED = ACCOUNTS / 100;

test('5,000 accounts updated in one load reach a vendor that fails 10 % for now and 1 % for good', () => {
    const org = new QueueOrg({ triggers: [ACCOUNT_TRIGGER] });
    org.switchOn();
    const ids = org.insert(
        'Account',
        Array.from({ length: ACCOUNTS }, (_, index) => ({ Name: `Account ${index}` })),
    );
    const { receiver } = org;
    ids.filter((_, index) => index % 100 === 7).forEach((id) => receiver.rejecting.add(id));
    receiver.failingShare = 0.1;

    org.update(
        'Account',
        ids.map((Id, index) => ({ Id, Name: `Changed ${index}` })),
    );
    assert.equal(org.events().length, ACCOUNTS, 'the save writes a row for each');
    assert.equal(receiver.taken.length, 0, 'and does not wait for any');
    org.advance(2 * HOUR);

    assert.equal(receiver.taken.length, ACCOUNTS - REJECTED);
    const dead = org.events("Status__c = 'Dead'");
    assert.equal(dead.length, REJECTED);
    assert.equal(org.events().length, REJECTED, 'nothing else is left');
    assert.ok(dead.every((row) => row['Last_Error__c'] === 'SalesWings does not take this record.'));
    assert.ok(
        dead.every((row) => row['Attempts__c'] === 1),
        'what is refused for good is not tried again',
    );

    receiver.rejecting.clear();
    receiver.failingShare = 0;
    assert.deepEqual(org.postBody('/EventQueue/v1/Retry', {}), {
        status: 200,
        body: { count: REJECTED, dryRun: false },
    });
    org.advance(HOUR / 6);

    assert.equal(org.events().length, 0);
    assert.equal(receiver.taken.length, ACCOUNTS);
    assert.equal(new Set(receiver.taken.map(({ recordId }) => recordId)).size, ACCOUNTS, 'each once');
    assert.deepEqual(receiver.repeated, []);
});
