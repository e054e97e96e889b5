import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { CALLOUT_SENTENCES } from './sentences.ts';
import type { WireFailure, WireOutcome, WireRequest } from './wire.ts';

/** Sends a request and reads its answer; redirects are answers, as on the platform. Settles always, without throwing. */
export function exchange(request: WireRequest): Promise<WireOutcome> {
    return new Promise((resolve) => {
        const sent = open(request);
        const whole = setTimeout(() => end(failure(CALLOUT_SENTENCES.timeUsedUp)), request.timeLeft);
        const end = (outcome: WireOutcome): void => {
            clearTimeout(whole);
            resolve(outcome);
            sent.destroy();
        };
        sent.setTimeout(request.timeout, () => end(failure(CALLOUT_SENTENCES.timedOut)));
        sent.on('error', (error) => end(failure(sentenceOf(error, request))));
        sent.on('response', (response) => readAnswer(response, request, end));
        sent.end(request.body ?? undefined);
    });
}

function open({ url, method, headers }: WireRequest): ClientRequest {
    const target = new URL(url);
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    return send(target, { method, headers: Object.fromEntries(headers), agent: false });
}

function readAnswer(response: IncomingMessage, request: WireRequest, end: (outcome: WireOutcome) => void): void {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > request.maximumBytes) end(tooLarge(request, size));
        else chunks.push(chunk);
    });
    response.on('error', (error) => end(failure(sentenceOf(error, request))));
    response.on('end', () => end(answerOf(response, Buffer.concat(chunks), request)));
}

function answerOf(response: IncomingMessage, received: Buffer, request: WireRequest): WireOutcome {
    const { headers, statusCode = 0, statusMessage = '' } = response;
    let body: Buffer;
    try {
        body = decompress(received, headers['content-encoding'], request.maximumBytes);
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(request, request.maximumBytes + 1);
        return failure(String((error as Error).message));
    }
    return { kind: 'response', statusCode, status: statusMessage, headers: headersOf(response), body };
}

/** A header that was sent several times is one header, as on the platform. */
function headersOf({ headersDistinct, rawHeaders }: IncomingMessage): [string, string][] {
    const spellings = new Map<string, string>();
    for (let index = 0; index < rawHeaders.length; index += 2) {
        const name = rawHeaders[index] as string;
        if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
    }
    return [...spellings].map(([key, name]) => [name, (headersDistinct[key] ?? []).join(', ')]);
}

function decompress(received: Buffer, encoding: string | undefined, maxOutputLength: number): Buffer {
    if (received.length === 0) return received;
    switch (encoding?.toLowerCase()) {
        case 'gzip':
        case 'x-gzip':
            return gunzipSync(received, { maxOutputLength });
        case 'deflate':
            return inflateSync(received, { maxOutputLength });
        case 'br':
            return brotliDecompressSync(received, { maxOutputLength });
        default:
            return received;
    }
}

function tooLarge({ maximumBytes }: WireRequest, size: number): WireFailure {
    return failure(CALLOUT_SENTENCES.tooLarge('response', maximumBytes, size));
}

function failure(sentence: string): WireFailure {
    return { kind: 'failure', sentence };
}

function sentenceOf(error: NodeJS.ErrnoException, { url }: WireRequest): string {
    switch (error.code) {
        case 'ECONNREFUSED':
            return CALLOUT_SENTENCES.connectionRefused;
        case 'ECONNRESET':
            return error.message === 'socket hang up'
                ? CALLOUT_SENTENCES.closedEarly
                : CALLOUT_SENTENCES.connectionReset;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return CALLOUT_SENTENCES.unknownHost(new URL(url).hostname);
        case 'ETIMEDOUT':
            return CALLOUT_SENTENCES.timedOut;
        default:
            return /^(?:CERT_|ERR_TLS|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/.test(error.code ?? '')
                ? CALLOUT_SENTENCES.tls(error.message)
                : error.message;
    }
}
