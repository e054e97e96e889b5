import { BatchableContext, freeze, type FrozenState, thaw, type Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { Caller } from '../callers.ts';
import { batchScopes } from '../records/batch-scopes.ts';
import type { BatchDetails, BatchRecord } from '../records/job-record.ts';
import { extendedStatus } from '../rows/job-rows.ts';
import { jobException } from '../sentences.ts';
import type { JobContext } from '../service/job-context.ts';
import { attempt, type Attempt } from './attempt.ts';
import { keepItems, rowsOfStart, scopeList } from './batch-source.ts';
import { addWorkers, endWorkers, workerOf } from './batch-workers.ts';
import { callApex } from './call-apex.ts';
import { refusalOf } from './callout-declaration.ts';
import { exceptionOf, messageOf } from './failure.ts';
import { endJob, failedValues, finalValues } from './job-end.ts';
import type { BatchError, JobHost } from './job-host.ts';
import { newRequestId } from './request-id.ts';

/** Runs the next transaction of a batch: start, one scope, or finish. @returns what ended it; null: it succeeded */
export function runBatchPhase(host: JobHost, record: BatchRecord): Generator<Waiting, unknown, void> {
    if (record.phase === 'start') return runStart(host, record);
    return record.phase === 'execute' ? runExecute(host, record) : runFinish(host, record);
}

/** All scopes are written down with the outcome of `start`; a start that fails ends the job. */
function* runStart(host: JobHost, record: BatchRecord): Generator<Waiting, unknown, void> {
    let details = record.details;
    let state = record.state;
    const { error, context } = yield* runPiece(host, record, 'batchStart', {
        *work(context, job) {
            const { session, transaction } = context;
            const key = 'start$database_batchablecontext';
            const returned = yield* callApex(session, job, key, new BatchableContext(record.jobId, null));
            const { source, items, scopeSize } = yield* rowsOfStart(session, returned, details.scopeSize);
            const total = Math.ceil(items.length / scopeSize);
            if (host.org.testing && total > 1) throw jobException('moreThanOneExecute');
            // start was one execution; the scopes and finish are still to come
            if (host.org.sink.executions() + total + 1 > host.org.options.dailyExecutions) {
                throw jobException('dailyAllocation');
            }
            for (let position = 0; position < total; position++) {
                const scope = items.slice(position * scopeSize, (position + 1) * scopeSize);
                batchScopes.insert(transaction, record.jobId, position, keepItems(source, scope));
            }
            const workers =
                source.kind === 'query' ? addWorkers(host, transaction, record, items.length, scopeSize) : [];
            details = { ...details, source, total, workers };
            state = keptState(record, job);
        },
        complete: (transaction) => goOn(host, transaction, { ...record, details, state }),
    });
    if (error !== null) {
        host.bookkeep((transaction) => {
            report(host, transaction, record, context, { error, phase: 'START', scopeIds: [] });
            endJob(host, transaction, record, failedValues(transaction, error), null);
        });
    }
    return error;
}

/** A scope that fails is rolled back and counted; the next one is executed all the same. */
function* runExecute(host: JobHost, record: BatchRecord): Generator<Waiting, unknown, void> {
    const { details, jobId } = record;
    const position = details.processed;
    let state = record.state;
    let scopeIds: readonly string[] = [];
    const { error, context } = yield* runPiece(host, record, 'batchExecute', {
        *work({ session, transaction }, job) {
            const items = batchScopes.find(transaction, jobId, position);
            if (items === undefined || details.source === null)
                throw new Error(`Scope ${position} of ${jobId} is gone.`);
            if (Array.isArray(items)) scopeIds = items as readonly string[];
            const list = scopeList(session.options.open, details.source, items);
            const context = new BatchableContext(jobId, workerOf(details, position));
            yield* callApex(session, job, 'execute$database_batchablecontext$list_object', context, list);
            state = keptState(record, job);
        },
        complete(transaction) {
            batchScopes.remove(transaction, jobId, position);
            goOn(host, transaction, { ...record, state, details: { ...details, processed: position + 1 } });
        },
    });
    if (error !== null) {
        host.bookkeep((transaction) => {
            report(host, transaction, record, context, { error, phase: 'EXECUTE', scopeIds });
            batchScopes.remove(transaction, jobId, position);
            goOn(host, transaction, { ...record, details: { ...failed(details, error), processed: position + 1 } });
        });
    }
    return error;
}

/** The end of the job: `Completed` even where every scope failed. */
function* runFinish(host: JobHost, record: BatchRecord): Generator<Waiting, unknown, void> {
    const end = (transaction: OrgTransaction, error: unknown): void => {
        endWorkers(host, transaction, record.details, 'Completed');
        const details = error === null ? record.details : failed(record.details, error);
        const counts = countsOf(details);
        const values = finalValues(transaction, error === null ? 'Completed' : 'Failed', counts);
        endJob(host, transaction, record, values, null);
    };
    const { error, context } = yield* runPiece(host, record, 'batchFinish', {
        *work({ session }, job) {
            const key = 'finish$database_batchablecontext';
            yield* callApex(session, job, key, new BatchableContext(record.jobId, null));
        },
        complete: (transaction) => end(transaction, null),
    });
    if (error !== null) {
        host.bookkeep((transaction) => {
            report(host, transaction, record, context, { error, phase: 'FINISH', scopeIds: [] });
            end(transaction, error);
        });
    }
    return error;
}

interface Piece {
    work(context: JobContext, job: object): Generator<Waiting, void, void>;
    complete(transaction: OrgTransaction): void;
}

function runPiece(host: JobHost, record: BatchRecord, caller: Caller, piece: Piece): Generator<Waiting, Attempt, void> {
    return attempt(host, {
        userId: record.userId,
        caller,
        requestId: newRequestId(() => host.random()),
        *work(context) {
            const job = thaw(record.state as FrozenState) as object;
            context.session.calloutRefusal = refusalOf(job);
            yield* piece.work(context, job);
        },
        complete: (transaction) => piece.complete(transaction),
    });
}

/** Only `Database.Stateful` keeps what a transaction changed in the job's fields. */
function keptState(record: BatchRecord, job: object): FrozenState | null {
    return record.details.stateful ? freeze(job) : record.state;
}

/** The row and the record of a batch whose next piece is due; nothing follows for a job that was aborted meanwhile. */
function goOn(host: JobHost, transaction: OrgTransaction, record: BatchRecord): void {
    const { details } = record;
    const phase = details.processed < details.total ? 'execute' : 'finish';
    endWorkers(host, transaction, details);
    const values = { Status: 'Processing', ...countsOf(details) };
    endJob(host, transaction, record, values, { ...record, phase, dueAt: transaction.now() });
}

function countsOf({ total, processed, errors, firstError }: BatchDetails) {
    return {
        TotalJobItems: total,
        JobItemsProcessed: processed,
        NumberOfErrors: errors,
        ExtendedStatus: firstError === null ? null : extendedStatus(firstError),
    };
}

function failed(details: BatchDetails, error: unknown): BatchDetails {
    return { ...details, errors: details.errors + 1, firstError: details.firstError ?? messageOf(error) };
}

function report(
    host: JobHost,
    transaction: OrgTransaction,
    { jobId, details, userId }: BatchRecord,
    { session }: JobContext,
    { error, phase, scopeIds }: Pick<BatchError, 'phase' | 'scopeIds'> & { readonly error: unknown },
): void {
    if (!details.raisesEvents) return;
    const exception = exceptionOf(error);
    host.batchFailed(transaction, {
        jobId,
        scopeIds,
        exceptionType: exception?.gettypename$() ?? 'System.UnexpectedException',
        message: messageOf(error),
        stackTrace: exception?.getstacktracestring$() ?? '',
        phase,
        requestId: session.options.request.requestId ?? '',
        userId,
    });
}
