import { createHash } from 'node:crypto';
import type { Waiting } from '@sw-studio/apex/runtime';
import type { EventTrigger } from '../../apex/apex-triggers.ts';
import { EVENT_CALLBACK } from '../../schema/internal-objects.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Store } from '../../store/store.ts';
import type { EventSink, OrgEvents } from '../org-events.ts';
import { callbackOfRow, committedCallback } from '../publish/publish-callbacks.ts';
import { deliverBatch } from './deliver-batch.ts';
import { deliverCallback } from './deliver-callback.ts';
import type { DeliveryHost } from './delivery-host.ts';
import { subscriberConfig, userIdOf } from './subscriber-config.ts';
import { type SubscriberState, subscriberStates } from './subscriber-state.ts';
import { triggerRow } from './trigger-row.ts';

/** A subscriber that has events, or a callback, in the line of the asynchronous work. */
export interface EventWork {
    /** Of the row that says what is to be done. */
    readonly recordId: string;
    readonly phase: 'deliver' | 'callback';
    /** For people: the trigger's name. */
    readonly name: string;
    /** Epoch milliseconds. */
    readonly dueAt: number;
}

export interface EventEngineOptions {
    readonly host: DeliveryHost;
    readonly events: OrgEvents;
    readonly store: Store;
    readonly triggers: readonly EventTrigger[];
    now(): number;
    queue(work: EventWork): void;
}

/** What a piece of work was, for whoever watches the engine. */
export interface EventWorkEnd {
    readonly name: string;
    readonly error: unknown;
}

/**
 * Runs event triggers and publish callbacks. Where each trigger stands is a row that moves on in the trigger's own
 * transaction; what is held in memory is which triggers are in line, which a new engine finds out again. So the process
 * may end between any two transactions, and no event is lost or done twice.
 */
export class EventEngine implements EventSink {
    private readonly options: EventEngineOptions;
    /** By id of their state. */
    private readonly triggers = new Map<string, EventTrigger>();
    private readonly byTopic = new Map<string, string[]>();
    private readonly inLine = new Set<string>();
    private readonly running = new Set<string>();

    constructor(options: EventEngineOptions) {
        this.options = options;
        this.recover();
        options.events.engine = this;
    }

    published(topics: ReadonlySet<string>): void {
        for (const topic of topics) {
            if (!this.options.events.channels.isStandard(topic)) continue;
            for (const id of this.byTopic.get(topic) ?? []) this.lineUp(id);
        }
    }

    callbackAdded(id: string): void {
        this.options.queue({ recordId: id, phase: 'callback', name: 'publish callback', dueAt: this.options.now() });
    }

    /** @returns null: there was nothing to be done any more */
    *run(work: EventWork): Generator<Waiting, EventWorkEnd | null, void> {
        const { recordId, name } = work;
        if (work.phase === 'callback') return yield* this.runCallback(work);
        this.inLine.delete(recordId);
        const trigger = this.triggers.get(recordId);
        if (trigger === undefined || this.running.has(recordId)) return null;
        this.running.add(recordId);
        try {
            return { name, error: yield* this.deliver(trigger, recordId) };
        } finally {
            this.running.delete(recordId);
            this.lineUp(recordId);
        }
    }

    /** Drops events that are no longer retained. */
    prune(): void {
        this.options.events.prune();
    }

    /** Disconnects a trigger; its events wait for it as long as they are retained. @param name as its package calls it */
    suspend(name: string): void {
        this.change(name, (state) => ({ ...state, status: 'Suspended', lastError: null }));
    }

    /** Connects a trigger again: with the events that it has missed, or with those that come. */
    resume(name: string, from: 'lastProcessed' | 'tip'): void {
        const { tip } = this.options.events.log;
        this.change(name, (state) => connected(state, from === 'tip' ? tip : state.position));
    }

    private *runCallback({ recordId, name }: EventWork): Generator<Waiting, EventWorkEnd | null, void> {
        const { host } = this.options;
        const callback = committedCallback(this.options.store, recordId);
        return callback === undefined ? null : { name, error: yield* deliverCallback(host, callback, 'success') };
    }

    private *deliver(trigger: EventTrigger, id: string): Generator<Waiting, unknown, void> {
        const { host, events, now } = this.options;
        const state = this.stateOf(id);
        if (state?.status !== 'Running' || state.dueAt > now()) return null;
        const { batchSize, username } = subscriberConfig(host.schema(), trigger);
        const batch = events.log.after(state.topic, state.position, batchSize);
        if (batch.length === 0) return null;
        const userId = this.userFor(username);
        if (userId === undefined) {
            const lastError = `The user ${username} of the trigger's PlatformEventSubscriberConfig is not an active user`;
            host.bookkeep((transaction) =>
                subscriberStates.save(host.rows, transaction, { ...state, status: 'Suspended', lastError }),
            );
            host.log(`Trigger ${trigger.name}: ${lastError}`);
            return null;
        }
        return yield* deliverBatch(host, { trigger, state, events: batch, userId });
    }

    private userFor(username: string | null): string | undefined {
        const { host } = this.options;
        if (username === null) return host.automatedProcessId;
        return host.bookkeep((transaction) => userIdOf(host.schema(), transaction, username));
    }

    /** Looking is no transaction: the end of one wakes those who wait for locks. */
    private stateOf(id: string): SubscriberState | undefined {
        return subscriberStates.committed(this.options.store, id);
    }

    /** Once, however many events there are. */
    private lineUp(id: string): void {
        const { events, now, queue } = this.options;
        if (this.inLine.has(id) || this.running.has(id)) return;
        const state = this.stateOf(id);
        if (state?.status !== 'Running' || !events.log.hasAfter(state.topic, state.position)) return;
        this.inLine.add(id);
        queue({ recordId: id, phase: 'deliver', name: state.name, dueAt: Math.max(state.dueAt, now()) });
    }

    private change(name: string, next: (state: SubscriberState) => SubscriberState): void {
        const entry = [...this.triggers].find(([, trigger]) => trigger.name.toLowerCase() === name.toLowerCase());
        const state = entry && this.stateOf(entry[0]);
        if (state === undefined) throw new Error(`There is no event trigger ${name}.`);
        const { host } = this.options;
        host.bookkeep((transaction) => subscriberStates.save(host.rows, transaction, next(state)));
        this.lineUp(state.id);
    }

    /** Finds where each trigger stood; one that is new, or was disconnected and is saved again, starts at the tip. */
    private recover(): void {
        const { host } = this.options;
        const callbacks = host.bookkeep((transaction) => {
            this.adoptTriggers(transaction);
            return [...transaction.scan(EVENT_CALLBACK)].map(callbackOfRow);
        });
        for (const id of this.triggers.keys()) this.lineUp(id);
        for (const { id } of callbacks) this.callbackAdded(id);
    }

    private adoptTriggers(transaction: OrgTransaction): void {
        const { host, triggers } = this.options;
        const known = new Map([...subscriberStates.all(transaction)].map((state) => [state.name.toLowerCase(), state]));
        for (const trigger of triggers) {
            const key = trigger.name.toLowerCase();
            const state = this.adopt(transaction, trigger, known.get(key));
            known.delete(key);
            this.triggers.set(state.id, trigger);
            this.byTopic.set(state.topic, [...(this.byTopic.get(state.topic) ?? []), state.id]);
        }
        for (const state of known.values()) subscriberStates.remove(host.rows, transaction, state);
    }

    private saved(transaction: OrgTransaction, state: SubscriberState): SubscriberState {
        subscriberStates.save(this.options.host.rows, transaction, state);
        return state;
    }

    private adopt(
        transaction: OrgTransaction,
        trigger: EventTrigger,
        known: SubscriberState | undefined,
    ): SubscriberState {
        const { host, events } = this.options;
        const { id: triggerId, body } = triggerRow(host.rows, transaction, trigger);
        const fingerprint = createHash('sha256').update(body).digest('base64url');
        const position = events.log.tip;
        if (known !== undefined && known.topic !== trigger.object.name) {
            subscriberStates.remove(host.rows, transaction, known);
        } else if (known !== undefined) {
            if (hasFailedToStart(known)) return this.saved(transaction, connected(known, known.position));
            if (known.fingerprint === fingerprint) return known;
            const repaired = known.status === 'Error' ? connected(known, position) : known;
            return this.saved(transaction, { ...repaired, fingerprint });
        }
        return subscriberStates.insert(host.rows, transaction, trigger, { position, fingerprint, triggerId });
    }
}

/** Suspended by the engine, which said why: its user may be there now. One that was suspended by hand stays so. */
function hasFailedToStart({ status, lastError }: SubscriberState): boolean {
    return status === 'Suspended' && lastError !== null;
}

function connected(state: SubscriberState, position: number): SubscriberState {
    return { ...state, status: 'Running', position, retries: 0, dueAt: 0, lastError: null };
}
