import type { LocalOrgServer, SignIn } from '@sw-studio/local-org';

const API_VERSION = '65.0';

/** What the org answered to a request, where that was no success. */
export class OrgRefusal extends Error {
    override readonly name = 'OrgRefusal';
    readonly errorCode: string;

    constructor(call: string, status: number, body: unknown) {
        const [error] = (Array.isArray(body) ? body : [body]) as { errorCode?: string; message?: string }[];
        super(`${call} answered ${status}: ${error?.message ?? JSON.stringify(body)}`);
        this.errorCode = error?.errorCode ?? '';
    }
}

/** The org over HTTP, as its administrator. */
export class OrgApi {
    readonly login: SignIn;
    private readonly url: string;
    private readonly namespace: string;

    static async open(server: LocalOrgServer, namespace: string): Promise<OrgApi> {
        return new OrgApi(server.url, await server.signIn(), namespace);
    }

    private constructor(url: string, login: SignIn, namespace: string) {
        this.url = url;
        this.login = login;
        this.namespace = namespace;
    }

    /** @param path below the version @throws OrgRefusal */
    data<Body>(method: string, path: string, body?: unknown): Promise<Body> {
        return this.send(method, `/services/data/v${API_VERSION}${path}`, body);
    }

    async query<Row>(soql: string): Promise<readonly Row[]> {
        const { records } = await this.data<{ records: Row[] }>('GET', `/query?q=${encodeURIComponent(soql)}`);
        return records;
    }

    /** @param path of the package's REST API: `/Sync/v1/StartSync` @throws OrgRefusal */
    sync<Body>(method: string, path: string): Promise<Body> {
        const prefix = this.namespace === '' ? '' : `/${this.namespace}`;
        return this.send(method, `/services/apexrest${prefix}${path}`);
    }

    /** The API name of a component of the package. */
    named(name: string): string {
        return this.namespace === '' ? name : `${this.namespace}__${name}`;
    }

    private async send<Body>(method: string, path: string, body?: unknown): Promise<Body> {
        const response = await fetch(this.url + path, {
            method,
            headers: { authorization: `Bearer ${this.login.accessToken}`, 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        const parsed = text === '' ? null : (JSON.parse(text) as unknown);
        if (!response.ok) throw new OrgRefusal(`${method} ${path.split('?')[0] ?? path}`, response.status, parsed);
        return parsed as Body;
    }
}
