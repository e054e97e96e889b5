import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ControlBackend } from '../control/control-backend.ts';
import type { VendorAnswer, VendorOutcome, VendorRequest } from '../http/messages.ts';
import { Refusal } from '../http/refusal.ts';
import { VendorBackend, type VendorBackendOptions } from '../vendor-backend.ts';

export interface VendorServerOptions extends VendorBackendOptions {
    /** Default: one that is free. */
    readonly port?: number;
}

/** Data, faults and tokens of tests: nothing beyond this machine may reach it. */
const HOST = '127.0.0.1';
const API_BASE = '/salesforce/v2';
const CONTROL_BASE = '/control';
const MOST_BYTES = 4 * 2 ** 20;

/** The reference backend over HTTP, on loopback. */
export class VendorServer {
    readonly backend: VendorBackend;
    private readonly control: ControlBackend;
    private readonly server: Server;
    /** Waits of late answers, which nobody waits for once the server closes. */
    private readonly closing = new AbortController();

    /** @throws Error where the port is taken */
    static async start(options: VendorServerOptions): Promise<VendorServer> {
        const server = new VendorServer(options);
        await new Promise<void>((resolve, reject) => {
            server.server.once('error', reject).listen(options.port ?? 0, HOST, resolve);
        });
        return server;
    }

    private constructor(options: VendorServerOptions) {
        this.backend = new VendorBackend(options);
        this.control = new ControlBackend(this.backend);
        this.server = createServer((request, response) => {
            this.serve(request, response).catch((error: unknown) => response.destroy(error as Error));
        });
    }

    get port(): number {
        return (this.server.address() as AddressInfo).port;
    }

    /** Base address of the API of openapi.yaml. */
    get url(): string {
        return `http://${HOST}:${this.port}${API_BASE}`;
    }

    /** Base address of control.yaml. */
    get controlUrl(): string {
        return `http://${HOST}:${this.port}${CONTROL_BASE}`;
    }

    /** Cuts what is open: a silent call would keep the server open for good. */
    async close(): Promise<void> {
        this.closing.abort();
        const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
        this.server.closeAllConnections();
        await closed;
    }

    private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(incoming.url ?? '/', this.url);
        const base = [API_BASE, CONTROL_BASE].find((prefix) => url.pathname.startsWith(`${prefix}/`));
        const body = await readBody(incoming);
        if (base === undefined) return send(response, new Refusal(404, 'NOT_FOUND', 'Nothing is here.').toAnswer());
        if (body === null)
            return send(response, new Refusal(413, 'BATCH_TOO_LARGE', 'The body is too long.').toAnswer());
        const request: VendorRequest = {
            method: incoming.method ?? 'GET',
            path: url.pathname.slice(base.length),
            query: url.searchParams,
            headers: { authorization: incoming.headers.authorization },
            body,
        };
        if (base === CONTROL_BASE) return send(response, this.control.respond(request));
        await this.deliver(this.backend.respond(request), response);
    }

    private async deliver(outcome: VendorOutcome, response: ServerResponse): Promise<void> {
        if (outcome.kind === 'silence') return;
        if (outcome.afterMilliseconds > 0)
            await wait(outcome.afterMilliseconds, undefined, { signal: this.closing.signal });
        if (outcome.kind === 'answer') return send(response, outcome.answer);
        cut(response, outcome.answer);
    }
}

/** @returns null for a body that is too long */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length <= MOST_BYTES) chunks.push(chunk);
    }
    return length > MOST_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, headers, body }: VendorAnswer): void {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Promises the whole answer, sends half of it and closes the connection. */
function cut(response: ServerResponse, { status, headers, body }: VendorAnswer): void {
    const bytes = Buffer.from(body);
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
