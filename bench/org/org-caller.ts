const DATA = '/services/data/v65.0';

/** Requests to the org, as one client sends them. */
export class OrgCaller {
    readonly url: string;
    private readonly token: string;

    constructor(url: string, token: string) {
        this.url = url;
        this.token = token;
    }

    /** @param path below the version, or below `/services` @throws Error for an answer that is no success */
    async send(
        method: string,
        path: string,
        body?: string | ReadableStream,
        contentType = 'application/json',
    ): Promise<Response> {
        const response = await fetch(this.url + (path.startsWith('/services') ? path : DATA + path), {
            method,
            headers: {
                authorization: `Bearer ${this.token}`,
                ...(body !== undefined && { 'content-type': contentType }),
            },
            ...(body !== undefined && { body, duplex: 'half' }),
        });
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
        return response;
    }

    async json<Body>(method: string, path: string, body?: unknown): Promise<Body> {
        const response = await this.send(method, path, body === undefined ? undefined : JSON.stringify(body));
        const text = await response.text();
        return (text === '' ? null : JSON.parse(text)) as Body;
    }
}
