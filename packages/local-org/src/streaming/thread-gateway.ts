import type {
    OpenOutcome,
    PublishOutcome,
    StreamEvent,
    StreamGateway,
    StreamUser,
    TopicDescription,
} from './stream-gateway.ts';

/** The notice under which the org tells that a subscription has more to take. */
export const AVAILABLE = 'streams.available';

/** The org in its thread: commands by name, and what it tells by itself. */
export interface OrgLink {
    command<Result>(name: string, argument: unknown): Promise<Result>;
    onNotice(topic: string, listener: (content: unknown) => void): () => void;
}

/** The streaming services' way to the org. */
export function threadGateway(link: OrgLink): StreamGateway {
    return {
        authenticate: (token) => link.command<StreamUser | null>('streams.authenticate', token),
        open: (request) => link.command<OpenOutcome>('streams.open', request),
        take: (request) => link.command<readonly StreamEvent[]>('streams.take', request),
        close: (subscriptionId) => link.command<void>('streams.close', subscriptionId),
        onAvailable: (listener) => link.onNotice(AVAILABLE, (content) => listener(content as number)),
        topic: (userId, channel) => link.command<TopicDescription | null>('streams.topic', { userId, channel }),
        schema: (schemaId) => link.command<string | null>('streams.schema', schemaId),
        publish: (request) => link.command<readonly PublishOutcome[]>('streams.publish', request),
    };
}
