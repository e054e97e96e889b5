import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventOrg, JOURNAL_TRIGGER, publish, subscriberConfig } from '../support/event-org.ts';

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

test('each trigger has a place of its own in the stream, and one that is new starts with what comes', () => {
    const org = new EventOrg({
        triggers: [JOURNAL_TRIGGER, JOURNAL_TRIGGER.replace('OrderTrigger', 'OtherTrigger').replace("' ')", "'+')")],
        scripts: { publish: publish('Order__e', 1, 2) },
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['1 2', '1+2']);
    assert.deepEqual(
        org.rows('SELECT Name, Position FROM EventBusSubscriber').map((row) => row['Position']),
        [2, 2],
    );
});

test('an event that is published immediately survives the rollback of its transaction', () => {
    const org = new EventOrg({
        triggers: [JOURNAL_TRIGGER.replace('Order__e (', 'Alarm__e (').replaceAll('(Order__e ', '(Alarm__e ')],
        scripts: {
            publish: `${publish('Alarm__e', 7)} ${publish('Order__e', 8).replaceAll('events', 'orders')}
                throw new MathException('rolled back');`,
        },
    });
    assert.throws(() => org.run('publish'), { message: 'rolled back' });
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['7']);
});

const WHO = `trigger OrderTrigger on Order__e (after insert) {
    insert new Entry__c(Detail__c = UserInfo.getName() + ' ' + Trigger.size + ' ' + Limits.getLimitQueries());
}`;

test('a trigger runs as Automated Process, with the limits of synchronous Apex', () => {
    const org = new EventOrg({ triggers: [WHO], scripts: { publish: publish('Order__e', 1, 2) } });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['Automated Process 2 100']);
    const [entry] = org.rows('SELECT CreatedById FROM Entry__c');
    assert.equal(entry?.['CreatedById'], org.org.ids.automatedProcessId);
});

test('a PlatformEventSubscriberConfig names the user and the size of the batches', () => {
    const org = new EventOrg({
        triggers: [WHO],
        scripts: { publish: publish('Order__e', 1, 5) },
        metadata: {
            eventSubscriberConfigs: [
                subscriberConfig('OrderTrigger', { user: 'admin@local.example.com', batchSize: '2' }),
            ],
        },
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['Admin User 2 100', 'Admin User 2 100', 'Admin User 1 100']);
});

test('a trigger whose user does not exist is suspended and says why; resumed, it misses nothing', () => {
    const org = new EventOrg({
        triggers: [WHO],
        scripts: {
            publish: publish('Order__e', 1),
            rename: `update new User(Id = UserInfo.getUserId(), Username = 'runner@example.com');`,
        },
        metadata: { eventSubscriberConfigs: [subscriberConfig('OrderTrigger', { user: 'runner@example.com' })] },
    });
    org.runAll('publish');
    assert.equal(org.subscriber()['Status'], 'Suspended');
    assert.match(String(org.subscriber()['LastError']), /runner@example.com/);
    org.run('rename');
    org.jobs.events.resume('OrderTrigger', 'lastProcessed');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['Admin User 1 100']);
});

test('so it does when the org is deployed again', () => {
    const options = {
        triggers: [WHO],
        scripts: {
            publish: publish('Order__e', 1),
            rename: `update new User(Id = UserInfo.getUserId(), Username = 'runner@example.com');`,
        },
        metadata: { eventSubscriberConfigs: [subscriberConfig('OrderTrigger', { user: 'runner@example.com' })] },
    };
    const org = new EventOrg(options);
    org.runAll('publish');
    org.run('rename');
    const again = org.redeployed(options);
    again.jobs.runDue();
    assert.deepEqual(again.entries(), ['Admin User 1 100']);
});

test('what a trigger publishes is delivered in its turn', () => {
    const org = new EventOrg({
        triggers: [
            `trigger OrderTrigger on Order__e (after insert) {
                for (Order__e event : Trigger.new) {
                    insert new Entry__c(Detail__c = '' + event.Number__c);
                    if (event.Number__c < 3) { EventBus.publish(new Order__e(Number__c = event.Number__c + 1)); }
                }
            }`,
        ],
        scripts: { publish: publish('Order__e', 1) },
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['1', '2', '3']);
});

test('a trigger sees who published, when, and under which UUID', () => {
    const org = new EventOrg({
        triggers: [
            `trigger OrderTrigger on Order__e (after insert) {
                Order__e event = Trigger.new[0];
                insert new Entry__c(Detail__c = event.CreatedById + ' ' + event.CreatedDate.getTime() + ' ' + event.ReplayId,
                    Key__c = event.EventUuid);
            }`,
        ],
        scripts: {
            publish: `Order__e event = (Order__e) Order__e.SObjectType.newSObject(null, true);
                event.Number__c = 1;
                Database.SaveResult result = EventBus.publish(event);
                insert new Entry__c(Name = 'uuid', Key__c = 'known ' + event.EventUuid,
                    Detail__c = '' + (EventBus.getOperationId(result) == event.EventUuid));`,
        },
    });
    org.runAll('publish');
    const [known, seen] = org.rows('SELECT Key__c, Detail__c FROM Entry__c ORDER BY Id');
    assert.equal(known?.['Key__c'], `known ${seen?.['Key__c']}`);
    assert.equal(known?.['Detail__c'], 'true');
    assert.equal(seen?.['Detail__c'], `${org.org.ids.adminId} ${org.clock.now()} 1`);
});
