/**
 * What the streaming services ask of the org. They listen in one thread and the org lives in another, so everything here is
 * asynchronous and survives a structured clone.
 */
export interface StreamGateway {
    /** Null: the token is no session, or its user may not use the API. */
    authenticate(token: string): Promise<StreamUser | null>;
    open(request: OpenRequest): Promise<OpenOutcome>;
    /** The next events of a subscription, first ones first; none: there are no more now. */
    take(request: TakeRequest): Promise<readonly StreamEvent[]>;
    close(subscriptionId: number): Promise<void>;
    /** Hears of subscriptions that have more to take. @returns ends listening */
    onAvailable(listener: (subscriptionId: number) => void): () => void;
    /** Null: there is no such channel for the user. */
    topic(userId: string, channel: string): Promise<TopicDescription | null>;
    schema(schemaId: string): Promise<string | null>;
    publish(request: PublishRequest): Promise<readonly PublishOutcome[]>;
}

export interface StreamUser {
    readonly userId: string;
    readonly organizationId: string;
    /** Clients that the org allows at a time, of all users. */
    readonly maximumClients: number;
}

export interface OpenRequest {
    readonly userId: string;
    /** `/event/Order__e`. */
    readonly channel: string;
    /** -1: what comes; -2: everything retained; else a replay id. */
    readonly replayFrom: number;
}

export type OpenOutcome =
    | { readonly kind: 'open'; readonly subscriptionId: number; readonly position: number }
    | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export interface TakeRequest {
    readonly subscriptionId: number;
    readonly limit: number;
    /** `json`: dates as text, as CometD sends them; `avro`: as the Avro schema has them. */
    readonly format: 'json' | 'avro';
}

export interface StreamEvent {
    readonly replayId: number;
    readonly uuid: string;
    readonly schemaId: string;
    /** `announcement`: the payload is the whole message, and there is no schema. */
    readonly kind: 'event' | 'change' | 'announcement';
    readonly payload: Readonly<Record<string, unknown>>;
}

export interface TopicDescription {
    readonly schemaId: string;
    readonly canPublish: boolean;
    readonly canSubscribe: boolean;
}

export interface PublishRequest {
    readonly userId: string;
    readonly channel: string;
    /** Values by field name, as the Avro schema has them. */
    readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** The replay id is null for an event that was refused. */
export interface PublishOutcome {
    readonly replayId: number | null;
    readonly error: string | null;
}
