import type { ApexFrame, DmlFailure, FrozenState } from '@sw-studio/apex/runtime';
import type { StoredRow } from '../../store/stored-row.ts';
import type { RowValues } from '../rows/system-rows.ts';

/** What a finalizer is told of the exception that ended its parent. */
export interface FrozenFailure {
    readonly exception: FrozenState;
    readonly frames: readonly ApexFrame[];
    readonly failures: readonly Omit<DmlFailure, 'tokens'>[];
}

export interface QueueableDetails {
    readonly kind: 'queueable';
    /** Qualified Apex name, for people. */
    readonly className: string;
    /** 1 for the first job of a chain. */
    readonly depth: number;
    /** As AsyncOptions said; null: the edition's. */
    readonly maximumDepth: number | null;
    readonly delayMinutes: number | null;
    /** How often in a row a finalizer enqueued it again after a failure. */
    readonly retries: number;
    readonly requestId: string;
    /** Attached by the run that has ended, and still to be run. */
    readonly finalizer: FrozenState | null;
    /** null: the run succeeded. */
    readonly failure: FrozenFailure | null;
}

export interface FutureDetails {
    readonly kind: 'future';
    readonly className: string;
    readonly methodKey: string;
    readonly methodName: string;
}

/** The next fire of a schedule. */
export interface ScheduledDetails {
    readonly kind: 'scheduled';
    readonly className: string;
    readonly cronTriggerId: string;
    /** Of `System.scheduleBatch`; null: a schedulable. */
    readonly batchScope: number | null;
}

export interface BatchDetails {
    readonly kind: 'batch';
    readonly className: string;
    readonly scopeSize: number;
    /** `Database.Stateful`. */
    readonly stateful: boolean;
    /** `Database.RaisesPlatformEvents`. */
    readonly raisesEvents: boolean;
    /** Order in the flex queue; those that were moved have a fraction. */
    readonly flexPosition: number;
    readonly total: number;
    readonly processed: number;
    readonly errors: number;
    readonly firstError: string | null;
    /** What `start` returned: rows of a query by id, or anything else. */
    readonly source: BatchSource | null;
    /** BatchApexWorker rows, one per 10,000 records. */
    readonly workers: readonly { readonly id: string; readonly lastPosition: number }[];
}

export type BatchSource =
    | {
          readonly kind: 'query';
          readonly text: string;
          /** Of the code that wrote the query. */
          readonly namespace: string;
          readonly binds: FrozenState;
          readonly userMode: boolean;
      }
    | { readonly kind: 'items'; readonly elementType: string };

export type JobDetails = QueueableDetails | FutureDetails | ScheduledDetails | BatchDetails;
export type JobKind = JobDetails['kind'];

/**
 * What is to be done next: `run` queueables, futures and schedules; `hold` in the flex queue, then `start`, `execute` and
 * `finish` batches; `finalize` after a queueable; `settle` where work is done and only the public row still says otherwise;
 * `linger` for a schedule that has fired for the last time and is still to be seen.
 */
export type JobPhase = 'run' | 'hold' | 'start' | 'execute' | 'finish' | 'finalize' | 'settle' | 'linger';

export interface JobRecord<D extends JobDetails = JobDetails> {
    readonly id: string;
    /** The AsyncApexJob. */
    readonly jobId: string;
    readonly phase: JobPhase;
    /** Epoch milliseconds. */
    readonly dueAt: number;
    /** Order of arrival. */
    readonly sequence: number;
    /** Who enqueued it, and as whom it runs. */
    readonly userId: string;
    /** null: none, or the job was dequeued. */
    readonly signature: string | null;
    readonly cronTriggerId: string | null;
    /** The job object as it was when it was enqueued. */
    readonly state: FrozenState | null;
    /** Values that the public row is still to be given; null: none. */
    readonly outcome: RowValues | null;
    readonly details: D;
}

export type BatchRecord = JobRecord<BatchDetails>;
export type QueueableRecord = JobRecord<QueueableDetails>;
export type ScheduledRecord = JobRecord<ScheduledDetails>;
export type FutureRecord = JobRecord<FutureDetails>;

/** By slot, as JOB_RECORD declares them. */
export function rowOfRecord(record: JobRecord): StoredRow {
    const { id, jobId, details, phase, dueAt, sequence, userId, signature, cronTriggerId, state, outcome } = record;
    return [
        id,
        jobId,
        details.kind,
        phase,
        dueAt,
        sequence,
        userId,
        signature,
        cronTriggerId,
        state === null ? null : JSON.stringify(state),
        outcome === null ? null : JSON.stringify(outcome),
        JSON.stringify(details),
    ];
}

export function recordOfRow(row: StoredRow): JobRecord {
    const [id, jobId, , phase, dueAt, sequence, userId, signature, cronTriggerId, state, outcome, details] = row;
    return {
        id: id as string,
        jobId: jobId as string,
        phase: phase as JobPhase,
        dueAt: dueAt as number,
        sequence: sequence as number,
        userId: userId as string,
        signature: (signature ?? null) as string | null,
        cronTriggerId: (cronTriggerId ?? null) as string | null,
        state: state == null ? null : (JSON.parse(state as string) as FrozenState),
        outcome: outcome == null ? null : (JSON.parse(outcome as string) as RowValues),
        details: JSON.parse(details as string) as JobDetails,
    };
}
