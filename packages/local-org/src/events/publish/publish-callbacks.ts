import { freeze, type FrozenState, type SObject } from '@sw-studio/apex/runtime';
import { EVENT_CALLBACK } from '../../schema/internal-objects.ts';
import type { Store } from '../../store/store.ts';
import type { StoredRow } from '../../store/stored-row.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { PreparedEvent } from './prepare-events.ts';

/** A callback of `EventBus.publish` that is still to be told. */
export interface PendingCallback {
    readonly id: string;
    /** Who published. */
    readonly userId: string;
    readonly uuids: readonly string[];
    readonly state: FrozenState;
}

/** Callbacks that were given with events, from the call of `EventBus.publish` until the events are queued. */
export class PublishCallbacks {
    private readonly byEvent = new WeakMap<SObject, object>();

    register(events: readonly SObject[], callback: object): void {
        for (const event of events) this.byEvent.set(event, callback);
    }

    /** One callback per call of `EventBus.publish`, as it is now. */
    take(events: readonly PreparedEvent[]): Omit<PendingCallback, 'id'>[] {
        const uuids = new Map<object, string[]>();
        for (const { event, draft } of events) {
            const callback = this.byEvent.get(event);
            if (callback === undefined) continue;
            this.byEvent.delete(event);
            uuids.set(callback, [...(uuids.get(callback) ?? []), draft.uuid]);
        }
        const userId = events[0]?.draft.publishedBy ?? '';
        return [...uuids].map(([callback, list]) => ({ userId, uuids: list, state: freeze(callback) }));
    }
}

/** @returns the id of its row */
export function writeCallback(transaction: OrgTransaction, callback: Omit<PendingCallback, 'id'>): string {
    const id = transaction.store.ids.next(EVENT_CALLBACK.keyPrefix as string);
    const { userId, uuids, state } = callback;
    transaction.write(EVENT_CALLBACK, id, [id, userId, JSON.stringify(uuids), JSON.stringify(state)]);
    return id;
}

export function removeCallback(transaction: OrgTransaction, id: string): void {
    transaction.writeLasting(EVENT_CALLBACK, id, [id], 'purged');
}

export function committedCallback(store: Store, id: string): PendingCallback | undefined {
    const row = store.table(EVENT_CALLBACK).committed(id);
    return row && callbackOfRow(row);
}

export function callbackOfRow([id, userId, uuids, state]: StoredRow): PendingCallback {
    return {
        id: id as string,
        userId: userId as string,
        uuids: JSON.parse(uuids as string) as string[],
        state: JSON.parse(state as string) as FrozenState,
    };
}
