import { type ApexException, exceptionClass, translateUncaught, type Waiting } from '@sw-studio/apex/runtime';
import type { EventTrigger } from '../../apex/apex-triggers.ts';
import { TriggerError } from '../../dml/trigger-runner.ts';
import { inSession } from '../../jobs/run/call-apex.ts';
import { exceptionOf, messageOf } from '../../jobs/run/failure.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { MAXIMUM_RETRIES } from '../event-limits.ts';
import { eventSObject } from '../event-sobject.ts';
import type { EventRecord } from '../log/event-record.ts';
import type { DeliveryHost } from './delivery-host.ts';
import { TriggerSubscription } from './session-events.ts';
import { type SubscriberState, subscriberStates } from './subscriber-state.ts';

/** Not published: the pause before the first retry, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 5000;

export interface Delivery {
    readonly trigger: EventTrigger;
    readonly state: SubscriberState;
    /** Not empty. */
    readonly events: readonly EventRecord[];
    readonly userId: string;
    /** Called with the state that was written. */
    saved?(state: SubscriberState): void;
}

/**
 * Runs an event trigger on one batch, in a transaction of its own in which its place in the stream moves on: so each event
 * is delivered again exactly if its transaction was not committed. Unlike in other triggers, an exception that is not
 * caught keeps what was saved before it, and the rest of the batch is lost behind the checkpoint that was set (Platform
 * Events Developer Guide, "Uncaught Exceptions"); `EventBus.RetryableException` takes everything back.
 *
 * @returns what ended the run; null: it succeeded
 */
export function* deliverBatch(host: DeliveryHost, delivery: Delivery): Generator<Waiting, unknown, void> {
    const { trigger, state, events } = delivery;
    const unit = host.open(delivery.userId);
    const subscription = new TriggerSubscription(state, events);
    const session = host.session(unit.open, subscription);
    let error: unknown = null;
    try {
        yield* inSession(session, trigger.fire(events.map((event) => eventSObject(trigger.object, event))));
    } catch (thrown) {
        const uncaught = thrown instanceof TriggerError ? thrown.exception : thrown;
        error = session.run(() => translateUncaught(uncaught));
    }
    yield { kind: 'database', detail: 'COMMIT' };
    const exception = error === null ? null : exceptionOf(error);
    if (isRetryable(exception)) {
        unit.rollback();
        host.bookkeep((transaction) => {
            const next = afterRetryable(state, messageOf(error), transaction.now());
            save(host, transaction, delivery, next);
        });
        return error;
    }
    if (error !== null && exception === null) {
        unit.rollback();
        host.defect(error);
        host.bookkeep((transaction) => moveOn(host, transaction, delivery, subscription));
        return error;
    }
    if (error !== null) host.log(`Trigger ${trigger.name}: ${messageOf(error)}`);
    session.run(() => moveOn(host, unit.open.transaction, delivery, subscription));
    unit.commit();
    return error;
}

/** Behind the checkpoint, if the trigger set one, or behind the whole batch. */
function moveOn(
    host: DeliveryHost,
    transaction: OrgTransaction,
    delivery: Delivery,
    { resumeCheckpoint }: TriggerSubscription,
): void {
    const { state, events } = delivery;
    const last = events.at(-1)?.replayId ?? state.position;
    const position = resumeCheckpoint === null ? last : Number(resumeCheckpoint);
    save(host, transaction, delivery, { ...state, position, retries: 0, dueAt: 0, lastError: null });
}

function save(host: DeliveryHost, transaction: OrgTransaction, delivery: Delivery, next: SubscriberState): void {
    subscriberStates.save(host.rows, transaction, next);
    delivery.saved?.(next);
}

/** The same events again after a while; after the ninth retry the trigger is disconnected. */
function afterRetryable(state: SubscriberState, lastError: string, now: number): SubscriberState {
    if (state.retries >= MAXIMUM_RETRIES) return { ...state, status: 'Error', lastError };
    return { ...state, retries: state.retries + 1, lastError, dueAt: now + FIRST_PAUSE * 2 ** state.retries };
}

function isRetryable(exception: ApexException | null): boolean {
    return exception instanceof exceptionClass('EventBus.RetryableException');
}
