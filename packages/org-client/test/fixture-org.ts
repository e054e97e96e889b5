import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { OrgConnection, type ConnectionOptions } from '../src/index.ts';

/** What no real org could be shown: a token in the shape of one. */
export const TOKEN = '00D000000000001EAA!AQcAQ.secret_value';

export interface FixtureAnswer {
    status?: number;
    body?: unknown;
    /** In place of a body that is JSON. */
    text?: string;
}

/** Answers one request; undefined: the connection is cut, `hang`: no answer ever comes. */
export type Fault = (request: IncomingMessage) => FixtureAnswer | undefined | 'hang';

export interface FixtureOrg {
    url: string;
    /** Path and query of each request that came. */
    requests: string[];
    connect: (options?: ConnectionOptions) => OrgConnection;
}

/** A server on loopback that behaves as it is told, for what a well-behaved org never does. */
export async function fixtureOrg(context: TestContext, fault: Fault): Promise<FixtureOrg> {
    const requests: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((request, response) => {
        requests.push(request.url ?? '');
        answer(response, fault(request));
    });
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, requests, connect: (options) => connectTo(url, options) };
}

export function connectTo(instanceUrl: string, options?: ConnectionOptions): OrgConnection {
    const login = { username: 'admin@example.com', name: 'demo', instanceUrl, accessToken: TOKEN };
    return new OrgConnection(login, { timeoutSeconds: 5, ...options });
}

function answer(response: ServerResponse, given: FixtureAnswer | undefined | 'hang'): void {
    if (given === 'hang') return;
    if (given === undefined) {
        response.socket?.destroy();
        return;
    }
    const { status = 200, body, text } = given;
    response.writeHead(status, { 'content-type': text === undefined ? 'application/json' : 'text/html' });
    response.end(text ?? JSON.stringify(body));
}
