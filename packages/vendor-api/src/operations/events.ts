import type { VendorAccount } from '../data/vendor-account.ts';
import type { EventResult, InboundEvent } from '../data/wire.ts';
import type { OperationHandler } from '../http/operation-table.ts';
import { Refusal } from '../http/refusal.ts';
import type { Inbox } from './inbox.ts';

/** As the contract says. */
const MOST_EVENTS = 200;
/** Fields of an event that a prospect takes over as they are. */
const TAKEN_OVER = ['email', 'firstName', 'lastName', 'favorite'] as const;

export function sendEvents(account: VendorAccount, inbox: Inbox): OperationHandler {
    return ({ body }) => {
        const { events } = body as { events: readonly InboundEvent[] };
        const results = events.map((event) => take(event, account, inbox));
        const isWhole = results.every(({ status }) => status === 'accepted' || status === 'duplicate');
        return { status: isWhole ? 200 : 207, body: { results } };
    };
}

/** Before the schema is asked, which would call it invalid. */
export function refuseTooMany(body: string): void {
    let events: unknown;
    try {
        events = (JSON.parse(body) as { events?: unknown } | null)?.events;
    } catch {
        return;
    }
    if (Array.isArray(events) && events.length > MOST_EVENTS)
        throw new Refusal(413, 'BATCH_TOO_LARGE', `A batch has at most ${MOST_EVENTS} events.`);
}

function take(event: InboundEvent, account: VendorAccount, inbox: Inbox): EventResult {
    const { idempotencyKey, prospectId } = event;
    if (inbox.events.has(idempotencyKey)) return { idempotencyKey, status: 'duplicate' };
    if (prospectId !== undefined && account.prospects.get(prospectId) === undefined)
        return {
            idempotencyKey,
            status: 'rejected',
            code: 'PROSPECT_UNKNOWN',
            message: `There is no prospect ${prospectId}.`,
        };
    inbox.events.set(idempotencyKey, event);
    if (prospectId !== undefined && event.operation !== 'Delete') apply(event, prospectId, account);
    return { idempotencyKey, status: 'accepted' };
}

/** A prospect that is as the event says does not change. */
function apply({ fields = {} }: InboundEvent, prospectId: string, account: VendorAccount): void {
    const prospect = account.prospects.get(prospectId);
    const wanted: Record<string, unknown> = {};
    for (const field of TAKEN_OVER) if (field in fields) wanted[field] = fields[field];
    const owner = fields['ownerEmail'];
    if (typeof owner === 'string' && account.cockpitUsers.has(owner)) wanted['assigneeEmail'] = owner;
    const differs = Object.entries(wanted).some(
        ([field, value]) => prospect?.[field as keyof typeof prospect] !== value,
    );
    if (differs) account.change({ id: prospect?.id ?? prospectId, ...wanted });
}
