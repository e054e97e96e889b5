import type { HttpReply } from '../thread/messages.ts';
import type { ApiError } from './api-error.ts';

export const JSON_TYPE = 'application/json;charset=UTF-8';

type Headers = Readonly<Record<string, string>>;

export function json(body: unknown, status = 200, headers: Headers = {}): HttpReply {
    return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

export function empty(status = 204): HttpReply {
    return { status, headers: {}, body: null };
}

export function text(body: string, contentType: string, status = 200, headers: Headers = {}): HttpReply {
    return { status, headers: { 'content-type': contentType, ...headers }, body };
}

export function refusal({ status, errors }: ApiError): HttpReply {
    return json(errors, status);
}
