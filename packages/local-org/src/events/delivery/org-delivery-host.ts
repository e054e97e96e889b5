import type { ApexRuntime } from '../../apex/apex-runtime.ts';
import type { ApexSession } from '../../apex/apex-session.ts';
import { SYNCHRONOUS_LIMITS } from '../../apex/transaction-limits.ts';
import type { JobHost, JobTransaction } from '../../jobs/run/job-host.ts';
import type { SystemRows } from '../../jobs/rows/system-rows.ts';
import type { OpenTransaction } from '../../org.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { DeliveryHost } from './delivery-host.ts';
import { SessionEvents, type TriggerSubscription } from './session-events.ts';

/** Event triggers of an org: each batch has a transaction of its own, with the limits of synchronous Apex. */
export class OrgDeliveryHost implements DeliveryHost {
    readonly rows: SystemRows;
    private readonly runtime: ApexRuntime;
    private readonly jobs: Pick<JobHost, 'bookkeep' | 'open' | 'log' | 'defect'>;

    /** @param jobs where the other asynchronous Apex of the org runs */
    constructor(runtime: ApexRuntime, rows: SystemRows, jobs: OrgDeliveryHost['jobs']) {
        this.runtime = runtime;
        this.rows = rows;
        this.jobs = jobs;
    }

    get automatedProcessId(): string {
        return this.runtime.org.ids.automatedProcessId;
    }

    schema(): OrgSchema {
        return this.runtime.org.schema;
    }

    bookkeep<T>(work: (transaction: OrgTransaction) => T): T {
        return this.jobs.bookkeep(work);
    }

    open(userId: string): JobTransaction {
        return this.jobs.open(userId);
    }

    session(open: OpenTransaction, subscription: TriggerSubscription | null): ApexSession {
        const quiddity = subscription === null ? 'PLATFORM_EVENT_PUBLISH_CALLBACK' : 'SYNCHRONOUS';
        const session = this.runtime.session(open, { limits: SYNCHRONOUS_LIMITS, request: { quiddity } });
        session.provide('events', new SessionEvents(this.runtime.org.events, subscription));
        return session;
    }

    log(message: string): void {
        this.jobs.log(message);
    }

    defect(error: unknown): void {
        this.jobs.defect(error);
    }
}
