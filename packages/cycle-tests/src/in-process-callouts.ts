import {
    ApexBlob,
    type CalloutService,
    HttpResponse,
    type HttpRequest,
    newApexException,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexSession } from '@sw-studio/local-org';
import type { VendorAnswer, VendorBackend, VendorOutcome } from '@sw-studio/vendor-api';

/** The Named Credential of the package; what follows it is a path of the vendor's API. */
const CREDENTIAL = 'callout:SW_Studio_Vendor';
const PENDING_WORK = 'You have uncommitted work pending. Please commit or rollback before calling out';
const NO_CREDENTIAL =
    "We couldn't access the credential(s). You might not have the required permissions, or the external credential " +
    '"SW_Studio_Vendor" might not exist.';

/**
 * Callouts that reach the reference backend without a network, so that a run depends on its seed alone. Time does not
 * pass in them: a silent backend times out at once.
 */
export class InProcessCallouts implements CalloutService {
    private readonly session: ApexSession;
    private readonly backend: VendorBackend;
    private readonly mayUseCredential: (userId: string) => boolean;

    constructor(session: ApexSession, backend: VendorBackend, mayUseCredential: (userId: string) => boolean) {
        this.session = session;
        this.backend = backend;
        this.mayUseCredential = mayUseCredential;
    }

    *checkAllowed(request: HttpRequest): Generator<Waiting, void, void> {
        this.session.limits.count('Callouts');
        if (this.session.hasPendingWork) refuse(PENDING_WORK);
        yield { kind: 'callout', detail: `${request.method ?? 'GET'} ${request.endpoint ?? ''}` };
    }

    *send(request: HttpRequest): Generator<Waiting, HttpResponse, void> {
        yield* this.checkAllowed(request);
        if (!this.mayUseCredential(this.session.open.user.id)) refuse(NO_CREDENTIAL);
        const outcome = this.backend.respond(this.toVendor(request));
        if (outcome.kind === 'silence') refuse('Read timed out');
        if (outcome.kind === 'cut') refuse('Unexpected end of file from server');
        if (isTooLate(outcome, request)) refuse('Read timed out');
        return toApex(outcome.answer);
    }

    private toVendor({ endpoint, method, body }: HttpRequest): Parameters<VendorBackend['respond']>[0] {
        if (endpoint?.startsWith(`${CREDENTIAL}/`) !== true) refuse(`Unauthorized endpoint: ${endpoint}`);
        const url = new URL(endpoint.slice(CREDENTIAL.length), 'http://vendor.invalid');
        return {
            method: method ?? 'GET',
            path: url.pathname,
            query: url.searchParams,
            headers: { authorization: `Bearer ${this.backend.token}` },
            body: body instanceof ApexBlob ? Buffer.from(body.bytes).toString('utf8') : (body ?? ''),
        };
    }
}

function isTooLate(outcome: VendorOutcome, { timeout }: HttpRequest): boolean {
    return outcome.kind !== 'silence' && outcome.afterMilliseconds > timeout;
}

function toApex({ status, headers, body }: VendorAnswer): HttpResponse {
    const response = new HttpResponse();
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    response.body = new ApexBlob(Buffer.from(body));
    return response;
}

function refuse(sentence: string): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what Apex throws is a value of its program
    throw newApexException('System.CalloutException', sentence);
}
