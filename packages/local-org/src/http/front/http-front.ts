import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { ServerError } from '../server-error.ts';
import type { FilePart, HttpReply } from '../thread/messages.ts';
import type { OrgThread } from './org-thread.ts';
import { readBody } from './request-body.ts';

/** Answers paths in the thread that listens, with the connection itself: what holds connections open, such as CometD. */
export interface FrontHandler {
    /** Such as `/cometd`. */
    readonly prefix: string;
    handle(request: IncomingMessage, response: ServerResponse): void;
    /** Ends what it holds open. */
    close?(): void;
}

const UNAVAILABLE: ReadonlySet<string> = new Set(['ORG_STARTING', 'ORG_STOPPED']);
const HEALTH = '/health';
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

/** The listening socket: parses requests, hands them to the org, and answers by itself what needs no org. */
export class HttpFront {
    readonly handlers: FrontHandler[] = [];
    private readonly spool: string;
    private thread: OrgThread | null = null;
    private readonly server: Server;
    private readonly startedAt = Date.now();

    /** @param spool folder for long bodies */
    constructor(spool: string) {
        this.spool = spool;
        this.server = createServer((request, response) => void this.answer(request, response));
        this.server.requestTimeout = 0;
        this.server.keepAliveTimeout = 60_000;
    }

    /** @throws ServerError PORT_IN_USE, ADDRESS_UNAVAILABLE */
    async listen(host: string, port: number): Promise<AddressInfo> {
        await new Promise<void>((resolve, reject) => {
            this.server.once('error', (cause: NodeJS.ErrnoException) => {
                const code = cause.code === 'EADDRINUSE' ? 'PORT_IN_USE' : 'ADDRESS_UNAVAILABLE';
                const values = code === 'PORT_IN_USE' ? [String(port), host] : [`${host}:${port}`, cause.message];
                reject(ServerError.of(code, values, cause));
            });
            this.server.listen(port, host, resolve);
        });
        return this.server.address() as AddressInfo;
    }

    /** The org has started; until then requests are told to come again. */
    serve(thread: OrgThread): void {
        this.thread = thread;
    }

    async close(): Promise<void> {
        for (const handler of this.handlers) handler.close?.();
        const closed = new Promise((resolve) => this.server.close(resolve));
        this.server.closeAllConnections();
        await closed;
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const [rawPath = '/', query = ''] = splitOnce(request.url ?? '/', '?');
        const path = rawPath.replace(/^\/+/, '/');
        try {
            const handler = this.handlers.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
            if (path === HEALTH) this.answerHealth(response);
            else if (handler !== undefined) handler.handle(request, response);
            else await this.forward(request, response, path, query);
        } catch (error) {
            refuse(response, error);
        }
    }

    private async forward(
        request: IncomingMessage,
        response: ServerResponse,
        path: string,
        query: string,
    ): Promise<void> {
        const { thread } = this;
        if (thread === null) throw ServerError.of('ORG_STARTING', []);
        const { body, bodyFile } = await readBody(request, this.spool);
        try {
            const reply = await thread.request({
                method: request.method ?? 'GET',
                path,
                query,
                headers: flatHeaders(request),
                body,
                bodyFile,
                remoteAddress: request.socket.remoteAddress ?? '127.0.0.1',
            });
            await send(response, reply);
        } finally {
            if (bodyFile !== null) await rm(bodyFile, { force: true });
        }
    }

    /** Whether the server listens and its org is alive; an org that computes is alive. */
    private answerHealth(response: ServerResponse): void {
        const failure = this.thread === null ? ServerError.of('ORG_STARTING', []) : this.thread.failure;
        const health = {
            status: failure === null ? 'ok' : failure.code === 'ORG_STARTING' ? 'starting' : 'failed',
            reason: failure?.message ?? null,
            pendingRequests: this.thread?.busy ?? 0,
            uptimeSeconds: Math.floor((Date.now() - this.startedAt) / 1000),
        };
        response.writeHead(failure === null ? 200 : 503, JSON_TYPE).end(JSON.stringify(health));
    }
}

async function send(response: ServerResponse, { status, headers, body, file }: HttpReply): Promise<void> {
    if (file === undefined) {
        const length = body === null ? 0 : Buffer.byteLength(body);
        response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': length });
        response.end(body ?? undefined);
        return;
    }
    response.writeHead(status, headers);
    await sendFile(response, file);
}

async function sendFile(response: ServerResponse, { path, range, prefix, temporary }: FilePart): Promise<void> {
    if (prefix !== undefined) response.write(prefix);
    try {
        const isEmpty = range !== undefined && range[1] < range[0];
        if (isEmpty) response.end();
        else await pipeline(createReadStream(path, range && { start: range[0], end: range[1] }), response);
    } finally {
        if (temporary === true) await rm(path, { force: true });
    }
}

function refuse(response: ServerResponse, error: unknown): void {
    if (response.headersSent) {
        response.destroy();
        return;
    }
    const status = error instanceof ServerError && UNAVAILABLE.has(error.code) ? 503 : 500;
    const errorCode = status === 503 ? 'SERVER_UNAVAILABLE' : 'UNKNOWN_EXCEPTION';
    const message = error instanceof Error ? error.message : String(error);
    response.writeHead(status, JSON_TYPE).end(JSON.stringify([{ errorCode, message }]));
}

/** As Node joins headers that come more than once; cookies are the only list left. */
function flatHeaders({ headers }: IncomingMessage): Record<string, string> {
    return Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
        ),
    );
}

function splitOnce(text: string, separator: string): string[] {
    const at = text.indexOf(separator);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
