import type { ApiRequest } from '../../routing/api-request.ts';
import type { Router } from '../../routing/router.ts';
import type { HttpReply } from '../../thread/messages.ts';

export interface InnerRequest {
    readonly method: string;
    /** With or without the server, and with the query. */
    readonly url: string;
    readonly body?: unknown;
}

export interface InnerAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
}

/** A request inside of another one, as the same user: it goes the way of every request. */
export async function answerInner(router: Router, outer: ApiRequest, inner: InnerRequest): Promise<InnerAnswer> {
    const [path = '', query = ''] = inner.url.split(/\?(.*)/s);
    const body = inner.body === undefined ? null : Buffer.from(JSON.stringify(inner.body));
    const http = outer.inner({ method: inner.method.toUpperCase(), path, query, body });
    const { status, headers, body: answer } = await router.answer(http);
    return { status, headers: locationOf(headers), body: parsed(answer) };
}

function parsed(body: HttpReply['body']): unknown {
    const text = Buffer.from(body ?? '').toString('utf8');
    return text === '' ? null : (JSON.parse(text) as unknown);
}

/** The only header that clients look for in an answer inside of another one. */
function locationOf({ location }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return location === undefined ? {} : { Location: location };
}
