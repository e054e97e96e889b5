import type { DmlRowOutcome, SObject, Waiting } from '@sw-studio/apex/runtime';
import type { DmlContext } from '../dml/dml-context.ts';
import type { EventPublisher } from '../event-publisher.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { Store } from '../store/store.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { BatchError } from '../jobs/run/job-host.ts';
import { captureChanges } from './capture/capture-changes.ts';
import type { EventChannels } from './event-channels.ts';
import type { EventLimits } from './event-limits.ts';
import { EventUsage } from './event-usage.ts';
import { EventLog } from './log/event-log.ts';
import type { EventDraft, EventRecord } from './log/event-record.ts';
import { batchErrorDraft } from './publish/batch-error.ts';
import { nextEventUuid } from './publish/event-uuid.ts';
import { prepareEvents, type PreparedEvent } from './publish/prepare-events.ts';
import type { AccessRules } from '../services/access-rules.ts';
import type { OrgAllocations } from '../services/org-allocations.ts';
import type { Subscription } from './subscriptions/subscription.ts';
import { SystemTopics } from './subscriptions/system-topics.ts';
import { NEW_EVENTS, type SubscribeOptions, Subscriptions } from './subscriptions/subscriptions.ts';
import { type PendingCallback, PublishCallbacks, writeCallback } from './publish/publish-callbacks.ts';

export interface OrgEventsOptions {
    readonly store: Store;
    readonly limits: EventLimits;
    now(): number;
    /** Asked each time: a deployment replaces it. */
    schema(): OrgSchema;
    channels(): EventChannels;
    organizationId(): string;
    /** Who subscribes, and from where, unless it is said. */
    defaults(): { readonly adminId: string; readonly namespace: string };
    /** What a user may do. */
    access(userId: string): AccessRules;
    /** Runs in a transaction of its own, committed when `work` returns. */
    transact(work: (transaction: OrgTransaction) => void): void;
}

/** Hears of events and callbacks that were committed. */
export interface EventSink {
    published(topics: ReadonlySet<string>): void;
    callbackAdded(id: string): void;
}

/** The event bus of an org: what is published goes into its log, and from there to triggers and subscribers. */
export class OrgEvents implements EventPublisher {
    readonly log: EventLog;
    readonly usage: EventUsage;
    readonly limits: EventLimits;
    /** Runs triggers; the engine that was made last. */
    engine: EventSink | null = null;
    /** What tools are told of, outside of the stream. */
    readonly systemTopics: SystemTopics;
    private readonly subscriptions: Subscriptions;
    private readonly options: OrgEventsOptions;
    private readonly callbacks = new PublishCallbacks();

    constructor(options: OrgEventsOptions) {
        this.options = options;
        this.limits = options.limits;
        this.log = new EventLog(options.store, options.now);
        this.usage = new EventUsage(options.store);
        this.systemTopics = new SystemTopics(options.store.autoNumbers, options.now);
        this.subscriptions = new Subscriptions({ ...options, log: this.log, usage: this.usage });
        this.log.onAppended = (events) => {
            const topics = new Set(events.map(({ topic }) => topic));
            this.engine?.published(topics);
            this.subscriptions.published(topics);
        };
    }

    get channels(): EventChannels {
        return this.options.channels();
    }

    /** Under the names of `OrgLimits`. */
    register(allocations: OrgAllocations): void {
        const { usage, limits, options } = this;
        allocations.register('HourlyPublishedPlatformEvents', () => ({
            value: usage.publishedThisHour(options.now()),
            limit: limits.publishedPerHour,
        }));
        allocations.register('DailyDeliveredPlatformEvents', () => ({
            value: usage.deliveredInDay(options.now()),
            limit: limits.deliveredPerDay,
        }));
    }

    /** Reads from the rows what was published before. */
    reload(): void {
        this.log.reload();
        this.usage.reload();
    }

    /**
     * Listens to a channel. The subscriber is given what it asked to have replayed before this returns, then each event as
     * it is published.
     *
     * @param channel `/event/Order__e`, `/data/AccountChangeEvent`, `/data/ChangeEvents`, `/data/Sales__chn`
     * @throws SubscriptionError where there is no such channel or replay id, or the user may not listen
     */
    subscribe(
        channel: string,
        options: Partial<SubscribeOptions>,
        listener: (event: EventRecord) => void,
    ): Subscription {
        const subscription = this.openSubscription(channel, options);
        const deliver = (): void => {
            for (const event of subscription.take()) listener(event);
        };
        deliver();
        subscription.onAvailable = deliver;
        return subscription;
    }

    /** As `subscribe`, for a subscriber that takes events as it gets on with them. */
    openSubscription(channel: string, options: Partial<SubscribeOptions> = {}): Subscription {
        const { adminId, namespace } = this.options.defaults();
        return this.subscriptions.subscribe(channel, {
            replayFrom: NEW_EVENTS,
            userId: adminId,
            namespace,
            ...options,
        });
    }

    /** Events published after commit belong to the transaction, immediate ones are there at once, whatever becomes of it. */
    *publish(context: DmlContext, events: readonly SObject[]): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'publish', detail: `${events[0]?.type.name ?? 'event'} (${events.length})` };
        const capacity = this.limits.publishedPerHour - this.usage.publishedThisHour(this.options.now());
        const { outcomes, events: prepared } = prepareEvents(context, events, capacity);
        const immediate = prepared.filter(({ behavior }) => behavior === 'PublishImmediately');
        const deferred = prepared.filter(({ behavior }) => behavior === 'PublishAfterCommit');
        const deferredCallbacks = this.callbacks.take(deferred);
        if (immediate.length > 0) {
            const callbacks = this.callbacks.take(immediate);
            this.options.transact((transaction) => this.write(transaction, immediate, callbacks));
        }
        if (deferred.length > 0) {
            const { transaction } = context;
            transaction.beforeCommit(() => this.write(transaction, deferred, deferredCallbacks));
        }
        return outcomes;
    }

    registerCallback(events: readonly SObject[], callback: object): void {
        this.callbacks.register(events, callback);
    }

    /** `BatchApexErrorEvent`, as a part of the transaction that notes the failure. */
    publishBatchError(transaction: OrgTransaction, error: BatchError): void {
        const uuid = nextEventUuid(this.options.store, this.options.organizationId());
        transaction.beforeCommit(() => this.append(transaction, [batchErrorDraft(error, uuid)]));
    }

    /** Publishes the change events of a transaction; to be called while it commits. */
    captureChanges(transaction: OrgTransaction, userId: string): void {
        const { captured } = this.channels;
        if (captured.size === 0) return;
        const changes = transaction.rowChanges().filter(({ object }) => captured.has(object.name));
        if (changes.length === 0) return;
        const { store, organizationId, schema } = this.options;
        const drafts = captureChanges(changes, {
            schema: schema(),
            userId,
            now: transaction.now(),
            commitNumber: store.autoNumbers.next('LocalEventRecord.CommitNumber', 1),
            uuid: () => nextEventUuid(store, organizationId()),
        });
        this.log.append(transaction, drafts);
    }

    /** Drops events that are no longer retained. */
    prune(): void {
        this.options.transact((transaction) => this.log.prune(transaction));
    }

    private write(
        transaction: OrgTransaction,
        events: readonly PreparedEvent[],
        callbacks: readonly Omit<PendingCallback, 'id'>[],
    ): void {
        const drafts = events.map(({ draft }) => draft);
        this.append(transaction, drafts);
        for (const callback of callbacks) {
            const id = writeCallback(transaction, callback);
            transaction.afterCommit(() => this.engine?.callbackAdded(id));
        }
    }

    private append(transaction: OrgTransaction, drafts: readonly EventDraft[]): void {
        this.log.append(transaction, drafts);
        this.usage.countPublished(transaction, drafts.length);
    }
}
