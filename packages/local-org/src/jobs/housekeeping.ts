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
