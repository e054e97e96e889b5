import {
    type CalloutService,
    type HttpRequest,
    type HttpResponse,
    newApexException,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';

/** Sends a request over the network; what it throws reaches Apex as the platform words it. */
export type HttpTransport = (request: HttpRequest) => Generator<Waiting, HttpResponse, void>;

const PENDING_WORK = 'You have uncommitted work pending. Please commit or rollback before calling out';

/**
 * Callouts of one session: counted, and refused where the transaction has rows or jobs that are not committed yet
 * (Apex Developer Guide, "Callout Limits and Limitations"). The rule holds for mocked callouts of tests as well.
 */
export class OrgCallouts implements CalloutService {
    private readonly session: ApexSession;
    private readonly transport: HttpTransport | null;

    /** @param transport null: an org without network */
    constructor(session: ApexSession, transport: HttpTransport | null) {
        this.session = session;
        this.transport = transport;
    }

    *checkAllowed(request: HttpRequest): Generator<Waiting, void, void> {
        this.session.limits.count('Callouts');
        if (this.session.hasPendingWork) throw newApexException('System.CalloutException', PENDING_WORK);
        yield { kind: 'callout', detail: `${request.method ?? 'GET'} ${request.endpoint ?? ''}` };
    }

    *send(request: HttpRequest): Generator<Waiting, HttpResponse, void> {
        yield* this.checkAllowed(request);
        if (this.transport === null)
            throw newApexException(
                'System.CalloutException',
                `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${request.endpoint}`,
            );
        return yield* this.transport(request);
    }
}
