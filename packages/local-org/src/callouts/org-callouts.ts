import { performance } from 'node:perf_hooks';
import {
    type CalloutService,
    ApexBlob,
    current,
    type HttpRequest,
    HttpResponse,
    TRIGGER,
    type TriggerHolder,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';
import { credentialDestination } from '../credentials/credential-destination.ts';
import { calloutException } from './callout-exception.ts';
import { type Destination, plainDestination } from './destination.ts';
import type { HttpTransport } from './http-transport.ts';
import { isRemoteSite } from './remote-sites.ts';
import { CALLOUT_SENTENCES, TIME_FOR_CALLOUTS } from './sentences.ts';
import { wireRequest } from './wire-request.ts';
import type { WireResponse } from './wire.ts';

const DEFAULT_API_VERSION = '65.0';

/**
 * Callouts of one session: counted, and refused where the transaction has rows or jobs that are not committed yet
 * (Apex Developer Guide, "Callout Limits and Limitations"). The rule holds for mocked callouts of tests as well.
 */
export class OrgCallouts implements CalloutService {
    private readonly session: ApexSession;
    private readonly transport: HttpTransport;
    /** Milliseconds that this transaction's callouts have taken. */
    private timeUsed = 0;

    constructor(session: ApexSession, transport: HttpTransport) {
        this.session = session;
        this.transport = transport;
    }

    *checkAllowed(request: HttpRequest): Generator<Waiting, void, void> {
        this.session.limits.count('Callouts');
        const refusal = this.refusal;
        if (refusal !== null) throw calloutException(refusal);
        this.session.open.transaction.releaseLocks();
        yield { kind: 'callout', detail: `${request.method ?? 'GET'} ${request.endpoint ?? ''}` };
    }

    *send(request: HttpRequest): Generator<Waiting, HttpResponse, void> {
        yield* this.checkAllowed(request);
        const wire = wireRequest(request, this.destination(request.endpoint), {
            maximumBytes: this.session.limits.limit('HeapSize'),
            timeLeft: Math.max(1, TIME_FOR_CALLOUTS - this.timeUsed),
            apiVersion: this.session.options.org.schema.packages[0]?.apiVersion ?? DEFAULT_API_VERSION,
            stackDepth: this.depth + 1,
        });
        const began = performance.now();
        const outcome = yield* this.transport(wire);
        this.timeUsed += performance.now() - began;
        if (outcome.kind === 'failure') throw calloutException(outcome.sentence);
        return responseOf(outcome);
    }

    /** Why the running code may not call out now; null: it may. */
    private get refusal(): string | null {
        const { session } = this;
        const trigger = current.transaction.services.get(TRIGGER) as TriggerHolder;
        if (trigger.current !== null) return CALLOUT_SENTENCES.fromTrigger;
        if (session.options.request.scheduled === true) return CALLOUT_SENTENCES.fromSchedule;
        if (session.calloutRefusal !== null) return session.calloutRefusal;
        return session.hasPendingWork ? CALLOUT_SENTENCES.pendingWork : null;
    }

    /** Callouts that led to the running request. */
    private get depth(): number {
        return this.session.options.calloutDepth ?? 0;
    }

    private destination(endpoint: string | null): Destination {
        if (endpoint === null || endpoint === '') throw calloutException(CALLOUT_SENTENCES.noEndpoint);
        const destination = this.resolve(endpoint);
        const isOwn =
            URL.parse(destination.url)?.origin === URL.parse(this.session.options.org.options.baseUrl)?.origin;
        if (isOwn && this.depth > 0) throw calloutException(CALLOUT_SENTENCES.loop);
        return destination;
    }

    private resolve(endpoint: string): Destination {
        if (/^callout:/i.test(endpoint)) {
            return credentialDestination(this.session, endpoint, current.transaction.namespace);
        }
        const url = urlOf(endpoint);
        if (!isRemoteSite(this.session.options.org.schema.packages, url)) {
            throw calloutException(CALLOUT_SENTENCES.unauthorized(endpoint));
        }
        return plainDestination(url.href);
    }
}

function urlOf(endpoint: string): URL {
    const protocol = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(endpoint)?.[1];
    if (protocol === undefined) throw calloutException(CALLOUT_SENTENCES.noProtocol(endpoint));
    if (!/^https?$/i.test(protocol)) throw calloutException(CALLOUT_SENTENCES.unknownProtocol(protocol));
    const url = URL.parse(endpoint);
    if (url === null) throw calloutException(CALLOUT_SENTENCES.invalidUrl(endpoint));
    return url;
}

function responseOf({ statusCode, status, headers, body }: WireResponse): HttpResponse {
    const response = new HttpResponse();
    response.statusCode = statusCode;
    response.status = status;
    for (const [name, value] of headers) response.headers.set(name, value);
    response.body = new ApexBlob(body);
    return response;
}
