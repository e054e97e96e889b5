import { adapt } from 'cometd-nodejs-client';
import { CometD, type Message } from 'cometd';

adapt();

interface EventData {
    readonly schema: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly event: { readonly replayId: number; readonly EventUuid?: string };
}

/** The official client, with the replies that a test waits for. */
export class CometdClient {
    readonly cometd = new CometD();
    private readonly received: EventData[] = [];
    private waiting: { readonly count: number; resolve(events: readonly EventData[]): void } | null = null;

    constructor(port: number, token: string) {
        this.cometd.configure({
            url: `http://127.0.0.1:${port}/cometd/65.0`,
            requestHeaders: { Authorization: `Bearer ${token}` },
            appendMessageTypeToURL: false,
            backoffIncrement: 50,
        });
        this.cometd.unregisterTransport('websocket');
    }

    handshake(): Promise<Message> {
        return new Promise((resolve) => this.cometd.handshake((reply) => resolve(reply)));
    }

    /** @param replay as the replay extension has it; null: without the extension */
    subscribe(channel: string, replay: number | null = null): Promise<Message> {
        const properties = replay === null ? {} : { ext: { replay: { [channel]: replay } } };
        return new Promise((resolve) => {
            this.cometd.subscribe(
                channel,
                (message) => this.receive(message.data as EventData),
                properties,
                (reply) => resolve(reply),
            );
        });
    }

    /** The first so many events that were received. */
    events(count: number): Promise<readonly EventData[]> {
        return new Promise((resolve) => {
            this.waiting = { count, resolve };
            this.settle();
        });
    }

    disconnect(): Promise<void> {
        return new Promise((resolve) => {
            if (this.cometd.isDisconnected()) resolve();
            else this.cometd.disconnect(() => resolve());
        });
    }

    private receive(data: EventData): void {
        this.received.push(data);
        this.settle();
    }

    private settle(): void {
        const { waiting, received } = this;
        if (waiting === null || received.length < waiting.count) return;
        this.waiting = null;
        waiting.resolve([...received]);
    }
}
