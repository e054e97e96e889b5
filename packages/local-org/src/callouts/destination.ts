/** Where a request goes, once its endpoint was resolved and found allowed. */
export interface Destination {
    readonly url: string;
    /** Of the credential, where the endpoint names one. */
    readonly headers: readonly (readonly [name: string, value: string])[];
    /** Fills merge fields in headers and text bodies of the request, as far as the credential allows. */
    readonly mergeHeader: (value: string) => string;
    readonly mergeBody: (text: string) => string;
}

const unchanged = (text: string): string => text;

export function plainDestination(url: string): Destination {
    return { url, headers: [], mergeHeader: unchanged, mergeBody: unchanged };
}
