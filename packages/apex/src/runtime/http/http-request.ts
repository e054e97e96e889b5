import { defineBuiltIn } from '../built-in-type.ts';
import type { ApexBlob } from '../values/blob.ts';
import { Headers } from './headers.ts';

/** `System.HttpRequest`. */
export class HttpRequest {
    method: string | null = null;
    endpoint: string | null = null;
    readonly headers = new Headers();
    /** Text, or bytes where `setBodyAsBlob` was called last. */
    body: string | ApexBlob | null = null;
    compressed = false;
    /** Milliseconds; the platform's default is 10 seconds. */
    timeout = 10_000;
    /** Name of a client certificate of the org. */
    clientCertificate: string | null = null;

    toString(): string {
        return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
    }
}

defineBuiltIn('System.HttpRequest', HttpRequest);
