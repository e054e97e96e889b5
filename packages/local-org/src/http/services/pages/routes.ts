import type { UiResponse } from '../../../ui-host/serve/ui-response.ts';
import type { ApiRequest } from '../../routing/api-request.ts';
import type { Route, Service } from '../../routing/service.ts';
import type { Session } from '../../sessions/session.ts';
import type { HttpReply } from '../../thread/messages.ts';
import type { ServiceContext } from '../service-context.ts';
import { pageErrors } from './errors.ts';
import { pageRequests, pageSession } from './model.ts';

const COOKIE = 'sid';

/** Addresses of the page host; what they need of a session they ask themselves, since a page says how to log in. */
const PATHS = [
    '/lightning',
    '/lightning/*',
    '/local-org/*',
    '/components/*',
    '/vendor/*',
    '/slds/*',
    '/assets/*',
    '/page.css',
];

/** The org's pages in a browser, and the way in: `frontdoor.jsp` turns a session into a cookie. */
export function pageService(context: ServiceContext): Service {
    const requests = pageRequests(context);

    async function answer(request: ApiRequest): Promise<HttpReply> {
        const session = browserSession(context, request);
        const { method, path } = request.http;
        const found = await requests.answer({
            method,
            path,
            body: method === 'POST' ? request.json() : undefined,
            session: session && pageSession(context, session),
        });
        if (found === null) throw pageErrors.notFound(path);
        return replyOf(found);
    }

    const routes = PATHS.map((path): Route => ({ method: ['GET', 'POST'], path, access: 'everybody', answer }));
    const start: Route = {
        method: 'GET',
        path: '/',
        access: 'everybody',
        answer: () => ({ status: 302, headers: { location: '/lightning' }, body: null }),
    };
    const frontdoor: Route = {
        method: 'GET',
        path: '/secur/frontdoor.jsp',
        access: 'everybody',
        answer: (request) => login(context, request),
    };
    return { name: 'pages', routes: [...routes, start, frontdoor] };
}

/** The token of a session becomes a cookie that no script reads and no other site sends. */
function login({ sessions }: ServiceContext, { query }: ApiRequest): HttpReply {
    const session = sessions.find(query.get('sid') ?? '');
    if (session === null) throw pageErrors.invalidLogin();
    const wanted = query.get('retURL') ?? query.get('startURL') ?? '/lightning';
    return {
        status: 302,
        headers: {
            location: isLocalPath(wanted) ? wanted : '/lightning',
            'set-cookie': `${COOKIE}=${encodeURIComponent(session.token)}; Path=/; HttpOnly; SameSite=Strict`,
            'cache-control': 'no-store',
        },
        body: null,
    };
}

/** An address of another site may not follow a login. */
function isLocalPath(address: string): boolean {
    return /^\/(?![/\\])/.test(address);
}

function browserSession({ sessions }: ServiceContext, request: ApiRequest): Session | null {
    const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(request.header('cookie') ?? '')?.[1];
    return cookie === undefined ? null : sessions.find(decodeURIComponent(cookie));
}

function replyOf({ status, headers, body }: UiResponse): HttpReply {
    return { status, headers, body };
}
