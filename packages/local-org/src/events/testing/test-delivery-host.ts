import type { ApexSession } from '../../apex/apex-session.ts';
import type { JobHost, JobTransaction } from '../../jobs/run/job-host.ts';
import type { SystemRows } from '../../jobs/rows/system-rows.ts';
import type { LocalOrg, OpenTransaction } from '../../org.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { DeliveryHost } from '../delivery/delivery-host.ts';
import type { TriggerSubscription } from '../delivery/session-events.ts';

export interface TestDeliveryHostOptions {
    readonly org: LocalOrg;
    readonly rows: SystemRows;
    readonly jobs: Pick<JobHost, 'bookkeep' | 'open' | 'log'>;
    session(open: OpenTransaction, subscription: TriggerSubscription | null): ApexSession;
}

/** Event triggers of a test: parts of its transaction, each of which can be taken back by itself. */
export class TestDeliveryHost implements DeliveryHost {
    private readonly options: TestDeliveryHostOptions;

    constructor(options: TestDeliveryHostOptions) {
        this.options = options;
    }

    get rows(): SystemRows {
        return this.options.rows;
    }

    get automatedProcessId(): string {
        return this.options.org.ids.automatedProcessId;
    }

    schema(): OrgSchema {
        return this.options.org.schema;
    }

    bookkeep<T>(work: (transaction: OrgTransaction) => T): T {
        return this.options.jobs.bookkeep(work);
    }

    open(userId: string): JobTransaction {
        return this.options.jobs.open(userId);
    }

    session(open: OpenTransaction, subscription: TriggerSubscription | null): ApexSession {
        return this.options.session(open, subscription);
    }

    log(message: string): void {
        this.options.jobs.log(message);
    }

    /** The test fails with it. */
    defect(error: unknown): void {
        throw error;
    }
}
