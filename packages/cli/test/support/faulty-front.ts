import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can happen between the command line and an org. */
export const FAULTS = [
    'none',
    'latency',
    'silence',
    '401',
    '500',
    '503',
    'limit',
    'html',
    'cut',
    'cut in the middle',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Stands before an org and answers in its place, or not at all, as the fault says. */
export class FaultyFront {
    fault: Fault = 'none';
    private readonly server: Server;
    private readonly target: URL;

    static async start(target: string): Promise<FaultyFront> {
        const front = new FaultyFront(new URL(target));
        await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
        return front;
    }

    private constructor(target: URL) {
        this.target = target;
        this.server = createServer((request, response) => this.answer(request, response));
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    close(): void {
        this.server.closeAllConnections();
        this.server.close();
    }

    private answer(request: IncomingMessage, response: ServerResponse): void {
        switch (this.fault) {
            case 'none':
                return this.pass(request, response);
            case 'latency':
                setTimeout(() => this.pass(request, response), 300);
                return;
            case 'silence':
                return;
            case '401':
                return refuse(response, 401, 'INVALID_SESSION_ID', 'Session expired or invalid');
            case '500':
                return refuse(response, 500, 'APEX_ERROR', 'System.LimitException: Apex CPU time limit exceeded');
            case '503':
                return void response.writeHead(503).end();
            case 'limit':
                return refuse(response, 403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
            case 'html':
                return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
            case 'cut':
                return void request.socket.destroy();
            case 'cut in the middle':
                response.writeHead(200, { 'content-length': 1000 }).write('{"sync":');
                setTimeout(() => request.socket.destroy(), 20);
        }
    }

    private pass(request: IncomingMessage, response: ServerResponse): void {
        const { hostname, port } = this.target;
        const { method, url: path, headers } = request;
        const onward = forward({ hostname, port, method, path, headers }, (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(response);
        });
        onward.on('error', () => response.destroy());
        request.pipe(onward);
    }
}

function refuse(response: ServerResponse, status: number, errorCode: string, message: string): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify([{ errorCode, message }]));
}
