import { defineBuiltIn } from '../built-in-type.ts';
import type { ApexBlob } from '../values/blob.ts';
import { Headers } from './headers.ts';

/** `System.HttpResponse`. */
export class HttpResponse {
    status: string | null = null;
    statusCode = 0;
    readonly headers = new Headers();
    body: string | ApexBlob | null = null;

    toString(): string {
        return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
    }
}

defineBuiltIn('System.HttpResponse', HttpResponse);
