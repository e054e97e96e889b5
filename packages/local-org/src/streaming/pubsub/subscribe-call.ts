import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { StreamEvent, StreamGateway } from '../stream-gateway.ts';
import { SubscriptionPump } from '../subscription-pump.ts';
import { type EventCodec, replayIdBytes, replayIdOf } from './event-codec.ts';
import type { FetchRequest, FetchResponse } from './pubsub-api.ts';
import { CallRefused, type StatusReason, statusOf } from './status.ts';

/** Events that a client may have asked for at a time (Pub/Sub API Developer Guide, "Subscribe RPC Method"). */
const MAXIMUM_REQUESTED = 100;

export interface SubscribeCallOptions {
    readonly gateway: StreamGateway;
    readonly codec: EventCodec;
    /** @throws CallRefused */
    signIn(): Promise<string>;
    rpcId(): string;
    /** Milliseconds between messages that say no more than that the stream is alive. */
    readonly keepAlive: number;
}

/** One `Subscribe` stream: the first request says where it starts, each one how many more events the client is ready for. */
export class SubscribeCall {
    private readonly call: ServerDuplexStream<FetchRequest, FetchResponse>;
    private readonly options: SubscribeCallOptions;
    private readonly timer: NodeJS.Timeout;
    private pump: SubscriptionPump | null = null;
    private topic: string | null = null;
    private requested = 0;
    private position = 0;

    constructor(call: ServerDuplexStream<FetchRequest, FetchResponse>, options: SubscribeCallOptions) {
        this.call = call;
        this.options = options;
        this.timer = setInterval(() => this.respond([]), options.keepAlive).unref();
        call.on('data', (request: FetchRequest) => this.request(request));
        call.on('end', () => this.end());
        call.on('cancelled', () => this.end());
        call.on('error', () => this.end());
    }

    private request(request: FetchRequest): void {
        try {
            this.accept(request);
        } catch (error) {
            this.fail(error);
        }
    }

    private accept(request: FetchRequest): void {
        const { topicName, numRequested } = request;
        if (numRequested <= 0) throw new CallRefused('INVALID_REQUEST', 'num_requested must be greater than 0.');
        if (this.topic !== null && topicName !== '' && topicName !== this.topic) {
            throw new CallRefused('INVALID_REQUEST', 'A stream cannot change its topic.');
        }
        this.requested = Math.min(MAXIMUM_REQUESTED, this.requested + numRequested);
        if (this.topic !== null) {
            this.pump?.wake();
            return;
        }
        this.topic = topicName;
        this.open(request).catch((error: unknown) => this.fail(error));
    }

    private async open({ topicName, replayPreset, replayId }: FetchRequest): Promise<void> {
        const { gateway, signIn } = this.options;
        const userId = await signIn();
        const replayFrom = replayPreset === 'EARLIEST' ? -2 : replayPreset === 'LATEST' ? -1 : replayIdOf(replayId);
        const outcome = await gateway.open({ userId, channel: topicName, replayFrom });
        if (outcome.kind === 'refused') throw new CallRefused(outcome.code as StatusReason, outcome.message);
        this.position = outcome.position;
        this.pump = new SubscriptionPump({
            gateway,
            subscriptionId: outcome.subscriptionId,
            format: 'avro',
            ready: () => this.requested,
            deliver: (events) => this.deliver(events),
            failed: (error) => this.fail(error),
        });
        if (this.call.cancelled) this.end();
        else this.pump.wake();
    }

    private async deliver(events: readonly StreamEvent[]): Promise<void> {
        const encoded = [];
        for (const event of events) encoded.push(await this.options.codec.encode(event));
        this.requested -= events.length;
        this.position = events.at(-1)?.replayId ?? this.position;
        this.respond(encoded);
    }

    private respond(events: FetchResponse['events']): void {
        if (this.pump === null) return;
        this.call.write({
            events,
            latestReplayId: replayIdBytes(this.position),
            rpcId: this.options.rpcId(),
            pendingNumRequested: this.requested,
        });
    }

    private fail(error: unknown): void {
        this.stop();
        this.call.emit('error', statusOf(error));
    }

    private end(): void {
        this.stop();
        this.call.end();
    }

    private stop(): void {
        clearInterval(this.timer);
        this.pump?.close();
        this.pump = null;
    }
}
