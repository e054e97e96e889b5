import type { EventTrigger } from '../../apex/apex-triggers.ts';
import type { SystemRows } from '../../jobs/rows/system-rows.ts';
import { EVENT_SUBSCRIBER } from '../../schema/internal-objects.ts';
import type { Store } from '../../store/store.ts';
import type { StoredRow } from '../../store/stored-row.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';

/** `Error`: disconnected after its retries. `Suspended`: it cannot run, or was suspended by hand. */
export type SubscriberStatus = 'Running' | 'Error' | 'Suspended';

/** Where an event trigger stands in the stream. */
export interface SubscriberState {
    readonly id: string;
    /** As `EventTrigger.name`. */
    readonly name: string;
    readonly topic: string;
    /** The EventBusSubscriber row. */
    readonly publicId: string;
    readonly status: SubscriberStatus;
    /** Replay id of the last event that it is done with. */
    readonly position: number;
    /** How often it asked for the events after its position again. */
    readonly retries: number;
    /** Epoch milliseconds: not before. */
    readonly dueAt: number;
    /** What the last RetryableException said. */
    readonly lastError: string | null;
    /** Of the trigger's text. */
    readonly fingerprint: string;
}

/** Tips of high-volume events are not shown (Object Reference, "EventBusSubscriber"). */
const NO_TIP = -1;
const MAXIMUM_ERROR = 255;

export const subscriberStates = {
    *all(transaction: OrgTransaction): Generator<SubscriberState> {
        for (const row of transaction.scan(EVENT_SUBSCRIBER)) yield stateOf(row);
    },

    committed(store: Store, id: string): SubscriberState | undefined {
        const row = store.table(EVENT_SUBSCRIBER).committed(id);
        return row && stateOf(row);
    },

    /** A subscriber that was not there before gets what is published from now on. */
    insert(
        rows: SystemRows,
        transaction: OrgTransaction,
        trigger: EventTrigger,
        start: Pick<SubscriberState, 'position' | 'fingerprint'> & { readonly triggerId: string | null },
    ): SubscriberState {
        const publicId = rows.insert(transaction, 'EventBusSubscriber', {
            Name: trigger.localName,
            Topic: trigger.object.name,
            Type: 'ApexTrigger',
            ExternalId: start.triggerId,
            IsPartitioned: false,
            Tip: NO_TIP,
        });
        const state: SubscriberState = {
            id: transaction.store.ids.next(EVENT_SUBSCRIBER.keyPrefix as string),
            name: trigger.name,
            topic: trigger.object.name,
            publicId,
            status: 'Running',
            position: start.position,
            retries: 0,
            dueAt: 0,
            lastError: null,
            fingerprint: start.fingerprint,
        };
        subscriberStates.save(rows, transaction, state);
        return state;
    },

    /** The engine's own row and the public one, which say the same. */
    save(rows: SystemRows, transaction: OrgTransaction, state: SubscriberState): void {
        transaction.writeLasting(EVENT_SUBSCRIBER, state.id, rowOf(state));
        rows.update(transaction, 'EventBusSubscriber', state.publicId, {
            Status: state.status,
            Position: state.position,
            Retries: state.retries,
            LastError: state.lastError?.slice(0, MAXIMUM_ERROR) ?? null,
        });
    },

    remove(rows: SystemRows, transaction: OrgTransaction, state: SubscriberState): void {
        transaction.writeLasting(EVENT_SUBSCRIBER, state.id, rowOf(state), 'purged');
        rows.remove(transaction, 'EventBusSubscriber', state.publicId);
    },
};

/** By slot, as EVENT_SUBSCRIBER declares them. */
function rowOf(state: SubscriberState): StoredRow {
    const { id, name, topic, publicId, status, position, retries, dueAt, lastError, fingerprint } = state;
    return [id, name, topic, publicId, status, position, retries, dueAt, lastError, fingerprint];
}

function stateOf(row: StoredRow): SubscriberState {
    const [id, name, topic, publicId, status, position, retries, dueAt, lastError, fingerprint] = row;
    return {
        id: id as string,
        name: name as string,
        topic: topic as string,
        publicId: publicId as string,
        status: status as SubscriberStatus,
        position: position as number,
        retries: retries as number,
        dueAt: dueAt as number,
        lastError: (lastError ?? null) as string | null,
        fingerprint: fingerprint as string,
    };
}
