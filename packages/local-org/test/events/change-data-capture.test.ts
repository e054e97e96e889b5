import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventRecord } from '../../src/events/log/event-record.ts';
import { MetadataError } from '../../src/metadata/metadata-error.ts';
import { channelMember, EventOrg } from '../support/event-org.ts';

const CAPTURED = {
    eventChannelMembers: [
        channelMember('ChangeEvents', 'AccountChangeEvent'),
        channelMember('ChangeEvents', 'Entry__ChangeEvent'),
    ],
};

function changes(org: EventOrg, topic = 'AccountChangeEvent'): EventRecord[] {
    return org.org.events.log.after(topic, 0);
}

/** `UPDATE Phone+LastModifiedDate`. */
function described({ header }: EventRecord): string {
    return [header?.changeType, header?.changedFields.join('+')].filter((part) => part).join(' ');
}

const CREATE = `Account account = new Account(Name = 'a', Phone = '1', Industry = 'Energy'); insert account;`;

test('each kind of change is an event: all values of a new record, the changed ones of an update', () => {
    const org = new EventOrg({
        metadata: CAPTURED,
        scripts: {
            create: CREATE,
            change: `Account account = [SELECT Id FROM Account]; account.Phone = '2'; account.Industry = null; update account;`,
            remove: `delete [SELECT Id FROM Account];`,
            restore: `undelete [SELECT Id FROM Account ALL ROWS];`,
        },
    });
    org.run('create');
    org.clock.advance(5000);
    for (const script of ['change', 'remove', 'restore']) org.run(script);
    const events = changes(org);
    assert.deepEqual(events.map(described), ['CREATE', 'UPDATE LastModifiedDate+Industry+Phone', 'DELETE', 'UNDELETE']);
    const [created, changed, removed, restored] = events;
    assert.equal(created?.values['Name'], 'a');
    assert.equal(created?.values['OwnerId'], org.org.ids.adminId);
    assert.deepEqual(changed?.values, { LastModifiedDate: org.clock.now(), Industry: null, Phone: '2' });
    assert.deepEqual(changed?.header?.nulledFields, ['Industry']);
    assert.deepEqual(removed?.values, {});
    assert.equal(restored?.values['Phone'], '2');
});

test('the header tells the object, the records, the user, the time and the transaction', () => {
    const org = new EventOrg({ metadata: CAPTURED, scripts: { create: `${CREATE} insert new Entry__c(Name = 'e');` } });
    org.run('create');
    const [account] = org.rows('SELECT Id FROM Account');
    const [event] = changes(org);
    const [entry] = changes(org, 'Entry__ChangeEvent');
    assert.ok(event?.header && entry?.header);
    const { transactionKey, commitNumber, ...header } = event.header;
    assert.deepEqual(header, {
        entityName: 'Account',
        recordIds: [account?.['Id']],
        changeType: 'CREATE',
        changeOrigin: '',
        sequenceNumber: 1,
        commitTimestamp: org.clock.now(),
        commitUser: org.org.ids.adminId,
        changedFields: [],
        nulledFields: [],
        diffFields: [],
    });
    assert.deepEqual(
        [entry.header.transactionKey, entry.header.commitNumber, entry.header.sequenceNumber],
        [transactionKey, commitNumber, 2],
    );
});

test('the same change of several records is one event', () => {
    const org = new EventOrg({
        metadata: CAPTURED,
        scripts: {
            create: `insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };`,
            same: `List<Account> all = [SELECT Id FROM Account]; for (Account each : all) { each.Phone = '1'; } update all;`,
            different: `List<Account> all = [SELECT Id, Name FROM Account]; for (Account each : all) { each.Phone = each.Name; } update all;`,
        },
    });
    for (const script of ['create', 'same', 'different']) org.run(script);
    assert.deepEqual(
        changes(org).map(({ header }) => header?.recordIds.length),
        [1, 1, 2, 1, 1],
    );
});

test('what a transaction takes back, or leaves as it was, is no change', () => {
    const org = new EventOrg({
        metadata: CAPTURED,
        scripts: {
            create: CREATE,
            takenBack: `Savepoint before = Database.setSavepoint(); insert new Account(Name = 'b'); Database.rollback(before);`,
            unchanged: `Account account = [SELECT Id, Phone FROM Account LIMIT 1]; update account;`,
            gone: `Account account = new Account(Name = 'c'); insert account; delete account;`,
        },
    });
    for (const script of ['create', 'takenBack', 'unchanged', 'gone']) org.run(script);
    assert.deepEqual(changes(org).map(described), ['CREATE']);
});

test('objects that nobody selected are not captured', () => {
    const org = new EventOrg({ metadata: CAPTURED, scripts: { create: `insert new Contact(LastName = 'a');` } });
    org.run('create');
    assert.deepEqual(changes(org, 'ContactChangeEvent'), []);
});

test('a trigger on change events runs after the commit, as Automated Process', () => {
    const org = new EventOrg({
        metadata: { eventChannelMembers: [channelMember('ChangeEvents', 'AccountChangeEvent')] },
        triggers: [
            `trigger AccountChanges on AccountChangeEvent (after insert) {
                for (AccountChangeEvent event : Trigger.new) {
                    EventBus.ChangeEventHeader header = event.ChangeEventHeader;
                    insert new Entry__c(Detail__c = header.getChangeType() + ' ' + header.getCommitUser() + ' ' + event.Name
                        + ' ' + UserInfo.getName() + ' ' + header.getRecordIds()[0]);
                }
            }`,
        ],
        scripts: { create: CREATE },
    });
    org.runAll('create');
    const [account] = org.rows('SELECT Id FROM Account');
    assert.deepEqual(org.entries(), [`CREATE ${org.org.ids.adminId} a Automated Process ${account?.['Id']}`]);
});

test('a sixth object, and what is no event, are refused when they are deployed', () => {
    const refused = (...entities: readonly string[]) =>
        assert.throws(
            () =>
                new EventOrg({
                    metadata: { eventChannelMembers: entities.map((name) => channelMember('ChangeEvents', name)) },
                }),
            MetadataError,
        );
    refused('Account', 'Account');
    refused(...['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'Task'].map((name) => `${name}ChangeEvent`));
});
