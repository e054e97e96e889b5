import { defineBuiltIn } from '../../built-in-type.ts';
import { current } from '../../context.ts';
import { throwApex } from '../../exceptions/throw.ts';
import { Headers } from '../../http/headers.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { HttpResponse } from '../../http/http-response.ts';
import type { TypeLibrary } from '../../library.ts';
import { requireService } from '../../services.ts';
import { nonNull } from '../receiver.ts';

/** The answer of both mocks, but for the body. */
class ResourceMock {
    statusCode = 200;
    status = 'OK';
    readonly headers = new Headers();

    protected respondWith(resourceName: string): HttpResponse {
        const response = new HttpResponse();
        response.status = this.status;
        response.statusCode = this.statusCode;
        for (const { name, value } of this.headers.all()) response.headers.set(name, value);
        const resources = requireService('resources', 'StaticResourceCalloutMock');
        const body = resources.staticResource(current.transaction.namespace, resourceName);
        response.body = body ?? throwApex('System.CalloutException', `Static resource not found: ${resourceName}`);
        return response;
    }
}

/** One static resource answers every request. */
class StaticResourceCalloutMock extends ResourceMock {
    resource: string | null = null;

    respond$httprequest(_request: HttpRequest): HttpResponse {
        return this.respondWith(nonNull(this.resource));
    }
}

/** A static resource per endpoint. */
class MultiStaticResourceCalloutMock extends ResourceMock {
    readonly resources = new Map<string, string>();

    respond$httprequest(request: HttpRequest): HttpResponse {
        const resource = this.resources.get(request.endpoint ?? '');
        if (resource === undefined) {
            throwApex('System.CalloutException', `There is no static resource for the endpoint ${request.endpoint}`);
        }
        return this.respondWith(resource);
    }
}

defineBuiltIn('System.StaticResourceCalloutMock', StaticResourceCalloutMock);
defineBuiltIn('System.MultiStaticResourceCalloutMock', MultiStaticResourceCalloutMock);

const shared = {
    'setHeader(String,String)': (mock: ResourceMock, name: string, value: string) => mock.headers.set(name, value),
    'setStatus(String)': (mock: ResourceMock, status: string) => {
        mock.status = status;
    },
    'setStatusCode(Integer)': (mock: ResourceMock, code: number) => {
        mock.statusCode = code;
    },
};

export const calloutMockLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.StaticResourceCalloutMock',
        constructors: { 'new()': () => new StaticResourceCalloutMock() },
        methods: {
            ...shared,
            'respond(HttpRequest)': (mock: StaticResourceCalloutMock, request: HttpRequest) =>
                mock.respond$httprequest(request),
            'setStaticResource(String)': (mock: StaticResourceCalloutMock, name: string) => {
                mock.resource = name;
            },
        },
    },
    {
        type: 'System.MultiStaticResourceCalloutMock',
        constructors: { 'new()': () => new MultiStaticResourceCalloutMock() },
        methods: {
            ...shared,
            'respond(HttpRequest)': (mock: MultiStaticResourceCalloutMock, request: HttpRequest) =>
                mock.respond$httprequest(request),
            'setStaticResource(String,String)': (mock: MultiStaticResourceCalloutMock, url: string, name: string) => {
                mock.resources.set(nonNull(url), nonNull(name));
            },
        },
    },
];
