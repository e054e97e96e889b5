import { createPublicKey, X509Certificate } from 'node:crypto';
import { jwtVerify, decodeJwt } from 'jose';
import type { ConnectedApp } from '../../org/org-settings.ts';
import type { Grant } from '../../sessions/session.ts';
import type { ServiceContext } from '../service-context.ts';
import { OauthError } from './errors.ts';
import { ASSERTION_SKEW } from './limits.ts';

export interface Granted extends Grant {
    /** Whether a refresh token goes with it. */
    readonly offline: boolean;
}

type Flow = (context: ServiceContext, form: URLSearchParams) => Promise<Granted> | Granted;

/** Ways to a token by `grant_type`. Each throws OauthError for what it refuses. */
export const FLOWS: Readonly<Record<string, Flow>> = {
    password(context, form) {
        const { clientId } = requireApp(context, form);
        const user = context.host.users.byUsername(form.get('username') ?? '');
        if (user === undefined || !context.sessions.isPassword(user.id, form.get('password') ?? '')) {
            throw new OauthError('authenticationFailure');
        }
        return { userId: user.id, clientId, offline: false };
    },

    client_credentials(context, form) {
        const app = requireApp(context, form);
        if (app.clientSecret === null) throw new OauthError('noClientCredentialsUser');
        const userId = app.runAs === null ? context.host.org.ids.adminId : context.host.users.byUsername(app.runAs)?.id;
        if (userId === undefined) throw new OauthError('noClientCredentialsUser');
        return { userId, clientId: app.clientId, offline: false };
    },

    refresh_token(context, form) {
        const { clientId } = requireApp(context, form);
        const grant = context.sessions.refreshGrant(form.get('refresh_token') ?? '');
        if (grant === undefined || grant.clientId !== clientId) throw new OauthError('expiredRefreshToken');
        return { ...grant, offline: false };
    },

    authorization_code(context, form) {
        const { clientId } = requireApp(context, form);
        const grant = context.sessions.redeemCode(form.get('code') ?? '');
        if (grant === undefined || grant.clientId !== clientId) throw new OauthError('invalidCode');
        return { ...grant, offline: true };
    },

    async 'urn:ietf:params:oauth:grant-type:jwt-bearer'(context, form) {
        const assertion = form.get('assertion') ?? '';
        const app = appOfAssertion(context, assertion);
        if (app.certificate === null) throw new OauthError('unapprovedUser');
        const { baseUrl } = context.host.settings;
        const payload = await verified(assertion, app.certificate);
        const audiences = [payload.aud ?? []].flat().map((each) => each.replace(/\/$/, ''));
        if (!audiences.some((each) => each === baseUrl || SALESFORCE_LOGINS.has(each)))
            throw new OauthError('wrongAudience');
        const user = context.host.users.byUsername(payload.sub ?? '');
        if (user === undefined) throw new OauthError('unapprovedUser');
        return { userId: user.id, clientId: app.clientId, offline: false };
    },
};

/** Audiences that clients name whichever org they mean. */
const SALESFORCE_LOGINS: ReadonlySet<string> = new Set(['https://login.salesforce.com', 'https://test.salesforce.com']);

function requireApp({ host }: ServiceContext, form: URLSearchParams): ConnectedApp {
    const app = findApp(host.settings.connectedApps, form.get('client_id'));
    if (app.clientSecret !== null && form.get('client_secret') !== app.clientSecret)
        throw new OauthError('wrongSecret');
    return app;
}

function findApp(apps: readonly ConnectedApp[], clientId: unknown): ConnectedApp {
    const app = apps.find((each) => each.clientId === clientId);
    if (app === undefined) throw new OauthError('unknownClient');
    return app;
}

function appOfAssertion({ host }: ServiceContext, assertion: string): ConnectedApp {
    let issuer: unknown;
    try {
        issuer = decodeJwt(assertion).iss;
    } catch (cause) {
        throw new OauthError('invalidAssertion', cause);
    }
    return findApp(host.settings.connectedApps, issuer);
}

async function verified(assertion: string, certificate: string): Promise<{ sub?: string; aud?: string | string[] }> {
    const isCertificate = certificate.includes('BEGIN CERTIFICATE');
    const key = isCertificate ? new X509Certificate(certificate).publicKey : createPublicKey(certificate);
    try {
        const options = { algorithms: ['RS256'], clockTolerance: ASSERTION_SKEW, requiredClaims: ['exp'] };
        const { payload } = await jwtVerify(assertion, key, options);
        return payload;
    } catch (cause) {
        throw new OauthError('invalidAssertion', cause);
    }
}
