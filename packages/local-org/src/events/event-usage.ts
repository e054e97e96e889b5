import { EVENT_USAGE } from '../schema/internal-objects.ts';
import type { Store } from '../store/store.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

const HOUR = 3_600_000;
const HOURS_COUNTED = 24;

interface Bucket {
    readonly rowId: string;
    published: number;
    delivered: number;
}

/**
 * How many events were published and delivered, hour by hour. Counts are written with the next events that are published:
 * deliveries alone write nothing, so those of the last moments before a crash may be missing from the count.
 */
export class EventUsage {
    private readonly store: Store;
    private readonly hours = new Map<number, Bucket>();

    constructor(store: Store) {
        this.store = store;
    }

    /** Reads what was counted before. */
    reload(): void {
        this.hours.clear();
        for (const [rowId, hour, published, delivered] of this.store.table(EVENT_USAGE).scan(null)) {
            const bucket = { rowId: rowId as string, published: published as number, delivered: delivered as number };
            this.hours.set(hour as number, bucket);
        }
    }

    /** To be called while the transaction commits: nobody else writes the row meanwhile. */
    countPublished(transaction: OrgTransaction, count: number): void {
        const hour = Math.floor(transaction.now() / HOUR);
        const bucket = this.bucketOf(hour);
        bucket.published += count;
        const { rowId, published, delivered } = bucket;
        transaction.writeLasting(EVENT_USAGE, rowId, [rowId, hour, published, delivered]);
        this.dropBefore(transaction, hour - HOURS_COUNTED);
    }

    /** @param now epoch milliseconds */
    countDelivered(now: number, count: number): void {
        this.bucketOf(Math.floor(now / HOUR)).delivered += count;
    }

    publishedThisHour(now: number): number {
        return this.hours.get(Math.floor(now / HOUR))?.published ?? 0;
    }

    deliveredInDay(now: number): number {
        const oldest = Math.floor(now / HOUR) - HOURS_COUNTED;
        let total = 0;
        for (const [hour, { delivered }] of this.hours) if (hour > oldest) total += delivered;
        return total;
    }

    private bucketOf(hour: number): Bucket {
        let bucket = this.hours.get(hour);
        if (bucket === undefined) {
            const rowId = this.store.ids.next(EVENT_USAGE.keyPrefix as string);
            this.hours.set(hour, (bucket = { rowId, published: 0, delivered: 0 }));
        }
        return bucket;
    }

    private dropBefore(transaction: OrgTransaction, oldest: number): void {
        for (const [hour, { rowId }] of this.hours) {
            if (hour > oldest) continue;
            transaction.writeLasting(EVENT_USAGE, rowId, [rowId], 'purged');
            this.hours.delete(hour);
        }
    }
}
