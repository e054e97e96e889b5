import { fileURLToPath } from 'node:url';
import { type LocalOrgServer, type LocalOrgServerOptions, startLocalOrgServer } from '../../../src/http/index.ts';

const PROJECT = fileURLToPath(new URL('../../fixtures/http-org', import.meta.url));

export const VERSION = '/services/data/v65.0';

export interface Answer<Body = unknown> {
    readonly status: number;
    readonly headers: Headers;
    readonly body: Body;
}

/** The fixture project in an org behind its server, asked as its administrator. */
export class OrgServer implements AsyncDisposable {
    readonly server: LocalOrgServer;
    readonly defects: string[] = [];
    token: string;

    static async start(options: Partial<LocalOrgServerOptions> = {}): Promise<OrgServer> {
        const server = await startLocalOrgServer({ data: null, port: 0, source: PROJECT, timeZone: 'GMT', ...options });
        const { accessToken } = await server.signIn();
        return new OrgServer(server, accessToken);
    }

    private constructor(server: LocalOrgServer, token: string) {
        this.server = server;
        this.token = token;
        server.onNotice('defect', (defect) => void this.defects.push(String(defect)));
    }

    get url(): string {
        return this.server.url;
    }

    async send<Body = unknown>(
        method: string,
        path: string,
        body?: unknown,
        headers: Record<string, string> = {},
    ): Promise<Answer<Body>> {
        const isText = typeof body === 'string';
        const response = await fetch(this.url + path, {
            method,
            headers: {
                authorization: `Bearer ${this.token}`,
                ...(body !== undefined && !isText && { 'content-type': 'application/json' }),
                ...headers,
            },
            redirect: 'manual',
            ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
        });
        const text = await response.text();
        const isJson = (response.headers.get('content-type') ?? '').includes('json');
        const parsed = isJson && text !== '' ? (JSON.parse(text) as unknown) : text;
        return { status: response.status, headers: response.headers, body: parsed as Body };
    }

    /** @param path below the version */
    data<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
        return this.send<Body>(method, VERSION + path, body);
    }

    query<Body = { totalSize: number; done: boolean; records: Record<string, unknown>[]; nextRecordsUrl?: string }>(
        soql: string,
        headers: Record<string, string> = {},
    ): Promise<Answer<Body>> {
        return this.send<Body>('GET', `${VERSION}/query?q=${encodeURIComponent(soql)}`, undefined, headers);
    }

    async [Symbol.asyncDispose](): Promise<void> {
        await this.server.stop();
    }
}
