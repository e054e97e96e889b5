/** What may go wrong with a call. */
export type Fault =
    /** The answer comes late. */
    | { readonly kind: 'latency'; readonly milliseconds: number }
    /** Another answer than the right one; nothing was done. */
    | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number; readonly code?: string }
    /** The answer breaks off inside its JSON, though the connection does not. */
    | { readonly kind: 'malformed-json' }
    /** One item of a list has a field that no schema allows. */
    | { readonly kind: 'damaged-item' }
    /** A batch of events is taken in part: this share of it is answered `failed` and has no effect. */
    | { readonly kind: 'partial-results'; readonly share: number }
    /** No answer ever comes; with `afterEffect` the call was carried out all the same. */
    | { readonly kind: 'silence'; readonly afterEffect?: boolean }
    /** The connection is cut in the middle of the answer. */
    | { readonly kind: 'cut' };

export interface FaultRule {
    readonly fault: Fault;
    /** Ids of the operations it is for, as openapi.yaml names them; absent: all. */
    readonly operations?: readonly string[];
    /** Calls of those that go well before. */
    readonly skip?: number;
    /** How often it happens; absent: for good. */
    readonly times?: number;
    /** 0 to 1; absent: always. */
    readonly probability?: number;
}
