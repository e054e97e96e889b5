import { ApexBlob, ApexMap, boxFrom, type DataObject, type MethodDescriptor, serialize } from '@sw-studio/apex/runtime';
import { JSON_CONTENT, type RestReply } from './rest-message.ts';
import { restErrors } from './rest-errors.ts';

/** Statuses that Apex may set (Apex Reference, "RestResponse", statusCode). */
const LEGAL_STATUSES: ReadonlySet<number> = new Set([
    200, 201, 202, 204, 206, 300, 301, 302, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 500,
    503,
]);

/**
 * The answer of a method that returned: its value as JSON without nulls, or for a void method what it put into
 * `RestContext.response.responseBody`. Status and headers are those that it set in either case.
 *
 * @throws RestError 500 for a status that Apex may not set
 */
export function replyOf(method: MethodDescriptor, value: unknown, response: DataObject): RestReply {
    const status = (response.get('statusCode') ?? 200) as number;
    if (!LEGAL_STATUSES.has(status)) throw restErrors.illegalStatus(status);
    const body = method.returnType === null ? givenBody(response) : Buffer.from(jsonOf(method, value));
    const headers: Record<string, string> = {};
    const given = response.get('headers');
    if (given instanceof ApexMap) {
        for (const [name, header] of given.store.entries) headers[name as string] = (header as string | null) ?? '';
    }
    const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    if (body.length > 0 && !hasType) headers['Content-Type'] = JSON_CONTENT;
    return { status, headers, body };
}

function givenBody(response: DataObject): Uint8Array {
    const body = response.get('responseBody');
    return body instanceof ApexBlob ? body.bytes : new Uint8Array();
}

function jsonOf({ returnType }: MethodDescriptor, value: unknown): string {
    const boxed = returnType === null ? value : boxFrom(value ?? null, returnType);
    return serialize(boxed, { suppressNulls: true });
}
