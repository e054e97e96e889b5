import type { IncomingMessage, ServerResponse } from 'node:http';
import cometd, {
    type CometDServer,
    type SecurityPolicy,
    type ServerChannel,
    type ServerMessage,
    type ServerSession,
} from 'cometd-nodejs-server';
import type { StreamEvent, StreamGateway } from '../stream-gateway.ts';
import { SubscriptionPump } from '../subscription-pump.ts';
import { replayFrom, ReplayExtension } from './replay-extension.ts';

/** Milliseconds for which a request for messages is held open (Streaming API Developer Guide: up to 110 seconds). */
const HOLD = 110_000;
/** Milliseconds without a request after which a client is gone (Streaming API Developer Guide: 40 seconds). */
const GONE_AFTER = 40_000;
/** Events that are asked of the org at a time. */
const BATCH = 200;

const STATUS: Readonly<Record<string, string>> = {
    UNKNOWN_CHANNEL: '404',
    ACCESS_DENIED: '403',
    INVALID_REPLAY_ID: '400',
    DELIVERY_LIMIT: '403',
};

const TOO_MANY_CLIENTS = '403::Organization concurrent user limit exceeded';

interface Client {
    readonly token: string;
    readonly userId: string;
    readonly pumps: Map<string, SubscriptionPump>;
}

type Answer = (error?: Error, result?: boolean) => void;

/**
 * CometD with durable replay: Bayeux long polling at `/cometd/<version>`. Each subscription has its own place in the
 * stream, and events reach a client in the order of the stream whether they are replayed or new.
 */
export class CometdHandler {
    readonly prefix = '/cometd';
    private readonly gateway: StreamGateway;
    private readonly server: CometDServer;
    private readonly extension: ReplayExtension;
    private readonly clients = new Map<string, Client>();
    private readonly watched = new WeakSet<ServerChannel>();

    constructor(gateway: StreamGateway) {
        this.gateway = gateway;
        this.server = cometd.createCometDServer({
            timeout: HOLD,
            maxInterval: GONE_AFTER,
            browserCookieSameSite: 'Lax',
        });
        this.extension = new ReplayExtension((session) => this.isSignedIn(session));
        this.server.addExtension(this.extension);
        this.server.policy = this.policy();
        this.server.addListener('sessionRemoved', (session: ServerSession) => this.forget(session.id));
    }

    /** Faye tries a WebSocket first, and falls back to long polling when it is refused. */
    handle(request: IncomingMessage, response: ServerResponse): void {
        if (request.method === 'POST') this.server.handle(request, response);
        else response.writeHead(400).end();
    }

    close(): void {
        for (const id of this.clients.keys()) this.forget(id);
        this.server.close();
    }

    private policy(): SecurityPolicy {
        return {
            canHandshake: (session, message, answer) => this.signIn(session, message, answer),
            canCreate: (_session, _message, _channel, answer) => answer(undefined, true),
            canSubscribe: (session, message, channel, answer) => this.subscribe(session, message, channel, answer),
            // Clients publish through the other APIs; nothing that one sends may look like an event to others.
            canPublish: (_session, _message, _channel, answer) => answer(undefined, false),
        };
    }

    private signIn(session: ServerSession, message: ServerMessage, answer: Answer): void {
        const { headers } = (this.server.context as { readonly request: IncomingMessage }).request;
        const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
        if (token === undefined) {
            answer(undefined, false);
            return;
        }
        void settle(answer, async () => {
            const user = await this.gateway.authenticate(token);
            if (user === null) return false;
            if (this.clients.size >= user.maximumClients) {
                this.extension.refuse(message, TOO_MANY_CLIENTS);
                return false;
            }
            this.clients.set(session.id, { token, userId: user.userId, pumps: new Map() });
            return true;
        });
    }

    private async isSignedIn(session: ServerSession): Promise<boolean> {
        const client = this.clients.get(session.id);
        return client !== undefined && (await this.gateway.authenticate(client.token)) !== null;
    }

    private subscribe(session: ServerSession, message: ServerMessage, channel: ServerChannel, answer: Answer): void {
        const client = this.clients.get(session.id);
        if (client === undefined) {
            answer(undefined, false);
            return;
        }
        this.watch(channel);
        void settle(answer, async () => {
            const from = replayFrom(message, channel.name);
            const outcome = await this.gateway.open({ userId: client.userId, channel: channel.name, replayFrom: from });
            if (outcome.kind === 'refused') {
                this.extension.refuse(message, `${STATUS[outcome.code] ?? '400'}::${outcome.message}`);
                return false;
            }
            client.pumps.get(channel.name)?.close();
            const pump = this.pump(session, channel.name, outcome.subscriptionId);
            client.pumps.set(channel.name, pump);
            // After the session has been subscribed, which the answer does.
            setImmediate(() => pump.wake());
            return true;
        });
    }

    private pump(session: ServerSession, channel: string, subscriptionId: number): SubscriptionPump {
        return new SubscriptionPump({
            gateway: this.gateway,
            subscriptionId,
            format: 'json',
            ready: () => BATCH,
            deliver: (events) =>
                session.batch(() => {
                    for (const event of events) session.deliver(null, channel, dataOf(event));
                }),
            // The org has stopped: the client notices when it next asks, and comes back with its replay ids.
            failed: () => session.disconnect(),
        });
    }

    /** Unsubscribing, and the end of a session, which unsubscribes it, end the subscription. */
    private watch(channel: ServerChannel): void {
        if (this.watched.has(channel)) return;
        this.watched.add(channel);
        channel.addListener('unsubscribed', (session: ServerSession) => {
            const pumps = this.clients.get(session.id)?.pumps;
            pumps?.get(channel.name)?.close();
            pumps?.delete(channel.name);
        });
    }

    private forget(sessionId: string): void {
        for (const pump of this.clients.get(sessionId)?.pumps.values() ?? []) pump.close();
        this.clients.delete(sessionId);
    }
}

function dataOf({ kind, schemaId, payload, replayId, uuid }: StreamEvent): object {
    if (kind === 'announcement') return payload;
    return { schema: schemaId, payload, event: kind === 'change' ? { replayId } : { replayId, EventUuid: uuid } };
}

async function settle(answer: Answer, decide: () => Promise<boolean>): Promise<void> {
    let allowed: boolean;
    try {
        allowed = await decide();
    } catch (error) {
        answer(error instanceof Error ? error : new Error(String(error)));
        return;
    }
    answer(undefined, allowed);
}
