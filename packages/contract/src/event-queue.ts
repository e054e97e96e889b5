import type { QueueState } from './sync-status.ts';

export type EventOperation = 'Insert' | 'Update' | 'Delete' | 'Undelete';
export type EventStatus = 'Pending' | 'Processing' | 'Retrying' | 'Dead';
export type EventErrorKind = 'Transient' | 'Throttled' | 'Permanent' | 'Poison';

/** One row of the Event Queue; its payload is not told. */
export interface QueuedEvent {
    /** 18 characters. */
    id: string;
    name: string;
    objectName: string;
    recordId: string;
    operation: EventOperation;
    handler: string;
    source?: 'Trigger' | 'Apex' | 'Flow' | 'REST' | 'Platform_Event';
    status: EventStatus;
    /** 1 goes first, 9 last. */
    priority: number;
    attempts: number;
    redrives?: number;
    createdAt: string;
    nextAttemptAt?: string;
    lastAttemptAt?: string;
    /** The last four are there where the event is Dead. */
    deadAt?: string;
    errorKind?: EventErrorKind;
    errorCode?: string;
    error?: string;
    correlationId?: string;
    idempotencyKey: string;
}

/** What `GET /EventQueue/v1/Events` answers. */
export interface EventsReply {
    /** Newest first. */
    events: QueuedEvent[];
    /** To be given as `before` for the next page; absent on the last one. */
    next?: string;
}

/** What `GET /EventQueue/v1/Stats` answers. */
export interface QueueStatsReply {
    queue: QueueState;
    handlers: HandlerCount[];
    /** What the retention of dead events would remove now. */
    retention: { dead: number; tooOld: number; tooMany: number };
}

export interface HandlerCount {
    handler: string;
    status: EventStatus;
    count: number;
    oldestAgeSeconds: number;
}

/** The body of `POST /EventQueue/v1/Enqueue`. */
export interface EnqueueBody {
    recordIds: string[];
    /** Default: Update. */
    operation?: EventOperation;
    handler?: string;
    priority?: number;
    correlationId?: string;
}

/** What Enqueue answers: 200 where the events are rows, 202 where they go to the queue as messages. */
export interface EnqueueReply {
    accepted: number;
    asMessages: number;
    correlationId: string;
}

/** Which events are meant. What is absent does not restrict. */
export interface EventFilter {
    /** Default: Dead. */
    status?: Exclude<EventStatus, 'Processing'>;
    handler?: string;
    objectName?: string;
    errorCode?: string;
    errorKind?: EventErrorKind;
    eventIds?: string[];
    recordIds?: string[];
    deadUntil?: string;
}

/** The body of `POST /EventQueue/v1/Retry` and of `Purge`. */
export interface UpkeepBody {
    filter?: EventFilter;
    /** Counts and changes nothing. */
    dryRun?: boolean;
}

/** What Retry and Purge answer: 200 where it is done, 202 where jobs do it. */
export interface UpkeepReply {
    count: number;
    dryRun: boolean;
    /** The Apex job that does it; only with 202. */
    id?: string;
}
