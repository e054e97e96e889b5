import type { Waiting } from '@sw-studio/apex/runtime';
import { exchangeBlocking } from './blocking-exchange.ts';
import { exchange } from './exchange.ts';
import type { WireOutcome, WireRequest } from './wire.ts';

/**
 * Carries requests whose endpoints are resolved and allowed, credentials included: the network, or whatever a test puts in
 * its place.
 */
export type HttpTransport = (request: WireRequest) => Generator<Waiting, WireOutcome, void>;

/**
 * The network. An executor awaits the answer while other transactions go on; code that runs to its end without being set
 * aside keeps its thread waiting.
 */
export const networkTransport: HttpTransport = function* (request) {
    let outcome: WireOutcome | undefined;
    yield {
        kind: 'callout',
        detail: `${request.method} ${request.url}`,
        block: () => void (outcome = exchangeBlocking(request)),
        outside: async () => void (outcome = await exchange(request)),
    };
    return outcome ?? exchangeBlocking(request);
};
