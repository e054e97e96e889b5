import { OrgError } from './org-error.ts';

/** What a request was about, as the sentences name it. */
export interface RequestSubject {
    org: string;
    user: string;
    host: string;
    /** Such as `GET /Sync/v1/GetSyncStatus`. */
    call: string;
    /** Address of the proxy in between; absent where there is none. */
    proxy?: string;
    timeoutSeconds: number;
}

const REFUSED_CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/;
const CUT = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ECONNABORTED']);
const TOO_SLOW = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Turns what `fetch` threw into an error of ours. The code of the innermost cause decides. */
export function networkFailure(thrown: unknown, subject: RequestSubject): OrgError {
    const { org, host, call, proxy, timeoutSeconds } = subject;
    const code = innermostCode(thrown);
    const options = { cause: thrown };
    if (isTimeout(thrown) || TOO_SLOW.has(code)) {
        return OrgError.of('ORG_TIMEOUT', { org, call, seconds: timeoutSeconds }, options);
    }
    if (REFUSED_CERTIFICATE.test(code)) {
        return OrgError.of('TLS_FAILED', { host, reason: innermost(thrown).message }, options);
    }
    if (proxy !== undefined) return OrgError.of('PROXY_FAILED', { proxy, host }, options);
    if (CUT.has(code) || thrownMessage(thrown) === 'terminated') {
        return OrgError.of('CONNECTION_CUT', { org, call }, options);
    }
    return OrgError.of('ORG_UNREACHABLE', { org, host }, options);
}

function isTimeout(thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === 'TimeoutError';
}

function thrownMessage(thrown: unknown): string {
    return thrown instanceof Error ? thrown.message : String(thrown);
}

function innermostCode(thrown: unknown): string {
    const { code } = innermost(thrown) as NodeJS.ErrnoException;
    return typeof code === 'string' ? code : '';
}

/** Node wraps the socket's error in fetch's, and those of several addresses in an AggregateError. */
function innermost(thrown: unknown): Error {
    let error = thrown instanceof Error ? thrown : new Error(String(thrown));
    for (let depth = 0; depth < 5; depth++) {
        const inner: unknown = error instanceof AggregateError ? error.errors.at(-1) : error.cause;
        if (!(inner instanceof Error)) break;
        error = inner;
    }
    return error;
}
