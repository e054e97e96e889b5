import { ERROR_CODES, type ErrorCode, type ErrorEntry, isErrorBody } from '@sw-studio/contract';
import type { RequestSubject } from './network-failure.ts';
import { OrgError } from './org-error.ts';

/** An answer of the org that is no result. */
export interface RefusedAnswer {
    status: number;
    /** Parsed, or the text where it is no JSON. */
    body: unknown;
}

/**
 * Codes of the platform that mean one thing whatever was called.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
const LIMIT_CODES = new Set(['REQUEST_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS']);
const PERMISSION_CODES = new Set([
    'FORBIDDEN',
    'INSUFFICIENT_ACCESS',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'API_DISABLED_FOR_ORG',
    'API_CURRENTLY_DISABLED',
    'FUNCTIONALITY_NOT_ENABLED',
]);

/** Turns an answer with a status from 400 on into an error; one that is no error body at all is malformed. */
export function refusedAnswer({ status, body }: RefusedAnswer, subject: RequestSubject): OrgError {
    const { org, user, host, call, proxy } = subject;
    if (status === 407) return OrgError.of('PROXY_FAILED', { proxy: proxy ?? 'in between', host }, { status });
    const entry = firstEntry(body);
    if (entry === undefined) {
        return status >= 500 || status === 429
            ? unexplained(status, subject)
            : OrgError.of(
                  'MALFORMED_ANSWER',
                  { org, call, host, reason: `status ${status} without a code` },
                  { status },
              );
    }
    const { errorCode, message } = entry;
    if (isOurs(errorCode)) return OrgError.refusedByPackage(errorCode, message, status);
    const reason = `${message.trim()} (${errorCode})`;
    const options = { status, cause: new Error(reason) };
    if (status === 401) return OrgError.of('SESSION_EXPIRED', { org }, options);
    if (LIMIT_CODES.has(errorCode)) return OrgError.of('API_LIMIT_REACHED', { org }, options);
    if (PERMISSION_CODES.has(errorCode) || status === 403) {
        return OrgError.of('NO_PERMISSION', { org, user, call }, options);
    }
    return OrgError.of(status >= 500 ? 'ORG_ERROR' : 'REQUEST_REFUSED', { org, call, reason }, { status });
}

/** Whether the platform found no resource at the address, as opposed to a record that the package did not find. */
export function isMissingResource({ status, body }: RefusedAnswer): boolean {
    return status === 404 && firstEntry(body)?.errorCode === 'NOT_FOUND';
}

function unexplained(status: number, { org, call }: RequestSubject): OrgError {
    if (status === 429) return OrgError.of('API_LIMIT_REACHED', { org }, { status });
    return OrgError.of('ORG_ERROR', { org, call, reason: `status ${status}` }, { status });
}

function firstEntry(body: unknown): ErrorEntry | undefined {
    return isErrorBody(body) ? body[0] : undefined;
}

function isOurs(code: string): code is ErrorCode {
    return Object.hasOwn(ERROR_CODES, code);
}
