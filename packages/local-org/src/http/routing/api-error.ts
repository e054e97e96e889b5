/** One refusal as the REST API words it (REST API Developer Guide, "Status Codes and Error Responses"). */
export interface ErrorBody {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** A request that the org refuses. */
export class ApiError extends Error {
    override readonly name = 'ApiError';
    readonly status: number;
    readonly errors: readonly ErrorBody[];

    constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
        super(message);
        this.status = status;
        this.errors = [{ message, errorCode, ...(fields && { fields }) }];
    }
}

/** Refusals that every service gives. */
export const commonErrors = {
    notFound: () => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist'),
    methodNotAllowed: (method: string, allowed: readonly string[]) =>
        new ApiError(
            405,
            'METHOD_NOT_ALLOWED',
            `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`,
        ),
    invalidSession: () => new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
    apiDisabled: () => new ApiError(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User'),
    requestLimitExceeded: () => new ApiError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
    malformedJson: (reason: string) => new ApiError(400, 'JSON_PARSER_ERROR', reason),
    bodyRequired: () =>
        new ApiError(
            400,
            'JSON_PARSER_ERROR',
            'The HTTP entity body is required, but this request has no entity body.',
        ),
    unsupportedVersion: () => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist'),
    bodyTooLong: () => new ApiError(413, 'REQUEST_ENTITY_TOO_LARGE', 'The request body is too large.'),
} as const;
