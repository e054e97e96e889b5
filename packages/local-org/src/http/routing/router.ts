import findMyWay, { type HTTPMethod, type HTTPVersion, type Instance } from 'find-my-way';
import type { HttpReply, HttpRequest } from '../thread/messages.ts';
import { ApiError, commonErrors } from './api-error.ts';
import { ApiRequest } from './api-request.ts';
import { platformError } from './platform-error.ts';
import { refusal } from './reply.ts';
import type { Route, Service } from './service.ts';
import type { Sessions } from '../sessions/sessions.ts';

const METHODS: readonly HTTPMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Finds the route of a request, asks who sends it, and answers in the platform's shape whatever happens. */
export class Router {
    private readonly table: Instance<HTTPVersion.V1>;
    private readonly sessions: Sessions;
    private readonly ready: () => Promise<void>;
    private readonly onDefect: (error: unknown) => void;

    /** @param ready fulfilled when requests may be answered */
    constructor(sessions: Sessions, ready: () => Promise<void>, onDefect: (error: unknown) => void) {
        this.sessions = sessions;
        this.ready = ready;
        this.onDefect = onDefect;
        this.table = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 20_000 });
    }

    add(service: Service): void {
        for (const route of service.routes) {
            this.table.on([route.method].flat(), route.path, () => {}, { route });
        }
    }

    async answer(http: HttpRequest): Promise<HttpReply> {
        try {
            const { route, params } = this.find(http);
            const session = route.access === 'everybody' ? null : this.sessions.require(http);
            await this.ready();
            const reply = await route.answer(new ApiRequest(http, params, session));
            return session === null ? reply : this.withUsage(reply);
        } catch (error) {
            if (error instanceof ApiError) return refusal(error);
            const known = platformError(error);
            if (known !== null) return refusal(known);
            this.onDefect(error);
            return refusal(new ApiError(500, 'UNKNOWN_EXCEPTION', sentenceOf(error)));
        }
    }

    /** @throws ApiError 404, 405 */
    private find({ method, path }: HttpRequest): {
        route: Route;
        params: Readonly<Record<string, string | undefined>>;
    } {
        const found = this.table.find(method as HTTPMethod, path);
        if (found !== null) return { route: (found.store as { route: Route }).route, params: found.params };
        const allowed = METHODS.filter((other) => this.table.find(other, path) !== null);
        throw allowed.length === 0 ? commonErrors.notFound() : commonErrors.methodNotAllowed(method, allowed);
    }

    private withUsage(reply: HttpReply): HttpReply {
        const { used, limit } = this.sessions.apiUsage;
        return { ...reply, headers: { ...reply.headers, 'sforce-limit-info': `api-usage=${used}/${limit}` } };
    }
}

function sentenceOf(error: unknown): string {
    return `An unexpected error occurred. ${error instanceof Error ? error.message : String(error)}`;
}
