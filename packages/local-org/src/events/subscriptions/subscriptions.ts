import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { AccessRules } from '../../services/access-rules.ts';
import type { EventChannel, EventChannels } from '../event-channels.ts';
import type { EventLimits } from '../event-limits.ts';
import type { EventUsage } from '../event-usage.ts';
import type { EventLog } from '../log/event-log.ts';
import type { EventRecord } from '../log/event-record.ts';
import { Subscription } from './subscription.ts';
import { SubscriptionError } from './subscription-error.ts';

/** Where a subscription starts: with what is published from now on, with everything retained, or after a replay id. */
export type ReplayFrom = number;
export const NEW_EVENTS: ReplayFrom = -1;
export const ALL_EVENTS: ReplayFrom = -2;

export interface SubscribeOptions {
    readonly replayFrom: ReplayFrom;
    readonly userId: string;
    /** Of whoever asks: channels of its own need no prefix. */
    readonly namespace: string;
}

export interface SubscriptionsOptions {
    readonly log: EventLog;
    readonly usage: EventUsage;
    readonly limits: EventLimits;
    now(): number;
    schema(): OrgSchema;
    channels(): EventChannels;
    access(userId: string): AccessRules;
}

/** Clients outside of Apex that listen to channels. */
export class Subscriptions {
    private readonly options: SubscriptionsOptions;
    private readonly open = new Set<Subscription>();

    constructor(options: SubscriptionsOptions) {
        this.options = options;
    }

    /** @throws SubscriptionError */
    subscribe(path: string, { replayFrom, userId, namespace }: SubscribeOptions): Subscription {
        const { log, usage, limits, now } = this.options;
        const channel = this.options.channels().find(path, namespace);
        if (channel === undefined) throw new SubscriptionError('UNKNOWN_CHANNEL', path);
        const access = this.options.access(userId);
        if (!mayListen(access, channel)) throw new SubscriptionError('ACCESS_DENIED', path);
        if (usage.deliveredInDay(now()) >= limits.deliveredPerDay) throw new SubscriptionError('DELIVERY_LIMIT');
        if (replayFrom >= 0 && !log.contains(channel.topics, replayFrom)) {
            throw new SubscriptionError('INVALID_REPLAY_ID', String(replayFrom));
        }
        const position = replayFrom === ALL_EVENTS ? 0 : replayFrom === NEW_EVENTS ? log.tip : replayFrom;
        const subscription = new Subscription(channel, position, {
            read: (of, after, limit) => this.read(of, after, limit, access),
            grant: (count) => this.grant(count),
            closed: (closed) => void this.open.delete(closed),
        });
        this.open.add(subscription);
        return subscription;
    }

    /** Tells those who listen to the topics that there is more. */
    published(topics: ReadonlySet<string>): void {
        for (const subscription of this.open) {
            if (subscription.channel.topics.some((topic) => topics.has(topic))) subscription.onAvailable?.();
        }
    }

    private read({ topics }: EventChannel, after: number, limit: number, access: AccessRules): EventRecord[] {
        const events = topics.flatMap((topic) => this.options.log.after(topic, after, limit));
        if (topics.length > 1) events.sort((left, right) => left.replayId - right.replayId);
        return events.slice(0, limit).map((event) => this.visible(event, access));
    }

    /** Change events leave out fields that the subscriber may not read; platform events have no field permissions. */
    private visible(event: EventRecord, access: AccessRules): EventRecord {
        const object = event.header && this.options.schema().object(event.header.entityName);
        if (event.header === null || object == null || access.isUnbound) return event;
        const mayRead = (name: string): boolean => {
            const field = object.field(name);
            return field !== undefined && access.mayUse(field, 'READABLE');
        };
        return {
            ...event,
            values: Object.fromEntries(Object.entries(event.values).filter(([name]) => mayRead(name))),
            header: {
                ...event.header,
                changedFields: event.header.changedFields.filter(mayRead),
                nulledFields: event.header.nulledFields.filter(mayRead),
            },
        };
    }

    private grant(count: number): number {
        const { usage, limits, now } = this.options;
        const granted = Math.min(count, Math.max(0, limits.deliveredPerDay - usage.deliveredInDay(now())));
        usage.countDelivered(now(), granted);
        return granted;
    }
}

/** Platform events need the permission to read them; change events that to view all records of the object. */
function mayListen(access: AccessRules, { objects }: EventChannel): boolean {
    const mayView = (object: ObjectSchema): boolean =>
        object.kind === 'platformEvent'
            ? access.object(object, 'READABLE')
            : access.isUnbound || access.permissions.viewAllData || access.permissions.object(object.name).viewAll;
    return objects.every(mayView);
}
