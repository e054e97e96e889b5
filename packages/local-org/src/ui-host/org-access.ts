/**
 * What the pages need of an org: its REST API and its Lightning controllers, as one user. The pages have no other way into
 * the org, so what a user may not do by the API, no page does either.
 */
export interface OrgAccess {
    /** @param path below `/services/data/vXX.X`, such as `/query?q=...` */
    rest(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<OrgAnswer>;
    /** Calls an `@AuraEnabled` method; a refusal has the body `{ message, exceptionType }`. */
    apex(call: ApexCall): Promise<OrgAnswer>;
}

export interface ApexCall {
    readonly className: string;
    readonly method: string;
    readonly parameters: Readonly<Record<string, unknown>>;
    /** By `@wire`: only a cacheable method answers. */
    readonly wired: boolean;
}

export interface OrgAnswer {
    readonly status: number;
    readonly body: unknown;
}

/** What a page knows of its user before it asks anything. */
export interface PageSession {
    readonly user: { readonly Id: string; readonly timeZone: string; readonly isGuest: false };
    /** Custom and user permissions, as `@salesforce/customPermission/...` names them. */
    readonly permissions: readonly string[];
    readonly orgAccess: OrgAccess;
}

/** A question of a page that cannot be answered; the status is that of the response. */
export class PageError extends Error {
    readonly status: number;

    constructor(status: number, message: string) {
        super(message);
        this.status = status;
    }
}

interface RestError {
    readonly message?: string;
}

/** @throws PageError with the sentence of the org */
export async function read<Body>(org: OrgAccess, path: string): Promise<Body> {
    const { status, body } = await org.rest('GET', path);
    return successful(status, body) as Body;
}

/** @throws PageError with the sentence of the org where the status is no success */
export function successful(status: number, body: unknown): unknown {
    if (status < 400) return body;
    const [error] = (Array.isArray(body) ? body : [body]) as RestError[];
    throw new PageError(status, error?.message ?? `The org answered with the status ${status}`);
}

export interface QueryAnswer {
    readonly totalSize: number;
    readonly records: readonly Readonly<Record<string, unknown>>[];
}

export function query(org: OrgAccess, soql: string): Promise<QueryAnswer> {
    return read(org, `/query?q=${encodeURIComponent(soql)}`);
}
