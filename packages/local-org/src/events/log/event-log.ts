import { EVENT_RECORD } from '../../schema/internal-objects.ts';
import type { Store } from '../../store/store.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { type EventDraft, type EventRecord, eventOfRow, rowOfEvent } from './event-record.ts';

/** Events are kept for three days (Platform Events Developer Guide, "Event Message Durability"). */
export const RETENTION = 72 * 3_600_000;

interface Place {
    readonly replayId: number;
    readonly id: string;
    readonly publishedAt: number;
}

/**
 * The stream of all events in the order in which they were published. Events are rows, written in the transaction that
 * publishes them, so an event exists exactly when its transaction does. Memory holds where they are, by topic.
 */
export class EventLog {
    /** Called after the commit, in the order of the stream. */
    onAppended: ((events: readonly EventRecord[]) => void) | null = null;
    private readonly store: Store;
    private readonly now: () => number;
    private readonly topics = new Map<string, Place[]>();

    constructor(store: Store, now: () => number) {
        this.store = store;
        this.now = now;
    }

    /** Replay id of the last event that was published; 0: none was. */
    get tip(): number {
        for (const [name, last] of this.store.autoNumbers.entries()) if (name === REPLAY_ID) return last;
        return 0;
    }

    /** Gives events their places in the stream; to be called while the transaction commits. */
    append(transaction: OrgTransaction, drafts: readonly EventDraft[]): void {
        if (drafts.length === 0) return;
        const events = drafts.map((draft) => writeEvent(transaction, draft));
        transaction.afterCommit(() => {
            for (const event of events) this.remember(event);
            this.onAppended?.(events);
        });
    }

    /** Events of a topic after a place in the stream, as long as they are retained, first ones first. */
    after(topic: string, replayId: number, limit = Infinity): EventRecord[] {
        const places = this.retained(topic);
        const start = firstAfter(places, replayId);
        const end = Math.min(places.length, start + limit);
        return places.slice(start, end).flatMap(({ id }) => this.read(id));
    }

    hasAfter(topic: string, replayId: number): boolean {
        return (this.topics.get(topic)?.at(-1)?.replayId ?? 0) > replayId;
    }

    /** Whether an event of one of the topics with this id is still there. */
    contains(topics: Iterable<string>, replayId: number): boolean {
        for (const topic of topics) {
            const places = this.retained(topic);
            if (places[firstAfter(places, replayId - 1)]?.replayId === replayId) return true;
        }
        return false;
    }

    /** Drops what is no longer retained. */
    prune(transaction: OrgTransaction): void {
        const oldest = this.now() - RETENTION;
        for (const [topic, places] of this.topics) {
            const start = places.findIndex(({ publishedAt }) => publishedAt >= oldest);
            const expired = places.splice(0, start < 0 ? places.length : start);
            for (const { id } of expired) transaction.writeLasting(EVENT_RECORD, id, [id], 'purged');
            if (places.length === 0) this.topics.delete(topic);
        }
    }

    /** Finds out anew where the events are: after a start, or where the rows went back to what they were. */
    reload(): void {
        this.topics.clear();
        const places = [...this.store.table(EVENT_RECORD).scan(null)].map(eventOfRow);
        for (const event of places.sort((left, right) => left.replayId - right.replayId)) this.remember(event);
    }

    private retained(topic: string): readonly Place[] {
        const places = this.topics.get(topic) ?? [];
        const oldest = this.now() - RETENTION;
        if ((places[0]?.publishedAt ?? oldest) >= oldest) return places;
        return places.filter(({ publishedAt }) => publishedAt >= oldest);
    }

    private remember({ topic, replayId, id, publishedAt }: EventRecord): void {
        const place: Place = { replayId, id, publishedAt };
        const places = this.topics.get(topic);
        if (places === undefined) this.topics.set(topic, [place]);
        else places.push(place);
    }

    private read(id: string): EventRecord[] {
        const row = this.store.table(EVENT_RECORD).committed(id);
        return row === undefined ? [] : [eventOfRow(row)];
    }
}

const REPLAY_ID = 'LocalEventRecord.ReplayId';

/** The event's row as a part of the transaction, with the next replay id. */
export function writeEvent(transaction: OrgTransaction, draft: EventDraft, lasting = false): EventRecord {
    const { store } = transaction;
    const event: EventRecord = {
        ...draft,
        id: store.ids.next(EVENT_RECORD.keyPrefix as string),
        replayId: store.autoNumbers.next(REPLAY_ID, 1),
        publishedAt: transaction.now(),
    };
    if (lasting) transaction.writeLasting(EVENT_RECORD, event.id, rowOfEvent(event));
    else transaction.write(EVENT_RECORD, event.id, rowOfEvent(event));
    return event;
}

function firstAfter(places: readonly Place[], replayId: number): number {
    let [low, high] = [0, places.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle]?.replayId ?? 0) > replayId) high = middle;
        else low = middle + 1;
    }
    return low;
}
