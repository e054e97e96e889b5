import { ComponentBuildError } from '../bundle/bundle-input.ts';
import { PageError, type PageSession } from '../org-access.ts';
import type { PageBundle } from '../page-bundle.ts';
import type { Pages } from '../pages/page-of-address.ts';
import { RECORD_FUNCTIONS } from '../pages/record-api.ts';
import { contentTypeOf, designSystemFile, fileBelow, hostFile } from './static-files.ts';
import { CONTENT_SECURITY_POLICY, json, type UiRequest, type UiResponse } from './ui-response.ts';

/** The requests of a browser that shows the org's pages. */
export class PageRequests {
    private readonly pages: () => Pages;
    private readonly bundle: PageBundle;

    constructor(pages: () => Pages, bundle: PageBundle) {
        this.pages = pages;
        this.bundle = bundle;
    }

    /** Null for an address that is not of the pages. */
    async answer(request: UiRequest): Promise<UiResponse | null> {
        try {
            const response = await this.respond(request);
            return response && { ...response, headers: { ...response.headers, ...SECURITY_HEADERS } };
        } catch (error) {
            if (error instanceof PageError) return json(error.status, { message: error.message });
            if (error instanceof ComponentBuildError)
                return json(500, { message: error.message, errorCode: error.code });
            throw error;
        }
    }

    private async respond({ method, path, body, session }: UiRequest): Promise<UiResponse | null> {
        const [, root, ...rest] = path.split('/');
        const below = rest.join('/');
        if (method === 'GET') {
            if (root === 'lightning') return session === null ? loginPage() : hostFile('index.html');
            if (root === 'page.css') return hostFile('page.css');
            if (root === 'slds' || root === 'assets') return designSystemFile(below);
            if (root === 'vendor') return this.vendorFile(below);
            if (root === 'components') return this.componentFile(below);
            if (path === '/local-org/session.js') return sessionScript(session);
            return null;
        }
        if (method !== 'POST' || root !== 'local-org') return null;
        if (session === null) return json(401, { message: 'Your session has expired. Log in again.' });
        const parameters = (body ?? {}) as Record<string, unknown>;
        if (rest[0] === 'apex' || rest[0] === 'wire') return callApex(session, rest, parameters);
        if (rest[0] === 'ui') return json(200, await this.ui(session, rest[1] ?? '', parameters));
        return null;
    }

    private async ui(session: PageSession, name: string, body: Record<string, unknown>): Promise<unknown> {
        if (name === 'app') return this.pages().app(session);
        if (name === 'page') return this.pages().page(session, String(body['address']));
        const answer = RECORD_FUNCTIONS[name];
        if (answer === undefined)
            throw new PageError(404, `The local org does not offer the function ${name} to pages`);
        return answer(session, body as never);
    }

    private async vendorFile(path: string): Promise<UiResponse | null> {
        await this.bundle.vendorReady();
        const file = await fileBelow(this.bundle.vendorFolder, path);
        return file && { ...file, headers: { ...file.headers, 'cache-control': 'max-age=3600' } };
    }

    private async componentFile(path: string): Promise<UiResponse | null> {
        const code = (await this.bundle.componentFiles()).get(path);
        if (code === undefined) return null;
        return {
            status: 200,
            headers: { 'content-type': contentTypeOf(path), 'cache-control': 'no-cache' },
            body: code,
        };
    }
}

const SECURITY_HEADERS = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
};

async function callApex(
    session: PageSession,
    [kind, className = '', method = '']: readonly string[],
    parameters: Record<string, unknown>,
): Promise<UiResponse> {
    const { status, body } = await session.orgAccess.apex({ className, method, parameters, wired: kind === 'wire' });
    return json(status, body);
}

function sessionScript(session: PageSession | null): UiResponse {
    const known = session && { user: session.user, permissions: session.permissions };
    // no text of the data may end the script or start another
    const text = JSON.stringify(known).replaceAll('<', '\\u003c');
    return {
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
        body: `globalThis.LOCAL_ORG = ${text};\n`,
    };
}

function loginPage(): UiResponse {
    return {
        status: 401,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: [
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Log in</title></head><body><main>',
            '<h1>You are not logged in</h1>',
            '<p>Open the org with <code>sf org open</code>, or with the address that the start of the org printed.</p>',
            '</main></body></html>',
        ].join(''),
    };
}
