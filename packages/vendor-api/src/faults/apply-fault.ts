import type { Operation } from '../contract/open-api.ts';
import type { EventResult } from '../data/wire.ts';
import { jsonAnswer, type VendorAnswer, type VendorOutcome, type VendorRequest } from '../http/messages.ts';
import { Refusal } from '../http/refusal.ts';
import { breakOff, damageItem, splitBatch } from './damage.ts';
import type { Fault } from './fault.ts';

/** Carries a call out, as far as the fault lets it. */
export function answerWithFault(
    fault: Fault | null,
    operation: Operation,
    request: VendorRequest,
    carryOut: (request: VendorRequest) => VendorAnswer,
): Exclude<VendorOutcome, { kind: 'silence' }> | { readonly kind: 'silence' } {
    switch (fault?.kind) {
        case 'status':
            return at(refuse(fault));
        case 'malformed-json':
            return at(breakOff(carryOut(request)));
        case 'damaged-item':
            return at(damageItem(carryOut(request)));
        case 'partial-results':
            return at(operation.id === 'sendEvents' ? takeInPart(request, fault.share, carryOut) : carryOut(request));
        case 'silence':
            if (fault.afterEffect === true) carryOut(request);
            return { kind: 'silence' };
        case 'cut':
            return { kind: 'cut', answer: carryOut(request), afterMilliseconds: 0 };
        default:
            return at(carryOut(request));
    }
}

function at(answer: VendorAnswer): VendorOutcome {
    return { kind: 'answer', answer, afterMilliseconds: 0 };
}

function refuse({ status, retryAfterSeconds, code }: Extract<Fault, { kind: 'status' }>): VendorAnswer {
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return new Refusal(status, code ?? CODES[status] ?? 'FAULT', 'A fault was asked for.').toAnswer(headers);
}

const CODES: Readonly<Record<number, string>> = {
    401: 'TOKEN_INVALID',
    403: 'API_ACCESS_DENIED',
    410: 'CURSOR_EXPIRED',
    413: 'BATCH_TOO_LARGE',
    429: 'THROTTLED',
    500: 'FAILED',
    503: 'UNAVAILABLE',
};

function takeInPart(
    request: VendorRequest,
    share: number,
    carryOut: (request: VendorRequest) => VendorAnswer,
): VendorAnswer {
    const { through, failed, all } = splitBatch(request, share);
    const taken =
        failed.length === all.length ? [] : (JSON.parse(carryOut(through).body) as { results: EventResult[] }).results;
    const refused = failed.map(({ idempotencyKey }): EventResult => ({
        idempotencyKey,
        status: 'failed',
        code: 'TRY_AGAIN',
        message: 'The event could not be taken now.',
    }));
    return jsonAnswer(207, { results: [...taken, ...refused] });
}
