// avro-js, on which the client depends, requires it without naming it.
import 'underscore';
import PubSubApiClient from 'salesforce-pubsub-api-client';

interface Received {
    readonly replayId: number;
    readonly payload: Readonly<Record<string, unknown>>;
}

type Heard = { readonly kind: string; readonly data: unknown };

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** The client library that most use, with what it calls back kept for a test to wait for. */
export class PubSubClient {
    readonly client: PubSubApiClient;
    private readonly heard: Heard[] = [];
    private wake: (() => void) | null = null;
    private subscribed = false;

    private constructor(client: PubSubApiClient) {
        this.client = client;
    }

    static async connect(port: number, accessToken: string): Promise<PubSubClient> {
        const client = new PubSubApiClient(
            {
                authType: 'user-supplied',
                accessToken,
                instanceUrl: 'https://127.0.0.1',
                organizationId: accessToken.split('!')[0] ?? '',
                pubSubEndpoint: `127.0.0.1:${port}`,
                rejectUnauthorizedSsl: false,
            },
            SILENT,
        );
        await client.connect();
        return new PubSubClient(client);
    }

    /** For the `subscribe` methods of the client. */
    get callback(): (info: unknown, kind: string, data?: unknown) => void {
        this.subscribed = true;
        return (_info, kind, data) => {
            this.heard.push({ kind, data });
            this.wake?.();
        };
    }

    /** The first so many events. */
    async events(count: number): Promise<Received[]> {
        return (await this.first('event', count)) as Received[];
    }

    /** The first callbacks of a kind: `lastevent`, `grpcKeepalive`, `error`, `end`. */
    async first(kind: string, count = 1): Promise<unknown[]> {
        for (;;) {
            const found = this.heard.filter((each) => each.kind === kind);
            if (found.length >= count) return found.slice(0, count).map(({ data }) => data);
            await new Promise<void>((resolve) => (this.wake = resolve));
        }
    }

    /** To be called after the server has stopped: a stream that is cut off after this has nobody who hears of it. */
    async close(): Promise<void> {
        if (this.subscribed) await this.first('grpcStatus');
        this.client.close();
    }
}
