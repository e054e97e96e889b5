/** A request to Apex REST as it came over HTTP. */
export interface ApexRestRequest {
    /** In capitals. */
    readonly method: string;
    /** After the host and before the question mark, as it was sent: `/services/apexrest/ns/Sync/v1/Jobs`. */
    readonly path: string;
    /** Without the question mark, as it was sent; default: none. */
    readonly query?: string;
    /** As they were sent; Apex finds them in any case. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array | string;
    /** Default: the administrator. */
    readonly userId?: string;
    readonly remoteAddress?: string;
}

export interface ApexRestResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
    /** Lines of `System.debug`. */
    readonly log: readonly string[];
}

export type RestReply = Omit<ApexRestResponse, 'log'>;

export const JSON_CONTENT = 'application/json;charset=UTF-8';

/** @param body JSON text */
export function jsonReply(status: number, body: string, headers: Readonly<Record<string, string>> = {}): RestReply {
    return { status, headers: { 'Content-Type': JSON_CONTENT, ...headers }, body: Buffer.from(body) };
}
