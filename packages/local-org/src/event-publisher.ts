import type { AccessLevel, DmlRowOutcome, SObject, Waiting } from '@sw-studio/apex/runtime';
import { checkEvent } from './dml/checks/event-check.ts';
import type { ObjectSchema } from './schema/object-schema.ts';
import type { OrgTransaction } from './transaction/org-transaction.ts';

/** Where published platform events go; the event engine implements it. */
export interface EventPublisher {
    publish(
        transaction: OrgTransaction,
        events: readonly SObject[],
        access: AccessLevel,
    ): Generator<Waiting, DmlRowOutcome[], void>;
}

/** Keeps what was published, in the order in which it took effect. */
export class EventLog implements EventPublisher {
    readonly events: SObject[] = [];

    /** Events published after commit appear when the transaction commits, immediate ones at once. */
    *publish(transaction: OrgTransaction, events: readonly SObject[]): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'publish', detail: `${events[0]?.type.name ?? 'event'} (${events.length})` };
        return events.map((event): DmlRowOutcome => {
            const errors = checkEvent(event);
            if (errors.length > 0) return { success: false, id: null, created: false, errors };
            const object = event.type as ObjectSchema;
            if (object.publishBehavior === 'PublishAfterCommit') transaction.afterCommit(() => this.events.push(event));
            else this.events.push(event);
            return {
                success: true,
                id: transaction.store.ids.next(object.keyPrefix ?? 'e00'),
                created: true,
                errors: [],
            };
        });
    }
}
