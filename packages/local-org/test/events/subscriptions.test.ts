import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubscriptionError } from '../../src/events/subscriptions/subscription-error.ts';
import { channelMember, EventOrg, publish } from '../support/event-org.ts';
import { grantObject, ServiceOrg } from '../support/service-org.ts';

const scripts = { one: publish('Order__e', 1), two: publish('Order__e', 2), alarm: publish('Alarm__e', 3) };
const HOUR = 3_600_000;

/** What a subscriber hears, by the number of each event. */
function listen(org: EventOrg, channel: string, replayFrom: number): unknown[] {
    const heard: unknown[] = [];
    org.org.events.subscribe(channel, { replayFrom }, ({ values, header }) => {
        heard.push(values['Number__c'] ?? header?.entityName);
    });
    return heard;
}

function refusal(subscribe: () => unknown): string {
    try {
        subscribe();
    } catch (error) {
        return (error as SubscriptionError).code;
    }
    return 'accepted';
}

test('a subscriber hears what is published after it subscribed, once it is committed', () => {
    const org = new EventOrg({ scripts });
    org.run('one');
    const heard = listen(org, '/event/Order__e', -1);
    org.run('two');
    org.run('alarm');
    assert.deepEqual(heard, [2]);
});

test('-2 replays everything that is retained, a replay id what came after it', () => {
    const org = new EventOrg({ scripts });
    org.run('one');
    org.run('two');
    assert.deepEqual(listen(org, '/event/Order__e', -2), [1, 2]);
    const [first] = org.org.events.log.after('Order__e', 0);
    assert.deepEqual(listen(org, '/event/Order__e', first?.replayId ?? 0), [2]);
});

test('events are retained for 72 hours; a replay id that is older is refused', () => {
    const org = new EventOrg({ scripts });
    org.run('one');
    const first = org.org.events.log.tip;
    org.jobs.advance(71 * HOUR);
    org.run('two');
    assert.deepEqual(listen(org, '/event/Order__e', -2), [1, 2]);
    org.jobs.advance(2 * HOUR);
    assert.deepEqual(listen(org, '/event/Order__e', -2), [2]);
    const subscribe = (replayFrom: number) =>
        refusal(() => org.org.events.openSubscription('/event/Order__e', { replayFrom }));
    assert.equal(subscribe(first), 'INVALID_REPLAY_ID');
    assert.equal(subscribe(99), 'INVALID_REPLAY_ID');
});

test('a subscription that is closed hears nothing more', () => {
    const org = new EventOrg({ scripts });
    const heard: unknown[] = [];
    const subscription = org.org.events.subscribe('/event/Order__e', {}, (event) => heard.push(event));
    subscription.close();
    org.run('one');
    assert.deepEqual(heard, []);
});

test('a subscriber may take events as it gets on with them', () => {
    const org = new EventOrg({ scripts: { many: publish('Order__e', 1, 5) } });
    const subscription = org.org.events.openSubscription('/event/Order__e');
    let calls = 0;
    subscription.onAvailable = () => void calls++;
    org.run('many');
    const numbers = (limit: number) => subscription.take(limit).map(({ values }) => values['Number__c']);
    assert.equal(calls, 1);
    assert.deepEqual([numbers(2), numbers(2), numbers(2), numbers(2)], [[1, 2], [3, 4], [5], []]);
});

const CHANNELS = {
    eventChannels: [{ name: 'Sales__chn', label: 'Sales', content: { channelType: 'data', label: 'Sales' } }],
    eventChannelMembers: [
        channelMember('ChangeEvents', 'AccountChangeEvent'),
        channelMember('ChangeEvents', 'ContactChangeEvent'),
        channelMember('Sales__chn', 'ContactChangeEvent'),
        channelMember('Sales__chn', 'LeadChangeEvent'),
    ],
};

test('change events are heard on the channel of their object, on that of all objects, and on custom ones', () => {
    const org = new EventOrg({
        metadata: CHANNELS,
        scripts: {
            save: `insert new Account(Name = 'a'); insert new Contact(LastName = 'c'); insert new Lead(LastName = 'l', Company = 'x');`,
        },
    });
    org.run('save');
    assert.deepEqual(listen(org, '/data/AccountChangeEvent', -2), ['Account']);
    assert.deepEqual(listen(org, '/data/ChangeEvents', -2), ['Account', 'Contact']);
    assert.deepEqual(listen(org, '/data/Sales__chn', -2), ['Contact', 'Lead']);
    assert.deepEqual(listen(org, '/data/LeadChangeEvent', -2), [], 'not selected for the standard channel');
});

test('a channel that does not exist is refused', () => {
    const org = new EventOrg();
    for (const channel of ['/event/Nothing__e', '/event/Account', '/data/Order__e', '/topic/Orders', 'Order__e']) {
        assert.equal(
            refusal(() => org.org.events.openSubscription(channel)),
            'UNKNOWN_CHANNEL',
            channel,
        );
    }
});

test('without the permission to read the event nobody listens to it', () => {
    const org = new ServiceOrg({ scripts });
    const subscribe = () => org.org.events.openSubscription('/event/Order__e', { userId: org.visitorId });
    assert.equal(refusal(subscribe), 'ACCESS_DENIED');
    const granted = new ServiceOrg({ scripts }, grantObject('Order__e', 'Read'));
    granted.org.events.openSubscription('/event/Order__e', { userId: granted.visitorId });
});

test('change events need the right to view all records, and hide fields that the subscriber may not read', () => {
    const metadata = { eventChannelMembers: [channelMember('ChangeEvents', 'AccountChangeEvent')] };
    const options = { metadata, scripts: { save: `insert new Account(Name = 'a', Phone = '1');` } };
    const reader = new ServiceOrg(options, grantObject('Account', 'Read'));
    const subscribe = (org: ServiceOrg) =>
        org.org.events.openSubscription('/data/AccountChangeEvent', { userId: org.visitorId });
    assert.equal(
        refusal(() => subscribe(reader)),
        'ACCESS_DENIED',
    );
    const viewer = new ServiceOrg(options, grantObject('Account', 'Read', 'ViewAllRecords'));
    const subscription = subscribe(viewer);
    viewer.run('save');
    const [event] = subscription.take();
    assert.equal(event?.values['Name'], 'a');
    assert.equal('Phone' in (event?.values ?? {}), false);
});

test('OrgLimits tells what was published in the hour and delivered in the day', () => {
    const org = new EventOrg({
        scripts: {
            ...scripts,
            look: `Map<String, System.OrgLimit> limits = OrgLimits.getMap();
                insert new Entry__c(Detail__c = limits.get('HourlyPublishedPlatformEvents').getValue() + ' of '
                    + limits.get('HourlyPublishedPlatformEvents').getLimit() + ', '
                    + limits.get('DailyDeliveredPlatformEvents').getValue());`,
        },
    });
    const subscription = org.org.events.openSubscription('/event/Order__e');
    org.run('one');
    org.run('alarm');
    subscription.take();
    org.run('look');
    assert.deepEqual(org.entries(), ['2 of 250000, 1']);
});

test('beyond the daily delivery allocation nothing is delivered; what was missed comes when there is room again', () => {
    const org = new EventOrg({ scripts });
    const { usage, limits } = org.org.events;
    const subscription = org.org.events.openSubscription('/event/Order__e');
    usage.countDelivered(org.clock.now(), limits.deliveredPerDay - 1);
    org.run('one');
    org.run('two');
    assert.equal(subscription.take().length, 1);
    assert.equal(
        refusal(() => org.org.events.openSubscription('/event/Order__e')),
        'DELIVERY_LIMIT',
    );
    org.jobs.advance(25 * HOUR);
    assert.equal(subscription.take().length, 1);
});
