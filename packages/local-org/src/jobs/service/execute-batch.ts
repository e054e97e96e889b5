import { current, freeze, type FrozenState, type RuntimeType, type Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { CALLERS } from '../callers.ts';
import type { BatchDetails, BatchRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { classIdOf, insertJob, type JobStatus } from '../rows/job-rows.ts';
import { jobException } from '../sentences.ts';
import { refuseBeyondAllocation } from './allocation.ts';
import { countBatch } from './counting.ts';
import { hasInterface, jobType } from './interfaces.ts';
import type { JobContext, JobOrg } from './job-context.ts';

/** Records in a scope where nobody says otherwise. */
const DEFAULT_SCOPE = 200;

/** `Database.executeBatch`: the job waits in the flex queue until fewer than five are active. */
export function* executeBatch(
    context: JobContext,
    job: object,
    scope: number | null,
): Generator<Waiting, string, void> {
    const { org, transaction } = context;
    const type = jobType(job, 'Database.Batchable');
    yield { kind: 'enqueue', detail: `executeBatch ${type.name}` };
    if (!CALLERS[context.caller].executeBatch) throw jobException('executeBatchNotAllowed');
    org.sink.checkStart?.('Database.executeBatch', 'batch');
    if (scope !== null && scope <= 0) throw jobException('scopeSize', scope);
    countBatch(context);
    refuseBeyondAllocation(org);
    const { id: userId } = current.transaction.user;
    return addBatch(org, transaction, { type, state: freeze(job), userId, scopeSize: scope ?? DEFAULT_SCOPE }).jobId;
}

export interface NewBatch {
    readonly type: RuntimeType;
    readonly state: FrozenState;
    readonly userId: string;
    readonly scopeSize: number;
}

/** @throws System.AsyncException when the flex queue is full */
export function addBatch(
    org: JobOrg,
    transaction: OrgTransaction,
    { type, state, userId, scopeSize }: NewBatch,
): BatchRecord {
    const details = {
        className: type.name,
        scopeSize,
        stateful: hasInterface(type, 'Database.Stateful'),
        raisesEvents: hasInterface(type, 'Database.RaisesPlatformEvents'),
    };
    return insertBatch(org, transaction, { details, classId: classIdOf(org.rows, transaction, type), state, userId });
}

/** A batch job without a class: it takes a place in the queue and does nothing. */
export function addEmptyBatch(org: JobOrg, transaction: OrgTransaction, userId: string): BatchRecord {
    const details = { className: '', scopeSize: DEFAULT_SCOPE, stateful: false, raisesEvents: false };
    return insertBatch(org, transaction, { details, classId: null, state: null, userId });
}

interface BatchInsertion {
    readonly details: Pick<BatchDetails, 'className' | 'scopeSize' | 'stateful' | 'raisesEvents'>;
    readonly classId: string | null;
    readonly state: FrozenState | null;
    readonly userId: string;
}

function insertBatch(
    org: JobOrg,
    transaction: OrgTransaction,
    { details, classId, state, userId }: BatchInsertion,
): BatchRecord {
    const waiting = jobRecords.holding(transaction) as BatchRecord[];
    if (waiting.length >= org.options.flexQueueSize) throw jobException('flexQueueFull', org.organizationId);
    const status: JobStatus = 'Holding';
    const record: BatchRecord = jobRecords.insert<BatchDetails>(transaction, {
        jobId: insertJob(org.rows, transaction, { jobType: 'BatchApex', status, classId, userId }),
        phase: 'hold',
        dueAt: transaction.now(),
        userId,
        signature: null,
        cronTriggerId: null,
        state,
        details: {
            ...details,
            kind: 'batch',
            flexPosition: Math.max(0, ...waiting.map((each) => each.details.flexPosition)) + 1,
            total: 0,
            processed: 0,
            errors: 0,
            firstError: null,
            source: null,
            workers: [],
        },
    });
    org.sink.added(transaction, record);
    return record;
}
