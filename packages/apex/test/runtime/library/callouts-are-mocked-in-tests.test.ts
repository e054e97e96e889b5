import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpRequest } from '../../../src/runtime/http/http-request.ts';
import { HttpResponse } from '../../../src/runtime/http/http-response.ts';
import { ApexBlob } from '../../../src/runtime/values/blob.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const request = (): unknown => construct('System.HttpRequest', 'new()');
const on = (self: unknown, type: string, signature: string, ...values: unknown[]): unknown =>
    callMethod(self, `System.${type}`, signature, ...values);
const send = (message: unknown): HttpResponse =>
    on(construct('System.Http', 'new()'), 'Http', 'send(HttpRequest)', message) as HttpResponse;

test('the mock of the test answers', () => {
    const mock = {
        respond$httprequest(given: HttpRequest) {
            const response = new HttpResponse();
            response.statusCode = 201;
            response.body = `${given.method} ${given.endpoint}`;
            return response;
        },
    };
    beginTransaction({ services: { test: { mockFor: () => mock } } });
    const message = request();
    on(message, 'HttpRequest', 'setMethod(String)', 'POST');
    on(message, 'HttpRequest', 'setEndpoint(String)', 'callout:Vendor/x');
    const response = send(message);
    assert.equal(response.statusCode, 201);
    assert.equal(on(response, 'HttpResponse', 'getBody()'), 'POST callout:Vendor/x');
});

test('a test without a mock may not call out', () => {
    beginTransaction({ services: { test: { mockFor: () => null } } });
    assert.equal(
        apexErrorOf(() => send(request())),
        'System.TypeException: Methods defined as TestMethod do not support Web service callouts',
    );
});

test('rules about pending work hold for mocked callouts too', () => {
    let checked = 0;
    beginTransaction({
        services: {
            test: { mockFor: () => ({ respond$httprequest: () => new HttpResponse() }) },
            callouts: {
                *checkAllowed() {
                    checked++;
                    yield { kind: 'callout', detail: 'checked' };
                },
            },
        },
    });
    send(request());
    assert.equal(checked, 1);
});

test('headers are found in any case, bodies are text and bytes', () => {
    const message = request();
    on(message, 'HttpRequest', 'setHeader(String,String)', 'Content-Type', 'text/plain');
    assert.equal(on(message, 'HttpRequest', 'getHeader(String)', 'content-type'), 'text/plain');
    on(message, 'HttpRequest', 'setBodyAsBlob(Blob)', ApexBlob.ofText('é'));
    assert.equal(on(message, 'HttpRequest', 'getBody()'), 'é');
    on(message, 'HttpRequest', 'setBody(String)', '<a><b/></a>');
    const root = callMethod(on(message, 'HttpRequest', 'getBodyDocument()'), 'Dom.Document', 'getRootElement()');
    assert.equal(callMethod(root, 'Dom.XmlNode', 'getName()'), 'a');
});

test('a timeout beyond two minutes is refused', () => {
    assert.match(
        apexErrorOf(() => on(request(), 'HttpRequest', 'setTimeout(Integer)', 120_001)),
        /^System.CalloutException/,
    );
});

test('static resources answer as mocks do', () => {
    beginTransaction({
        services: { resources: { staticResource: (_namespace, name) => ApexBlob.ofText(`contents of ${name}`) } },
    });
    const mock = construct('System.MultiStaticResourceCalloutMock', 'new()');
    const type = 'MultiStaticResourceCalloutMock';
    on(mock, type, 'setStaticResource(String,String)', 'https://a.example.com', 'A');
    on(mock, type, 'setStatusCode(Integer)', 202);
    const message = request() as HttpRequest;
    message.endpoint = 'https://a.example.com';
    const response = on(mock, type, 'respond(HttpRequest)', message) as HttpResponse;
    assert.equal(on(response, 'HttpResponse', 'getBody()'), 'contents of A');
    assert.equal(response.statusCode, 202);
    message.endpoint = 'https://b.example.com';
    assert.match(
        apexErrorOf(() => on(mock, type, 'respond(HttpRequest)', message)),
        /^System.CalloutException/,
    );
});
