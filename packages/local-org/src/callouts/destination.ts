/** Where a request goes, once its endpoint was resolved and found allowed. */
export interface Destination {
    readonly url: string;
    /** Of the credential, where the endpoint names one. */
    readonly headers: readonly (readonly [name: string, value: string])[];
}
