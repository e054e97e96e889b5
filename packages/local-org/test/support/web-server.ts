import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MetadataPackage } from '../../src/metadata/model.ts';

export interface ReceivedRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: Buffer;
}

/** A server on the loopback address that keeps what it was asked. */
export class WebServer implements AsyncDisposable {
    readonly received: ReceivedRequest[] = [];
    private readonly server;
    private readonly arrivals: (() => void)[] = [];

    private constructor(answer: (request: ReceivedRequest, response: ServerResponse) => void) {
        this.server = createServer((message, response) => {
            const chunks: Buffer[] = [];
            message.on('data', (chunk: Buffer) => chunks.push(chunk));
            message.on('end', () => {
                const { method = '', url = '', headers } = message;
                const request = { method, path: url, headers, body: Buffer.concat(chunks) };
                this.received.push(request);
                for (const look of this.arrivals) look();
                answer(request, response);
            });
        });
    }

    static async listen(answer: (request: ReceivedRequest, response: ServerResponse) => void): Promise<WebServer> {
        const server = new WebServer(answer);
        await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
        return server;
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    /** Waits until so many requests have come; fails when `work`, which sends them, ends before. */
    async arrival(count: number, work: Promise<unknown>): Promise<void> {
        const arrived = new Promise<void>((resolve) => {
            this.arrivals.push(() => {
                if (this.received.length >= count) resolve();
            });
        });
        const ended = work.then(() => Promise.reject(new Error(`Only ${this.received.length} requests came.`)));
        await Promise.race([arrived, ended]);
    }

    async [Symbol.asyncDispose](): Promise<void> {
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }
}

/** Metadata that opens a URL to callouts. */
export function remoteSite(url: string): Pick<MetadataPackage, 'remoteSites'> {
    return { remoteSites: [{ name: 'Site', label: 'Site', content: { isActive: 'true', url } }] };
}
