import { jsonReply, type RestReply } from './rest-message.ts';

/** An answer that the platform itself gives: an array with one error (REST API Developer Guide, "Status Codes and Error Responses"). */
export class RestError extends Error {
    readonly status: number;
    readonly errorCode: string;
    private readonly headers: Readonly<Record<string, string>>;

    constructor(status: number, errorCode: string, message: string, headers: Readonly<Record<string, string>> = {}) {
        super(message);
        this.name = 'RestError';
        this.status = status;
        this.errorCode = errorCode;
        this.headers = headers;
    }

    get reply(): RestReply {
        const { message, errorCode } = this;
        return jsonReply(this.status, JSON.stringify([{ errorCode, message }]), this.headers);
    }
}

export const restErrors = {
    notFound: () => new RestError(404, 'NOT_FOUND', 'Could not find a match for URL'),
    methodNotAllowed: (method: string, allowed: readonly string[]) =>
        new RestError(
            405,
            'METHOD_NOT_ALLOWED',
            `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`,
            { Allow: allowed.join(',') },
        ),
    noClassAccess: (className: string) =>
        new RestError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${className}`),
    unsupportedContent: (type: string) =>
        new RestError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content type ${type} not supported.`),
    bodyRequired: () =>
        new RestError(
            400,
            'JSON_PARSER_ERROR',
            'The HTTP entity body is required, but this request has no entity body.',
        ),
    malformedBody: (message: string) => new RestError(400, 'JSON_PARSER_ERROR', message),
    illegalStatus: (status: number) =>
        new RestError(500, 'APEX_ERROR', `Invalid status code for HTTP response: ${status}`),
    apexError: (message: string) => new RestError(500, 'APEX_ERROR', message),
} as const;
