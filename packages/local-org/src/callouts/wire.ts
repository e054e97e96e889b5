/** A request as it goes over the network. Plain data: it may be handed to another thread. */
export interface WireRequest {
    readonly method: string;
    /** Absolute, `http:` or `https:`. */
    readonly url: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: Uint8Array | null;
    /** Milliseconds for which the server may stay silent. */
    readonly timeout: number;
    /** Milliseconds that the whole exchange may take: what is left of the transaction's time for callouts. */
    readonly timeLeft: number;
    /** Bytes that an answer may have. */
    readonly maximumBytes: number;
}

export interface WireResponse {
    readonly kind: 'response';
    readonly statusCode: number;
    readonly status: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    /** Not compressed any more. */
    readonly body: Uint8Array;
}

/** Why there is no answer, in the words of the platform. */
export interface WireFailure {
    readonly kind: 'failure';
    readonly sentence: string;
}

export type WireOutcome = WireResponse | WireFailure;
