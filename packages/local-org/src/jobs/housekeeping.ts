import { ENGINE_STATE } from '../schema/internal-objects.ts';
import type { Store } from '../store/store.ts';
import { isTerminal } from './rows/job-rows.ts';
import type { JobHost } from './run/job-host.ts';

/** Deletes the rows of jobs that ended longer ago than the platform keeps them. */
export function housekeep(host: JobHost): void {
    const { org } = host;
    host.bookkeep((transaction) => {
        const oldest = transaction.now() - org.options.retention;
        const old = [...org.rows.scan(transaction, 'AsyncApexJob')].filter(
            (row) => isTerminal(row) && (row.number('CompletedDate') ?? Infinity) < oldest,
        );
        for (const { id } of old) org.rows.remove(transaction, 'AsyncApexJob', id);
    });
}

/** Notes how far a clock was moved, so that an org that is opened again goes on from there. */
export function keepClock(host: JobHost, now: number): void {
    host.bookkeep((transaction) => {
        const [row] = transaction.scan(ENGINE_STATE);
        const id = (row?.[0] ?? transaction.store.ids.next(ENGINE_STATE.keyPrefix as string)) as string;
        transaction.writeLasting(ENGINE_STATE, id, [id, now]);
    });
}

/** How far the clock of a kept org had been moved; null: it was never moved. */
export function keptClock(store: Store): number | null {
    const [row] = store.table(ENGINE_STATE).scan(null);
    return (row?.[1] ?? null) as number | null;
}
