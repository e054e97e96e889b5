import { OrgError } from './errors/org-error.ts';
import type { RequestSubject } from './errors/network-failure.ts';
import { type RefusedAnswer, refusedAnswer } from './errors/refused-answer.ts';
import { type HttpAnswer, type HttpRequest, send, type TraceListener } from './http/http-client.ts';
import type { OrgLogin } from './login/org-login.ts';

/** Of the package, and so the lowest that its API has to be called with. */
export const DEFAULT_API_VERSION = '65.0';

export interface ConnectionOptions {
    /** Alias or username; absent: sf's default org. */
    targetOrg?: string;
    /** Such as `65.0`; absent: the highest that sf saw the org offer. */
    apiVersion?: string;
    /** How long one request may take. */
    timeoutSeconds?: number;
    onRequest?: TraceListener;
}

/** A request to the org. */
export interface OrgRequest {
    method: HttpRequest['method'];
    /** Absolute on the org's host, such as `/services/data/v65.0/limits`. */
    path: string;
    parameters?: Readonly<Record<string, string | undefined>>;
    body?: unknown;
    /** How sentences name the call; absent: method and path. */
    call?: string;
    /** Absent: JSON. */
    accept?: 'text/plain';
}

export interface OrgAnswer extends RefusedAnswer {
    headers: Headers;
}

const DEFAULT_TIMEOUT_SECONDS = 60;

/** An org that sf is logged in to. A session that has expired is renewed once, without anybody noticing. */
export class OrgConnection {
    readonly login: OrgLogin;
    readonly apiVersion: string;
    private readonly timeoutSeconds: number;
    private readonly onRequest: TraceListener | undefined;
    private accessToken: string;

    /** @throws OrgError NO_TARGET_ORG, NOT_LOGGED_IN, LOGIN_UNREADABLE */
    static async open(options: ConnectionOptions = {}): Promise<OrgConnection> {
        const { readSavedLogin } = await import('./login/saved-login.ts');
        return new OrgConnection(await readSavedLogin(options.targetOrg), options);
    }

    constructor(login: OrgLogin, options: ConnectionOptions = {}) {
        this.login = login;
        this.apiVersion = options.apiVersion ?? login.apiVersion ?? DEFAULT_API_VERSION;
        this.timeoutSeconds = options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
        this.onRequest = options.onRequest;
        this.accessToken = login.accessToken;
    }

    /**
     * The parsed body of a successful answer, `null` where it is empty.
     *
     * @throws OrgError of any code
     */
    async request(request: OrgRequest): Promise<unknown> {
        const answer = await this.exchange(request);
        if (answer.status >= 400) throw this.refusal(request, answer);
        return answer.body;
    }

    /**
     * The body of a successful answer that is no JSON, such as a debug log.
     *
     * @throws OrgError of any code
     */
    async text(request: OrgRequest): Promise<string> {
        const answer = await this.exchange({ ...request, accept: 'text/plain' });
        if (answer.status >= 400) throw this.refusal(request, answer);
        return typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    }

    /**
     * The answer whatever its status, for callers that tell refusals apart.
     *
     * @throws OrgError of the network, SESSION_EXPIRED, MALFORMED_ANSWER
     */
    async exchange(request: OrgRequest): Promise<OrgAnswer> {
        const first = await this.sendOnce(request);
        if (!isExpiredSession(first)) return first;
        const { renewSession } = await import('./login/renew-session.ts');
        this.accessToken = await renewSession(this.login);
        const second = await this.sendOnce(request);
        if (second.status === 401) throw this.refusal(request, second);
        return second;
    }

    refusal(request: OrgRequest, answer: RefusedAnswer): OrgError {
        return refusedAnswer(answer, this.subject(request));
    }

    malformed(request: Pick<OrgRequest, 'method' | 'path' | 'call'>, reason: string, cause?: unknown): OrgError {
        const { org, host, call } = this.subject(request);
        return OrgError.of('MALFORMED_ANSWER', { org, host, call, reason }, { cause });
    }

    private async sendOnce(request: OrgRequest): Promise<OrgAnswer> {
        const url = new URL(`${this.login.instanceUrl}${request.path}`);
        for (const [name, value] of Object.entries(request.parameters ?? {})) {
            if (value !== undefined) url.searchParams.set(name, value);
        }
        const { method, body } = request;
        const headers = {
            authorization: `Bearer ${this.accessToken}`,
            accept: request.accept ?? 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
        };
        const answer = await send(
            { method, url, headers, ...(body !== undefined && { body: JSON.stringify(body) }) },
            this.subject(request),
            this.onRequest,
        );
        return { status: answer.status, headers: answer.headers, body: this.parse(answer, request) };
    }

    /** A failure may come as HTML from whatever stands before the org; a success must be JSON. */
    private parse({ status, text }: HttpAnswer, request: OrgRequest): unknown {
        if (text === '') return null;
        try {
            return JSON.parse(text);
        } catch (cause) {
            if (status >= 400 || request.accept === 'text/plain') return text;
            throw this.malformed(request, describeText(text), cause);
        }
    }

    private subject({ method, path, call }: Pick<OrgRequest, 'method' | 'path' | 'call'>): RequestSubject {
        return {
            org: this.login.name,
            user: this.login.username,
            host: new URL(this.login.instanceUrl).host,
            call: call ?? `${method} ${path}`,
            timeoutSeconds: this.timeoutSeconds,
        };
    }
}

function isExpiredSession({ status, body }: OrgAnswer): boolean {
    return status === 401 && JSON.stringify(body ?? '').includes('INVALID_SESSION_ID');
}

function describeText(text: string): string {
    return /^\s*<(?:!doctype|html)/i.test(text) ? 'a page of HTML' : 'no JSON';
}
