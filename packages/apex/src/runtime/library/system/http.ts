import { ApexList } from '../../collections/list.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { Headers } from '../../http/headers.ts';
import { HttpRequest } from '../../http/http-request.ts';
import { HttpResponse } from '../../http/http-response.ts';
import { sendRequest } from '../../http/send.ts';
import { defineBuiltIn } from '../../built-in-type.ts';
import { blocking, type LibraryFunction, type TypeLibrary } from '../../library.ts';
import { primitiveType } from '../../types-registry.ts';
import { ApexBlob } from '../../values/blob.ts';
import { XmlDocument } from '../../xml/document.ts';
import { overloads } from '../overloads.ts';
import { nonNull } from '../receiver.ts';

/** `System.Http` has no state. */
class Http {
    toString(): string {
        return 'System.Http[]';
    }
}

defineBuiltIn('System.Http', Http);

interface Message {
    readonly headers: Headers;
    body: string | ApexBlob | null;
}

function textOf({ body }: Message): string | null {
    if (body instanceof ApexBlob) return body.toText();
    return body ?? '';
}

function bytesOf({ body }: Message): ApexBlob {
    return body instanceof ApexBlob ? body : ApexBlob.ofText(body ?? '');
}

/** Members that requests and responses share. */
const messageMethods = {
    'getBody()': textOf,
    'getBodyAsBlob()': bytesOf,
    'getBodyDocument()': (message: Message) => XmlDocument.parse(textOf(message) ?? ''),
    'getHeader(String)': (message: Message, name: string) => message.headers.get(nonNull(name)),
    'setBody(String)': (message: Message, body: string | null) => {
        message.body = body;
    },
    'setBodyAsBlob(Blob)': (message: Message, body: ApexBlob | null) => {
        message.body = body;
    },
    'setHeader(String,String)': (message: Message, name: string, value: string | null) =>
        message.headers.set(nonNull(name), value ?? ''),
};

/** Milliseconds (Apex Developer Guide, "Callout Limits and Limitations"). */
const LONGEST_TIMEOUT = 120_000;

function setTimeout(request: HttpRequest, milliseconds: number): void {
    if (milliseconds < 1 || milliseconds > LONGEST_TIMEOUT) {
        throwApex('System.CalloutException', `Timeout must be between 1 and ${LONGEST_TIMEOUT} milliseconds`);
    }
    request.timeout = milliseconds;
}

const setBodyDocument: LibraryFunction = (request: HttpRequest, document: XmlDocument) => {
    request.body = document.toXml();
};

export const httpLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.Http',
        constructors: { 'new()': () => new Http() },
        methods: {
            ...overloads(
                'System.Http',
                'send',
                blocking((http: Http, request: HttpRequest) => sendRequest(nonNull(http) && nonNull(request))),
            ),
            'toString()': (http: Http) => http.toString(),
        },
    },
    {
        type: 'System.HttpRequest',
        constructors: { 'new()': () => new HttpRequest() },
        methods: {
            ...messageMethods,
            'getCompressed()': (request: HttpRequest) => request.compressed,
            'getEndpoint()': (request: HttpRequest) => request.endpoint,
            'getMethod()': (request: HttpRequest) => request.method,
            ...overloads('System.HttpRequest', 'setBodyDocument', setBodyDocument),
            'setClientCertificateName(String)': (request: HttpRequest, name: string | null) => {
                request.clientCertificate = name;
            },
            'setCompressed(Boolean)': (request: HttpRequest, compressed: boolean) => {
                request.compressed = compressed;
            },
            'setEndpoint(String)': (request: HttpRequest, endpoint: string | null) => {
                request.endpoint = endpoint;
            },
            'setMethod(String)': (request: HttpRequest, method: string | null) => {
                request.method = method;
            },
            'setTimeout(Integer)': setTimeout,
            'toString()': (request: HttpRequest) => request.toString(),
        },
    },
    {
        type: 'System.HttpResponse',
        constructors: { 'new()': () => new HttpResponse() },
        methods: {
            ...messageMethods,
            'getHeaderKeys()': (response: HttpResponse) =>
                ApexList.of(primitiveType('String'), response.headers.names()),
            'getStatus()': (response: HttpResponse) => response.status,
            'getStatusCode()': (response: HttpResponse) => response.statusCode,
            'setStatus(String)': (response: HttpResponse, status: string | null) => {
                response.status = status;
            },
            'setStatusCode(Integer)': (response: HttpResponse, code: number) => {
                response.statusCode = nonNull(code);
            },
            'toString()': (response: HttpResponse) => response.toString(),
        },
    },
];
