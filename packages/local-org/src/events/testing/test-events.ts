import type { DmlRowOutcome, SObject, Waiting } from '@sw-studio/apex/runtime';
import type { EventTrigger } from '../../apex/apex-triggers.ts';
import type { DmlContext } from '../../dml/dml-context.ts';
import type { EventPublisher } from '../../event-publisher.ts';
import type { BatchError } from '../../jobs/run/job-host.ts';
import { EVENT_RECORD } from '../../schema/internal-objects.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { captureChanges } from '../capture/capture-changes.ts';
import { changeEventOf } from '../capture/change-event-object.ts';
import { deliverBatch } from '../delivery/deliver-batch.ts';
import { deliverCallback, type PublishOutcome } from '../delivery/deliver-callback.ts';
import type { DeliveryHost } from '../delivery/delivery-host.ts';
import { subscriberConfig, userIdOf } from '../delivery/subscriber-config.ts';
import { type SubscriberState, subscriberStates } from '../delivery/subscriber-state.ts';
import { triggerRow } from '../delivery/trigger-row.ts';
import { writeEvent } from '../log/event-log.ts';
import type { EventRecord } from '../log/event-record.ts';
import { batchErrorDraft } from '../publish/batch-error.ts';
import { nextEventUuid } from '../publish/event-uuid.ts';
import { prepareEvents } from '../publish/prepare-events.ts';
import { type PendingCallback, PublishCallbacks, writeCallback } from '../publish/publish-callbacks.ts';

export interface TestEventsOptions {
    /** Of the test. */
    readonly transaction: OrgTransaction;
    readonly triggers: readonly EventTrigger[];
    readonly organizationId: string;
    /** Who runs the test. */
    readonly userId: string;
    /** Asked when events are delivered: it is made after this. */
    host(): DeliveryHost;
}

/** Events that one test may publish (Platform Events Developer Guide, "Testing Your Platform Event in Apex"). */
const MAXIMUM_IN_TEST = 500;

/**
 * The event bus of one test method (Platform Events Developer Guide, "Deliver Test Event Messages"): events are rows of
 * the test's transaction, never seen outside of it. They wait until the test delivers them; what a trigger publishes
 * waits for the next time.
 */
export class TestEvents implements EventPublisher {
    private readonly options: TestEventsOptions;
    private readonly callbacks = new PublishCallbacks();
    private waiting: EventRecord[] = [];
    private waitingCallbacks: PendingCallback[] = [];
    /** What was delivered at least once: a trigger may ask for it again. */
    private readonly delivered: EventRecord[] = [];
    private readonly states = new Map<EventTrigger, SubscriberState>();
    /** Up to which of the transaction's writes changes were captured; null: they are not. */
    private capturedUpTo: number | null = null;
    private published = 0;

    constructor(options: TestEventsOptions) {
        this.options = options;
    }

    *publish(context: DmlContext, events: readonly SObject[]): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'publish', detail: `${events[0]?.type.name ?? 'event'} (${events.length})` };
        this.subscribe();
        const { transaction } = this.options;
        const { outcomes, events: prepared } = prepareEvents(context, events, MAXIMUM_IN_TEST - this.published);
        this.published += prepared.length;
        for (const { draft, behavior } of prepared) {
            this.add(writeEvent(transaction, draft, behavior === 'PublishImmediately'));
        }
        for (const callback of this.callbacks.take(prepared)) {
            this.waitingCallbacks.push({ ...callback, id: writeCallback(transaction, callback) });
        }
        return outcomes;
    }

    registerCallback(events: readonly SObject[], callback: object): void {
        this.callbacks.register(events, callback);
    }

    publishBatchError(error: BatchError): void {
        const { transaction, organizationId } = this.options;
        const draft = batchErrorDraft(error, nextEventUuid(transaction.store, organizationId));
        this.add(writeEvent(transaction, draft, true));
    }

    /** `Test.enableChangeDataCapture`: of all objects, whatever the org has selected. */
    enableChangeDataCapture(): void {
        this.subscribe();
        this.capturedUpTo = this.options.transaction.writtenVersions;
    }

    /** Gives triggers what was published so far, or what they asked for again. */
    *deliver(): Generator<Waiting, void, void> {
        this.subscribe();
        this.capture();
        this.delivered.push(...this.waiting.filter((event) => this.stands(event)));
        this.waiting = [];
        yield* this.tell('success');
        for (const trigger of this.states.keys()) yield* this.run(trigger);
    }

    /** `fail()`: what was published so far is lost. */
    *fail(): Generator<Waiting, void, void> {
        this.waiting = [];
        yield* this.tell('failure');
    }

    private add(event: EventRecord): void {
        this.waiting.push(event);
    }

    /** An event that a rollback has taken back was never published. */
    private stands({ id }: EventRecord): boolean {
        return this.options.transaction.row(EVENT_RECORD, id) !== undefined;
    }

    /** Rows of EventBusSubscriber, as the test may query them. */
    private subscribe(): void {
        if (this.states.size > 0) return;
        const { triggers, transaction } = this.options;
        const { rows } = this.options.host();
        for (const trigger of triggers) {
            const triggerId = triggerRow(rows, transaction, trigger).id;
            const start = { position: 0, fingerprint: '', triggerId };
            this.states.set(trigger, subscriberStates.insert(rows, transaction, trigger, start));
        }
    }

    private *run(trigger: EventTrigger): Generator<Waiting, void, void> {
        const host = this.options.host();
        const { batchSize, username } = subscriberConfig(host.schema(), trigger);
        const userId =
            (username === null ? undefined : userIdOf(host.schema(), this.options.transaction, username)) ??
            host.automatedProcessId;
        for (;;) {
            const state = this.states.get(trigger);
            if (state?.status !== 'Running') return;
            const events = this.delivered.filter(
                (event) => event.topic === state.topic && event.replayId > state.position,
            );
            if (events.length === 0) return;
            yield* deliverBatch(host, {
                trigger,
                state,
                events: events.slice(0, batchSize),
                userId,
                saved: (next) => this.states.set(trigger, next),
            });
            // Retries wait for the next delivery.
            if ((this.states.get(trigger)?.retries ?? 0) > 0) return;
        }
    }

    private *tell(outcome: PublishOutcome): Generator<Waiting, void, void> {
        for (const callback of this.waitingCallbacks.splice(0)) {
            yield* deliverCallback(this.options.host(), callback, outcome);
        }
    }

    private capture(): void {
        if (this.capturedUpTo === null) return;
        const { transaction, organizationId, userId } = this.options;
        const schema = this.options.host().schema();
        const changes = transaction.rowChanges(this.capturedUpTo);
        const drafts = captureChanges(
            changes.filter(({ object }) => changeEventOf(object, schema) !== undefined),
            {
                schema,
                userId,
                now: transaction.now(),
                commitNumber: transaction.store.autoNumbers.next('LocalEventRecord.CommitNumber', 1),
                uuid: () => nextEventUuid(transaction.store, organizationId),
            },
        );
        for (const draft of drafts) this.add(writeEvent(transaction, draft, true));
        this.capturedUpTo = transaction.writtenVersions;
    }
}
