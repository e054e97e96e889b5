/** A call as a backend sees it, however it came. */
export interface VendorRequest {
    readonly method: string;
    /** Below the base address, such as `/prospects`. */
    readonly path: string;
    readonly query: URLSearchParams;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body: string;
}

export interface VendorAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

/** What the caller meets: an answer, one that breaks off in its middle, or none at all. */
export type VendorOutcome =
    | { readonly kind: 'answer' | 'cut'; readonly answer: VendorAnswer; readonly afterMilliseconds: number }
    | { readonly kind: 'silence' };

export function jsonAnswer(
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
): VendorAnswer {
    return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
