import { gzipSync } from 'node:zlib';
import { ApexBlob, type HttpRequest } from '@sw-studio/apex/runtime';
import { calloutException } from './callout-exception.ts';
import type { Destination } from './destination.ts';
import { CALLOUT_SENTENCES } from './sentences.ts';
import type { WireRequest } from './wire.ts';

export interface WireLimits {
    /** Bytes that a request, and an answer, may have. */
    readonly maximumBytes: number;
    /** Milliseconds that are left of the transaction's time for callouts. */
    readonly timeLeft: number;
    /** Version of the API, in the name that the platform gives itself. */
    readonly apiVersion: string;
    /** Callouts that led here, one after the other; 1: this is the first. */
    readonly stackDepth: number;
}

/** Names the depth of a chain of callouts from org to org. */
export const STACK_DEPTH_HEADER = 'SFDC_STACK_DEPTH';

/** The methods that the platform allows (Apex Reference, "HttpRequest.setMethod"). */
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']);

/** Headers that the connection itself decides. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade']);

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** @throws System.CalloutException for what cannot be sent */
export function wireRequest(request: HttpRequest, destination: Destination, limits: WireLimits): WireRequest {
    const method = request.method;
    if (method === null || method === '') throw calloutException(CALLOUT_SENTENCES.noMethod);
    if (!METHODS.has(method.toUpperCase())) throw calloutException(CALLOUT_SENTENCES.invalidMethod(method));
    const body = bodyOf(request, destination);
    const size = body?.length ?? 0;
    if (size > limits.maximumBytes) {
        throw calloutException(CALLOUT_SENTENCES.tooLarge('request', limits.maximumBytes, size));
    }
    return {
        method: methodFor(method, body),
        url: destination.url,
        headers: headersOf(request, destination, limits, body),
        body,
        timeout: request.timeout,
        timeLeft: limits.timeLeft,
        maximumBytes: limits.maximumBytes,
    };
}

/** A GET that has a body was seen to leave the platform as a POST, as Java's connections do it. */
function methodFor(method: string, body: Uint8Array | null): string {
    const wanted = method.toUpperCase();
    return wanted === 'GET' && body !== null ? 'POST' : wanted;
}

function bodyOf({ body, compressed }: HttpRequest, { mergeBody }: Destination): Uint8Array | null {
    if (body === null || body === '') return null;
    const bytes = body instanceof ApexBlob ? body.bytes : Buffer.from(mergeBody(body), 'utf8');
    return compressed ? gzipSync(bytes) : bytes;
}

/** Those that every request of the platform has, then the request's own, then those of a credential: the last one counts. */
function headersOf(
    request: HttpRequest,
    { headers: credential, mergeHeader }: Destination,
    { apiVersion, stackDepth }: WireLimits,
    body: Uint8Array | null,
): WireRequest['headers'] {
    const headers = new Map<string, readonly [string, string]>();
    const set = (name: string, value: string): void => {
        if (!HEADER_NAME.test(name) || !HEADER_VALUE.test(value)) {
            throw calloutException(CALLOUT_SENTENCES.invalidHeader(name));
        }
        if (!OWN_HEADERS.has(name.toLowerCase())) headers.set(name.toLowerCase(), [name, value]);
    };
    set(STACK_DEPTH_HEADER, String(stackDepth));
    set('User-Agent', `SFDC-Callout/${apiVersion}`);
    set('Accept', '*/*');
    set('Cache-Control', 'no-cache');
    set('Pragma', 'no-cache');
    if (body !== null) set('Content-Type', 'application/x-www-form-urlencoded');
    for (const { name, value } of request.headers.all()) set(name, mergeHeader(value));
    for (const [name, value] of credential) set(name, value);
    if (request.compressed && body !== null) set('Content-Encoding', 'gzip');
    const isEmptyUpload = body === null && ['POST', 'PUT', 'PATCH'].includes(request.method?.toUpperCase() ?? '');
    return [...headers.values(), ...(body === null && !isEmptyUpload ? [] : [lengthHeader(body)])];
}

function lengthHeader(body: Uint8Array | null): readonly [string, string] {
    return ['Content-Length', String(body?.length ?? 0)];
}
