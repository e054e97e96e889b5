import type { StreamEvent, StreamGateway, TakeRequest } from './stream-gateway.ts';

export interface PumpOptions {
    readonly gateway: StreamGateway;
    readonly subscriptionId: number;
    readonly format: TakeRequest['format'];
    /** How many events the client is ready for now; 0: none until `wake`. */
    ready(): number;
    deliver(events: readonly StreamEvent[]): void | Promise<void>;
    failed(error: unknown): void;
}

/**
 * Carries the events of one subscription to its client, in the order of the stream: one request to the org at a time, so
 * that what is replayed and what is published meanwhile cannot overtake each other.
 */
export class SubscriptionPump {
    private readonly options: PumpOptions;
    private readonly stopListening: () => void;
    private running = false;
    private again = false;
    private closed = false;

    constructor(options: PumpOptions) {
        this.options = options;
        this.stopListening = options.gateway.onAvailable((subscriptionId) => {
            if (subscriptionId === options.subscriptionId) this.wake();
        });
    }

    /** There may be more to carry, or the client is ready for more. */
    wake(): void {
        this.again = true;
        if (!this.running && !this.closed) void this.run();
    }

    close(): void {
        if (this.closed) return;
        this.closed = true;
        this.stopListening();
        // An org that has stopped has closed it by itself.
        this.options.gateway.close(this.options.subscriptionId).catch(() => {});
    }

    private async run(): Promise<void> {
        const { gateway, subscriptionId, format, ready, deliver, failed } = this.options;
        this.running = true;
        try {
            while (this.again && !this.closed) {
                this.again = false;
                const limit = ready();
                if (limit === 0) continue;
                const events = await gateway.take({ subscriptionId, limit, format });
                if (this.closed) return;
                if (events.length > 0) await deliver(events);
                this.again ||= events.length === limit;
            }
        } catch (error) {
            failed(error);
        } finally {
            this.running = false;
        }
        if (this.again && !this.closed) this.wake();
    }
}
