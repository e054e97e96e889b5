import { randomUUID } from 'node:crypto';
import {
    type Metadata,
    type sendUnaryData,
    Server,
    ServerCredentials,
    type ServerDuplexStream,
    type ServerUnaryCall,
} from '@grpc/grpc-js';
import type { StreamGateway, StreamUser } from '../stream-gateway.ts';
import { selfSignedCertificate } from './certificate.ts';
import { EventCodec, replayIdBytes } from './event-codec.ts';
import { type PubSubHandlers, pubSubService, type PublishRequest, type PublishResponse } from './pubsub-api.ts';
import { CallRefused, statusOf } from './status.ts';
import { SubscribeCall } from './subscribe-call.ts';

/** Milliseconds; clients expect a sign of life within 270 seconds. */
const KEEP_ALIVE = 240_000;

export interface PubSubServerOptions {
    readonly gateway: StreamGateway;
    readonly host: string;
    /** 0: one that is free. */
    readonly port: number;
    readonly keepAlive?: number;
}

/** The Pub/Sub API: gRPC over TLS with a certificate of its own. */
export class PubSubServer {
    readonly port: number;
    private readonly server: Server;

    /** @throws Error when the port cannot be listened on */
    static async start(options: PubSubServerOptions): Promise<PubSubServer> {
        const { key, certificate } = await selfSignedCertificate(Date.now());
        const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) };
        const server = new Server();
        server.addService(pubSubService(), { ...new Handlers(options).handlers });
        const address = `${options.host}:${options.port}`;
        const port = await new Promise<number>((resolve, reject) => {
            server.bindAsync(address, ServerCredentials.createSsl(null, [pair]), (error, bound) =>
                error === null ? resolve(bound) : reject(error),
            );
        });
        return new PubSubServer(server, port);
    }

    private constructor(server: Server, port: number) {
        this.server = server;
        this.port = port;
    }

    /** Ends every stream at once: clients come back with their replay ids. */
    stop(): void {
        this.server.forceShutdown();
    }
}

class Handlers {
    private readonly gateway: StreamGateway;
    private readonly codec: EventCodec;
    private readonly keepAlive: number;

    constructor({ gateway, keepAlive = KEEP_ALIVE }: PubSubServerOptions) {
        this.gateway = gateway;
        this.codec = new EventCodec(gateway);
        this.keepAlive = keepAlive;
    }

    get handlers(): PubSubHandlers {
        return {
            GetTopic: unary(async ({ topicName }, metadata) => {
                const { userId, organizationId } = await this.user(metadata);
                const topic = await this.gateway.topic(userId, topicName);
                if (topic === null) throw unknownTopic(topicName);
                return { topicName, tenantGuid: organizationId, ...topic, rpcId: randomUUID() };
            }),
            GetSchema: unary(async ({ schemaId }, metadata) => {
                await this.user(metadata);
                const schemaJson = await this.gateway.schema(schemaId);
                if (schemaJson === null) throw new CallRefused('UNKNOWN_SCHEMA', `There is no schema ${schemaId}.`);
                return { schemaJson, schemaId, rpcId: randomUUID() };
            }),
            Publish: unary((request, metadata) => this.publish(request, metadata)),
            PublishStream: (call) => this.publishStream(call),
            Subscribe: (call) =>
                void new SubscribeCall(call, {
                    gateway: this.gateway,
                    codec: this.codec,
                    signIn: async () => (await this.user(call.metadata)).userId,
                    rpcId: randomUUID,
                    keepAlive: this.keepAlive,
                }),
        };
    }

    private async user(metadata: Metadata): Promise<StreamUser> {
        const [token] = metadata.get('accesstoken');
        const user = token === undefined ? null : await this.gateway.authenticate(String(token));
        if (user === null) throw new CallRefused('UNAUTHENTICATED', 'The access token is no session of this org.');
        return user;
    }

    private async publish({ topicName, events }: PublishRequest, metadata: Metadata): Promise<PublishResponse> {
        const { userId } = await this.user(metadata);
        const topic = await this.gateway.topic(userId, topicName);
        if (topic === null) throw unknownTopic(topicName);
        if (!topic.canPublish) throw new CallRefused('ACCESS_DENIED', `The user may not publish on ${topicName}.`);
        const decoded = [];
        for (const event of events) decoded.push(await this.codec.decode(event));
        const outcomes = await this.gateway.publish({ userId, channel: topicName, events: decoded });
        return {
            results: outcomes.map(({ replayId, error }, index) => ({
                correlationKey: events[index]?.id ?? '',
                ...(replayId !== null && { replayId: replayIdBytes(replayId) }),
                ...(error !== null && { error: { code: 'PUBLISH' as const, msg: error } }),
            })),
            schemaId: topic.schemaId,
            rpcId: randomUUID(),
        };
    }

    /** Requests are answered one after the other, in their order. */
    private publishStream(call: ServerDuplexStream<PublishRequest, PublishResponse>): void {
        let last = Promise.resolve();
        call.on('data', (request: PublishRequest) => {
            last = last
                .then(async () => void call.write(await this.publish(request, call.metadata)))
                .catch((error: unknown) => void call.emit('error', statusOf(error)));
        });
        call.on('end', () => void last.then(() => call.end()));
        call.on('error', () => call.end());
    }
}

function unknownTopic(topic: string): CallRefused {
    return new CallRefused('UNKNOWN_CHANNEL', `There is no topic ${topic}.`);
}

function unary<Request, Response>(
    answer: (request: Request, metadata: Metadata) => Promise<Response>,
): (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => void {
    return ({ request, metadata }, callback) => {
        answer(request, metadata).then(
            (response) => callback(null, response),
            (error: unknown) => callback(statusOf(error)),
        );
    };
}
