import type { PageSession } from '../org-access.ts';

export interface UiRequest {
    readonly method: string;
    readonly path: string;
    /** Parsed JSON of a POST. */
    readonly body: unknown;
    /** Null for a browser that is not logged in. */
    readonly session: PageSession | null;
}

export interface UiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
}

/**
 * The policy of Lightning Experience for packaged components: nothing from elsewhere, no inline script, no eval (LWC
 * Developer Guide, "Content Security Policy Overview").
 */
export const CONTENT_SECURITY_POLICY = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
].join('; ');

export function json(status: number, value: unknown): UiResponse {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value ?? null) };
}
