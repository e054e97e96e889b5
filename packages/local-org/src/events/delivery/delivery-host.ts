import type { ApexSession } from '../../apex/apex-session.ts';
import type { JobTransaction } from '../../jobs/run/job-host.ts';
import type { SystemRows } from '../../jobs/rows/system-rows.ts';
import type { OpenTransaction } from '../../org.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { TriggerSubscription } from './session-events.ts';

/** Where event triggers and publish callbacks run: transactions of their own in an org, parts of the test's in a test. */
export interface DeliveryHost {
    readonly rows: SystemRows;
    readonly automatedProcessId: string;
    schema(): OrgSchema;
    /** Changes the engine's own rows, committed when `work` returns. */
    bookkeep<T>(work: (transaction: OrgTransaction) => T): T;
    open(userId: string): JobTransaction;
    /** @param subscription null: a callback */
    session(open: OpenTransaction, subscription: TriggerSubscription | null): ApexSession;
    /** What only a log sees: an exception that a trigger did not catch. */
    log(message: string): void;
    /** An error that is no Apex situation: a defect of the local org. */
    defect(error: unknown): void;
}
