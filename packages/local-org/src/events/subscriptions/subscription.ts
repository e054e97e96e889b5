import type { EventChannel } from '../event-channels.ts';
import type { EventRecord } from '../log/event-record.ts';

/** Where subscriptions read, and are counted. */
export interface SubscriptionSource {
    /** Events of the channel after a place in the stream, as the subscriber may see them. */
    read(channel: EventChannel, after: number, limit: number): EventRecord[];
    /** How many more events may be delivered; counts those that are. */
    grant(count: number): number;
    closed(subscription: Subscription): void;
}

/**
 * A client's place in the stream of a channel. The client takes events when it wants them: what it has not taken waits as
 * long as events are retained.
 */
export class Subscription {
    readonly channel: EventChannel;
    /** Called when there may be more to take. */
    onAvailable: (() => void) | null = null;
    private readonly source: SubscriptionSource;
    private taken: number;
    private isOpen = true;

    /** @param position replay id after which it starts */
    constructor(channel: EventChannel, position: number, source: SubscriptionSource) {
        this.channel = channel;
        this.taken = position;
        this.source = source;
    }

    /** Replay id of the last event that was taken, or after which it started. */
    get position(): number {
        return this.taken;
    }

    /**
     * The next events, in their order; none: there are no more, the subscription is closed, or the org has used up its
     * delivery allocation.
     */
    take(limit = Infinity): EventRecord[] {
        if (!this.isOpen) return [];
        const events = this.source.read(this.channel, this.taken, limit);
        const granted = events.slice(0, this.source.grant(events.length));
        this.taken = granted.at(-1)?.replayId ?? this.taken;
        return granted;
    }

    close(): void {
        this.isOpen = false;
        this.onAvailable = null;
        this.source.closed(this);
    }
}
