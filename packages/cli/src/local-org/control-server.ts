import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ControlVerb } from './control-verbs.ts';

type Obey = (verb: ControlVerb, argument: never) => Promise<unknown>;

/**
 * Obeys whoever holds the secret, on this machine alone. It listens beside the org, not with it: an answer has to arrive
 * although the org was stopped meanwhile, to be deployed to or begun anew.
 */
export class ControlServer {
    private readonly secret: Buffer;
    private readonly obey: Obey;
    private readonly server: Server;

    static async start(secret: string, obey: Obey): Promise<ControlServer> {
        const control = new ControlServer(secret, obey);
        await new Promise<void>((resolve) => control.server.listen(0, '127.0.0.1', resolve));
        return control;
    }

    private constructor(secret: string, obey: Obey) {
        this.secret = Buffer.from(`Bearer ${secret}`);
        this.obey = obey;
        this.server = createServer((request, response) => this.handle(request, response));
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    close(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    private handle(request: IncomingMessage, response: ServerResponse): void {
        if (!this.isAllowed(request)) respond(response, 401, { message: 'This needs the secret of the running org.' });
        else void this.answer(request, response);
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        try {
            const verb = (request.url ?? '').slice(1) as ControlVerb;
            respond(response, 200, await this.obey(verb, (await json(request)) as never));
        } catch (error) {
            const { code = 'COMMAND_FAILED', message, remedy = null } = error as ControlFailure;
            respond(response, 500, { code, message, remedy });
        }
    }

    private isAllowed({ headers: { authorization = '' } }: IncomingMessage): boolean {
        const given = Buffer.from(authorization);
        return given.length === this.secret.length && timingSafeEqual(given, this.secret);
    }
}

/** What the control answers instead of a result. */
export interface ControlFailure {
    code?: string;
    message: string;
    remedy?: string | null;
}

function respond(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
