/** What goes between the thread that listens and the thread that holds the org. Everything here survives a structured clone. */

/** A part of a file that is sent as it is. */
export interface FilePart {
    readonly path: string;
    /** First and last byte, both included; absent: the whole file. */
    readonly range?: readonly [start: number, end: number];
    /** Text that is sent before it. */
    readonly prefix?: string;
    /** The file belongs to this answer alone and goes with it. */
    readonly temporary?: boolean;
}

export interface HttpRequest {
    /** In capitals. */
    readonly method: string;
    /** Without the query, slashes at the start collapsed into one. */
    readonly path: string;
    /** Without the question mark. */
    readonly query: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** Decompressed; null where the body was long and stands in `bodyFile`. */
    readonly body: Uint8Array | null;
    /** Where a long body was put. It is deleted after the answer, unless it was moved away. */
    readonly bodyFile: string | null;
    readonly remoteAddress: string;
}

export interface HttpReply {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array | string | null;
    readonly file?: FilePart;
}

/** To the org's thread. */
export type ThreadMessage =
    | { readonly kind: 'request'; readonly id: number; readonly request: HttpRequest }
    | { readonly kind: 'command'; readonly id: number; readonly name: string; readonly argument: unknown };

/** From the org's thread. */
export type ThreadAnswer =
    | { readonly kind: 'ready'; readonly report: unknown }
    | { readonly kind: 'refused'; readonly error: ThreadError }
    | { readonly kind: 'reply'; readonly id: number; readonly reply: HttpReply }
    | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
    | { readonly kind: 'failure'; readonly id: number; readonly error: ThreadError }
    | { readonly kind: 'notice'; readonly topic: string; readonly content: unknown };

/** An error as it crosses the threads. */
export interface ThreadError {
    readonly code: string;
    readonly message: string;
    readonly remedy: string | null;
    readonly stack: string | null;
}
