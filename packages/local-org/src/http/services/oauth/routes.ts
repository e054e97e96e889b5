import { commonErrors } from '../../routing/api-error.ts';
import type { ApiRequest } from '../../routing/api-request.ts';
import { json } from '../../routing/reply.ts';
import type { Route, Service } from '../../routing/service.ts';
import type { HttpReply } from '../../thread/messages.ts';
import type { ServiceContext } from '../service-context.ts';
import { OauthError } from './errors.ts';
import { FLOWS } from './grants.ts';
import { identity, tokenJson, userInfo } from './model.ts';

/** Logins, who is logged in, and the way into a browser. */
export function oauthService(context: ServiceContext): Service {
    const { host, sessions } = context;
    const routes: Route[] = [
        open('POST', '/services/oauth2/token', (request) => token(context, request)),
        open('GET', '/services/oauth2/authorize', (request) => authorize(context, request)),
        open(['GET', 'POST'], '/services/oauth2/revoke', (request) => revoke(context, request)),
        {
            method: ['GET', 'POST'],
            path: '/services/oauth2/userinfo',
            answer: ({ userId }) => json(userInfo(host, userId)),
        },
        {
            method: ['GET', 'POST'],
            path: '/services/oauth2/singleaccess',
            answer: (request) => json({ frontdoor_uri: frontdoor(context, request) }),
        },
        open('GET', '/id/:organization/:user', (request) => {
            const given = request.query.get('oauth_token');
            const header = request.header('authorization')?.split(' ')[1] ?? null;
            const session = sessions.use(given ?? header);
            const isOwn =
                request.param('organization') === host.org.ids.organizationId &&
                request.param('user') === session.userId;
            if (!isOwn) throw commonErrors.notFound();
            return json(identity(host, session.userId));
        }),
    ];
    return { name: 'oauth', routes };
}

function open(method: Route['method'], path: string, answer: Route['answer']): Route {
    return { method, path, access: 'everybody', answer };
}

async function token(context: ServiceContext, request: ApiRequest): Promise<HttpReply> {
    const { host, sessions } = context;
    const form = formOf(request);
    const grantType = form.get('grant_type') ?? '';
    try {
        const flow = FLOWS[grantType];
        if (flow === undefined) throw new OauthError('unsupportedGrantType');
        const { offline, ...grant } = await flow(context, form);
        if (!host.users.isActive(grant.userId)) throw new OauthError('inactiveUser');
        const refreshToken = offline ? sessions.openRefreshToken(grant) : null;
        return json(tokenJson(host, grant.userId, sessions.open(grant), refreshToken));
    } catch (error) {
        if (error instanceof OauthError) return error.reply;
        throw error;
    }
}

/**
 * The web server flow for whoever is logged in already, in a browser or by a token: there is no login form here.
 *
 * @throws ApiError 401 without a session
 */
function authorize({ host, sessions }: ServiceContext, request: ApiRequest): HttpReply {
    const cookie = /(?:^|;\s*)sid=([^;]*)/.exec(request.header('cookie') ?? '')?.[1];
    const header = request.header('authorization')?.split(' ')[1];
    const { userId } = sessions.use(cookie === undefined ? (header ?? null) : decodeURIComponent(cookie));
    const clientId = request.query.get('client_id');
    const isKnown = host.settings.connectedApps.some((app) => app.clientId === clientId);
    if (!isKnown) return new OauthError('unknownClient').reply;
    const redirectTo = URL.parse(request.query.get('redirect_uri') ?? '');
    if (redirectTo === null) return new OauthError('invalidRedirect').reply;
    redirectTo.searchParams.set('code', sessions.openCode({ userId, clientId }));
    const state = request.query.get('state');
    if (state !== null) redirectTo.searchParams.set('state', state);
    return { status: 302, headers: { location: redirectTo.href }, body: null };
}

/** Ends a session, or a refresh token with all the sessions that came of it. */
function revoke({ sessions }: ServiceContext, request: ApiRequest): HttpReply {
    const given = request.http.method === 'GET' ? request.query.get('token') : formOf(request).get('token');
    const isKnown = given !== null && (sessions.end(given) || sessions.endRefreshToken(given));
    return isKnown ? { status: 200, headers: {}, body: null } : new OauthError('invalidToken').reply;
}

/** A session of its own for the browser that opens the address. */
function frontdoor({ host, sessions }: ServiceContext, request: ApiRequest): string {
    const { userId, clientId } = request.session;
    const wanted = request.query.get('redirect_uri') ?? formOf(request).get('redirect_uri');
    const query = new URLSearchParams({ sid: sessions.open({ userId, clientId }) });
    if (wanted !== null) query.set('startURL', wanted);
    return `${host.settings.baseUrl}/secur/frontdoor.jsp?${query.toString()}`;
}

/** Parameters of a form; credentials of the app may come in the header instead. */
function formOf(request: ApiRequest): URLSearchParams {
    const form = new URLSearchParams(request.text);
    const basic = /^Basic\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
    if (basic !== undefined) {
        const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
        form.set('client_id', decodeURIComponent(id));
        form.set('client_secret', decodeURIComponent(secret));
    }
    return form;
}
