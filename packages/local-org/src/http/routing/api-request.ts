import type { Session } from '../sessions/session.ts';
import type { HttpRequest } from '../thread/messages.ts';
import { commonErrors } from './api-error.ts';

/** A request as a service sees it. */
export class ApiRequest {
    readonly http: HttpRequest;
    /** Parts of the path, decoded. */
    readonly params: Readonly<Record<string, string | undefined>>;
    /** Who asks; only where the route is open to everybody may it be missing. */
    private readonly signedIn: Session | null;
    readonly query: URLSearchParams;

    constructor(http: HttpRequest, params: Readonly<Record<string, string | undefined>>, session: Session | null) {
        this.http = http;
        this.params = params;
        this.signedIn = session;
        this.query = new URLSearchParams(http.query);
    }

    /** @throws ApiError 401 */
    get session(): Session {
        if (this.signedIn === null) throw commonErrors.invalidSession();
        return this.signedIn;
    }

    get userId(): string {
        return this.session.userId;
    }

    /** A part of the path that the route has. */
    param(name: string): string {
        return this.params[name] ?? '';
    }

    header(name: string): string | undefined {
        return this.http.headers[name];
    }

    /** `/services/data/v64.0` of this request: addresses in its answer begin with it. */
    get root(): string {
        return `/services/data/v${this.param('version')}`;
    }

    get text(): string {
        if (this.http.bodyFile !== null) throw commonErrors.bodyTooLong();
        return Buffer.from(this.http.body ?? []).toString('utf8');
    }

    /** @throws ApiError 400 */
    json<Body>(): Body {
        const { text } = this;
        if (text.trim() === '') throw commonErrors.bodyRequired();
        try {
            return JSON.parse(text) as Body;
        } catch (error) {
            throw commonErrors.malformedJson(error instanceof Error ? error.message : String(error));
        }
    }

    /** A request inside of this one, as a composite request has them. */
    inner(http: Partial<HttpRequest> & Pick<HttpRequest, 'method' | 'path' | 'query'>): HttpRequest {
        return { ...this.http, bodyFile: null, body: null, ...http };
    }
}
