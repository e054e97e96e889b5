import type { InboundEvent } from '../data/wire.ts';
import type { VendorAnswer, VendorRequest } from '../http/messages.ts';

/** Fields that every item of one of the lists has, and a value that none of their schemas allows. */
const DAMAGED_TIME = 'the day before yesterday';

/** Half of the answer, as a proxy that gives up would leave it. */
export function breakOff(answer: VendorAnswer): VendorAnswer {
    return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}

/** The first item of the list gets a time that is none; an answer without items stays as it is. */
export function damageItem(answer: VendorAnswer): VendorAnswer {
    const body = JSON.parse(answer.body) as { items?: Record<string, unknown>[] };
    const first = body.items?.[0];
    if (first === undefined) return answer;
    const pages = first['pages'] as Record<string, unknown>[] | undefined;
    if (pages === undefined) first['updatedAt'] = DAMAGED_TIME;
    else if (pages[0] !== undefined) pages[0]['lastVisit'] = DAMAGED_TIME;
    return { ...answer, body: JSON.stringify(body) };
}

/** Which events of a batch are let through; the others are answered `failed`. */
export function splitBatch(
    request: VendorRequest,
    share: number,
): {
    readonly through: VendorRequest;
    readonly failed: readonly InboundEvent[];
    readonly all: readonly InboundEvent[];
} {
    const { events: all } = JSON.parse(request.body) as { events: readonly InboundEvent[] };
    const failing = Math.min(all.length, Math.max(1, Math.round(all.length * share)));
    const failed = all.slice(all.length - failing);
    const through = { ...request, body: JSON.stringify({ events: all.slice(0, all.length - failing) }) };
    return { through, failed, all };
}
