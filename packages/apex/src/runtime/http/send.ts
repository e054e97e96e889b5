import { throwApex } from '../exceptions/throw.ts';
import type { Waiting } from '../ports.ts';
import { findService, requireService } from '../services.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';

const MOCK_INTERFACE = 'System.HttpCalloutMock';

interface HttpCalloutMock {
    respond$httprequest(request: HttpRequest): HttpResponse | null;
}

/**
 * `Http.send`. In a test the mock answers; without one the callout is refused, as on the platform. Otherwise the org's
 * callout service sends it; that service also knows the rule about uncommitted work.
 */
export function* sendRequest(request: HttpRequest): Generator<Waiting, HttpResponse, void> {
    const test = findService('test');
    if (test === undefined) return yield* requireService('callouts', 'Http.send').send(request);
    const callouts = findService('callouts');
    if (callouts !== undefined) yield* callouts.checkAllowed(request);
    const mock = test.mockFor(MOCK_INTERFACE) as HttpCalloutMock | null;
    if (mock === null) {
        throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    const response = mock.respond$httprequest(request);
    return response ?? throwApex('System.CalloutException', 'The callout mock answered null');
}
