import { type EventService, newApexException, type SObject } from '@sw-studio/apex/runtime';
import type { EventPublisher } from '../../event-publisher.ts';
import type { EventRecord } from '../log/event-record.ts';
import type { SubscriberState } from './subscriber-state.ts';

/** What the event trigger that runs is told, and says: `EventBus.TriggerContext`. */
export class TriggerSubscription {
    readonly retries: number;
    readonly lastError: string | null;
    private readonly replayIds: ReadonlySet<string>;
    private checkpoint: string | null = null;

    constructor({ retries, lastError }: SubscriberState, events: readonly EventRecord[]) {
        this.retries = retries;
        this.lastError = lastError;
        this.replayIds = new Set(events.map(({ replayId }) => String(replayId)));
    }

    get resumeCheckpoint(): string | null {
        return this.checkpoint;
    }

    /** @throws EventBus.InvalidReplayIdException for what is no replay id of the batch */
    set resumeCheckpoint(replayId: string | null) {
        if (replayId === null || !this.replayIds.has(replayId)) {
            throw newApexException('EventBus.InvalidReplayIdException', `Invalid replay ID: ${replayId}`);
        }
        this.checkpoint = replayId;
    }
}

/** The events service of one session. */
export class SessionEvents implements EventService {
    private readonly publisher: EventPublisher;
    private readonly subscription: TriggerSubscription | null;

    /** @param subscription null: no event trigger runs */
    constructor(publisher: EventPublisher, subscription: TriggerSubscription | null) {
        this.publisher = publisher;
        this.subscription = subscription;
    }

    registerCallback(events: readonly SObject[], callback: object): void {
        this.publisher.registerCallback(events, callback);
    }

    triggerContext(): TriggerSubscription | null {
        return this.subscription;
    }
}
