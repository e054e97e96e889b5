import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { CONTROL_PREFIX, type ControlVerb } from './control-verbs.ts';

type Obey = (verb: ControlVerb, argument: never) => Promise<unknown>;

/** Answers the commands of whoever holds the secret, beside the org's own services. */
export class ControlHandler {
    readonly prefix = CONTROL_PREFIX;
    private readonly secret: Buffer;
    private readonly obey: Obey;

    constructor(secret: string, obey: Obey) {
        this.secret = Buffer.from(`Bearer ${secret}`);
        this.obey = obey;
    }

    handle(request: IncomingMessage, response: ServerResponse): void {
        if (!this.isAllowed(request)) respond(response, 401, { message: 'This needs the secret of the running org.' });
        else void this.answer(request, response);
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        try {
            const verb = (request.url ?? '').replace(/^\/+/, '/').slice(CONTROL_PREFIX.length + 1) as ControlVerb;
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
