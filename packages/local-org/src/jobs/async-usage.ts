import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { ASYNC_USAGE } from '../schema/internal-objects.ts';

const HOUR = 3_600_000;
const HOURS_COUNTED = 24;

interface Bucket {
    readonly rowId: string;
    count: number;
}

/** Asynchronous executions of the last 24 hours, counted by the hour (Apex guide, "Lightning Platform Apex Limits"). */
export class AsyncUsage {
    private readonly hours = new Map<number, Bucket>();

    /** Reads what an earlier engine counted. */
    load(transaction: OrgTransaction): void {
        this.hours.clear();
        for (const [rowId, hour, count] of transaction.scan(ASYNC_USAGE)) {
            this.hours.set(hour as number, { rowId: rowId as string, count: count as number });
        }
    }

    count(transaction: OrgTransaction): void {
        const hour = Math.floor(transaction.now() / HOUR);
        let bucket = this.hours.get(hour);
        if (bucket === undefined) {
            this.dropBefore(transaction, hour - HOURS_COUNTED);
            bucket = { rowId: transaction.store.ids.next(ASYNC_USAGE.keyPrefix as string), count: 0 };
            this.hours.set(hour, bucket);
        }
        bucket.count++;
        transaction.writeLasting(ASYNC_USAGE, bucket.rowId, [bucket.rowId, hour, bucket.count]);
    }

    /** @param now epoch milliseconds */
    total(now: number): number {
        const oldest = Math.floor(now / HOUR) - HOURS_COUNTED;
        let total = 0;
        for (const [hour, { count }] of this.hours) if (hour > oldest) total += count;
        return total;
    }

    private dropBefore(transaction: OrgTransaction, oldest: number): void {
        for (const [hour, { rowId }] of this.hours) {
            if (hour > oldest) continue;
            transaction.writeLasting(ASYNC_USAGE, rowId, [rowId], 'purged');
            this.hours.delete(hour);
        }
    }
}
