import { performance } from 'node:perf_hooks';
import { networkFailure, type RequestSubject } from '../errors/network-failure.ts';
import { redact } from '../errors/redact.ts';
import type { ProxiedOptions } from './fetch-through-proxy.ts';
import { proxyFor, showProxy } from './proxy.ts';

export interface HttpRequest {
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    url: URL;
    headers: Readonly<Record<string, string>>;
    body?: string;
}

export interface HttpAnswer {
    status: number;
    headers: Headers;
    text: string;
}

/** One exchange, for whoever wants to see what happens. Holds no secret. */
export interface RequestTrace {
    method: string;
    url: string;
    /** Absent where there was no answer. */
    status?: number;
    milliseconds: number;
}

export type TraceListener = (trace: RequestTrace) => void;

/** Times a read is sent again after the connection was cut: the first one after an idle time often finds it closed. */
const READ_ATTEMPTS = 2;

/**
 * Sends one request and reads the whole answer.
 *
 * @throws OrgError ORG_TIMEOUT, ORG_UNREACHABLE, CONNECTION_CUT, TLS_FAILED, PROXY_FAILED
 */
export async function send(
    request: HttpRequest,
    subject: Omit<RequestSubject, 'proxy'>,
    onRequest?: TraceListener,
): Promise<HttpAnswer> {
    const proxy = proxyFor(request.url);
    const signal = AbortSignal.timeout(subject.timeoutSeconds * 1000);
    for (let attempt = 1; ; attempt++) {
        try {
            return await exchange(request, signal, proxy, onRequest);
        } catch (thrown) {
            const failure = networkFailure(thrown, {
                ...subject,
                ...(proxy !== undefined && { proxy: showProxy(proxy) }),
            });
            const again = request.method === 'GET' && failure.code === 'CONNECTION_CUT' && attempt < READ_ATTEMPTS;
            if (!again) throw failure;
        }
    }
}

async function exchange(
    { method, url, headers, body }: HttpRequest,
    signal: AbortSignal,
    proxy: string | undefined,
    onRequest: TraceListener | undefined,
): Promise<HttpAnswer> {
    const started = performance.now();
    const trace: RequestTrace = { method, url: redact(url.href), milliseconds: 0 };
    const options = { method, headers, signal, ...(body !== undefined && { body }) };
    try {
        const response = proxy === undefined ? await fetch(url, options) : await fetchThrough(proxy, url, options);
        trace.status = response.status;
        return { status: response.status, headers: response.headers, text: await response.text() };
    } finally {
        trace.milliseconds = Math.round(performance.now() - started);
        onRequest?.(trace);
    }
}

/** Node's own fetch takes no proxy of ours, so another one is loaded where one is needed, and only there. */
async function fetchThrough(proxy: string, url: URL, options: ProxiedOptions): Promise<Response> {
    const { fetchThroughProxy } = await import('./fetch-through-proxy.ts');
    return fetchThroughProxy(proxy, url, options);
}
