import type { DmlRowOutcome, SObject, Waiting } from '@sw-studio/apex/runtime';
import type { DmlContext } from './dml/dml-context.ts';

/** Where published platform events go: the event bus of the org, or that of a test. */
export interface EventPublisher {
    /** @param context of the transaction that publishes */
    publish(context: DmlContext, events: readonly SObject[]): Generator<Waiting, DmlRowOutcome[], void>;
    /** An Apex object that is told, asynchronously, what became of events which are about to be published. */
    registerCallback(events: readonly SObject[], callback: object): void;
}
