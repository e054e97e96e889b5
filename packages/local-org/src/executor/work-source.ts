import type { Waiting } from '@sw-studio/apex/runtime';

/** `gone`: it was not to be done any more. `later`: it could not be done now. */
export type WorkOutcome = 'ran' | 'gone' | 'later';

/** What an org does by itself: jobs, and the delivery of events. A runner takes from several sources. */
export interface WorkSource {
    /** Takes something that is due; undefined: there is nothing now. */
    takeWork(): Generator<Waiting, WorkOutcome, void> | undefined;
    /** When there is next something to take, in epoch milliseconds; null: never. Holds after `takeWork` found nothing. */
    readonly nextWork: number | null;
    /** Called when there is more to do: a timer may have to go off earlier. */
    onAdded: (() => void) | null;
}
