import { seededRandom, VendorBackend, type VendorOutcome, type VendorRequest } from '@sw-studio/vendor-api';

interface SentEvent {
    readonly idempotencyKey: string;
    readonly recordId: string;
    readonly operation: string;
    readonly fields?: Readonly<Record<string, unknown>>;
}

interface SentResult {
    readonly idempotencyKey: string;
    readonly status: string;
    readonly code?: string;
    readonly message?: string;
}

/** The reference backend with a memory of what it was sent, that takes some events not now, and some never. */
export class EventReceiver extends VendorBackend {
    /** Records whose events it will never take. */
    readonly rejecting = new Set<string>();
    /** Part of the events that it does not take for now, each time it is asked. */
    failingShare = 0;
    /** Events that had an effect, in order of arrival. */
    readonly taken: SentEvent[] = [];
    /** Keys that came although they had been taken before. */
    readonly repeated: string[] = [];
    private readonly random = seededRandom(7);

    override respond(request: VendorRequest): VendorOutcome {
        if (!request.path.endsWith('/events')) return super.respond(request);
        const { events } = JSON.parse(request.body) as { readonly events: readonly SentEvent[] };
        const refused = events.flatMap((event) => this.refusalOf(event));
        const keys = new Set(refused.map(({ idempotencyKey }) => idempotencyKey));
        const wanted = events.filter(({ idempotencyKey }) => !keys.has(idempotencyKey));
        const outcome = this.pass(request, wanted);
        if (outcome.kind !== 'answer' || outcome.answer.status > 299) return outcome;
        const { results } = JSON.parse(outcome.answer.body) as { readonly results: readonly SentResult[] };
        this.remember(wanted, results);
        const body = JSON.stringify({ results: [...results, ...refused] });
        return { ...outcome, answer: { ...outcome.answer, body } };
    }

    /** What was taken of a record, the newest last. */
    ofRecord(recordId: string): readonly SentEvent[] {
        return this.taken.filter((event) => event.recordId === recordId);
    }

    private refusalOf({ idempotencyKey, recordId }: SentEvent): SentResult[] {
        if (this.rejecting.has(recordId)) {
            const message = 'SalesWings does not take this record.';
            return [{ idempotencyKey, status: 'rejected', code: 'RECORD_UNWANTED', message }];
        }
        if (this.random() >= this.failingShare) return [];
        return [{ idempotencyKey, status: 'failed', code: 'BUSY', message: 'Not now.' }];
    }

    private pass(request: VendorRequest, events: readonly SentEvent[]): VendorOutcome {
        if (events.length > 0) return super.respond({ ...request, body: JSON.stringify({ events }) });
        const headers = { 'content-type': 'application/json' };
        return { kind: 'answer', answer: { status: 200, headers, body: '{"results":[]}' }, afterMilliseconds: 0 };
    }

    private remember(events: readonly SentEvent[], results: readonly SentResult[]): void {
        const byKey = new Map(events.map((event) => [event.idempotencyKey, event]));
        for (const { idempotencyKey, status } of results) {
            const event = byKey.get(idempotencyKey);
            if (status === 'duplicate') this.repeated.push(idempotencyKey);
            if (status === 'accepted' && event !== undefined) this.taken.push(event);
        }
    }
}
