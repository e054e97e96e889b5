import assert from 'node:assert/strict';
import type { VendorBackend } from '@sw-studio/vendor-api';
import { VENDOR_CONTRACT, type VendorOutcome } from '@sw-studio/vendor-api';

export interface Call {
    readonly method?: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly token?: string;
}

export interface Answered {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Record<string, unknown>;
}

/** The outcome of a call that was made directly. */
export function outcomeOf(backend: VendorBackend, { method, path, query, body, token }: Call): VendorOutcome {
    return backend.respond({
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        path,
        query: new URLSearchParams(query),
        headers: { authorization: `Bearer ${token ?? backend.token}` },
        body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    });
}

/** The answer of a call, which must be one that the contract allows. */
export function answerOf(backend: VendorBackend, call: Call): Answered {
    const outcome = outcomeOf(backend, call);
    assert.equal(outcome.kind, 'answer');
    if (outcome.kind !== 'answer') throw new TypeError('No answer came.');
    const { status, headers, body } = outcome.answer;
    const parsed = JSON.parse(body) as Record<string, unknown>;
    assertContract(call, status, parsed);
    return { status, headers, body: parsed };
}

export function assertContract(call: Call, status: number, body: unknown): void {
    const method = call.method ?? (call.body === undefined ? 'GET' : 'POST');
    const operation = VENDOR_CONTRACT.operations.find((known) => known.path === call.path && known.method === method);
    if (operation === undefined) return;
    assert.equal(VENDOR_CONTRACT.answerProblem(operation, status, body), null);
}
