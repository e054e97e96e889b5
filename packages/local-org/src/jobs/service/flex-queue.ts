import type { JobsService, Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { BatchDetails, BatchRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import type { JobContext } from './job-context.ts';

type Move = Parameters<JobsService['moveInFlexQueue']>[0];

/** Batch jobs that wait, the first to run first. */
export function flexQueue(transaction: OrgTransaction): BatchRecord[] {
    return (jobRecords.holding(transaction) as BatchRecord[]).sort(
        (left, right) => left.details.flexPosition - right.details.flexPosition || left.sequence - right.sequence,
    );
}

/**
 * `System.FlexQueue`: false where the order stays as it was, or a job does not wait any more.
 */
export function* moveInFlexQueue(
    context: JobContext,
    move: Move,
    jobId: string,
    otherJobId: string | null,
): Generator<Waiting, boolean, void> {
    const { transaction, org } = context;
    yield { kind: 'enqueue', detail: `FlexQueue.${move} ${jobId}` };
    const before = flexQueue(transaction);
    const moved = before.find((record) => record.jobId === jobId);
    const others = before.filter((record) => record.jobId !== jobId);
    if (moved === undefined) return false;
    const at = targetIndex(move, others, otherJobId);
    if (at === null || before.indexOf(moved) === at) return false;
    const details: BatchDetails = { ...moved.details, flexPosition: between(others[at - 1], others[at]) };
    jobRecords.save(transaction, { ...moved, details });
    org.sink.changed(transaction);
    return true;
}

function targetIndex(move: Move, others: readonly BatchRecord[], otherJobId: string | null): number | null {
    if (move === 'toFront') return 0;
    if (move === 'toEnd') return others.length;
    const other = others.findIndex((record) => record.jobId === otherJobId);
    if (other < 0) return null;
    return move === 'beforeJob' ? other : other + 1;
}

function between(left: BatchRecord | undefined, right: BatchRecord | undefined): number {
    const from = left?.details.flexPosition ?? (right?.details.flexPosition ?? 1) - 2;
    const to = right?.details.flexPosition ?? from + 2;
    return (from + to) / 2;
}
