import { current, type EnqueueOptions, freeze, type Waiting } from '@sw-studio/apex/runtime';
import type { QueueableDetails, QueueableRecord } from '../records/job-record.ts';
import { jobRecords } from '../records/job-records.ts';
import { classIdOf, insertJob } from '../rows/job-rows.ts';
import { jobException } from '../sentences.ts';
import { refuseBeyondAllocation } from './allocation.ts';
import { countJob } from './counting.ts';
import { jobType } from './interfaces.ts';
import type { JobContext } from './job-context.ts';

/** How often in a row a finalizer may enqueue after its parent failed (Apex guide, "Transaction Finalizers"). */
const MAXIMUM_RETRIES = 5;
/** Minutes (Apex Reference, "System.enqueueJob"). */
const MAXIMUM_DELAY = 10;
/** A test's chain ends after the first job, unless AsyncOptions say otherwise. */
const DEPTH_CAP_IN_TESTS = 1;

const NO_OPTIONS: EnqueueOptions = { delayMinutes: null, maximumStackDepth: null, duplicateSignature: null };

/** `System.enqueueJob`. */
export function* enqueueQueueable(
    context: JobContext,
    job: object,
    given: EnqueueOptions | null,
): Generator<Waiting, string, void> {
    const { org, transaction } = context;
    const type = jobType(job, 'System.Queueable');
    yield { kind: 'enqueue', detail: `enqueueJob ${type.name}` };
    org.sink.checkStart?.('System.enqueueJob', 'queueable');
    const options = given ?? NO_OPTIONS;
    countJob(context, 'QueueableJobs');
    refuseBeyondAllocation(org);
    const details = detailsOf(context, type.name, options);
    if (options.duplicateSignature !== null && jobRecords.hasSignature(transaction, options.duplicateSignature)) {
        throw jobException('duplicateSignature');
    }
    const state = freeze(job);
    const userId = current.transaction.user.id;
    const classId = classIdOf(org.rows, transaction, type);
    const jobId = insertJob(org.rows, transaction, { jobType: 'Queueable', status: 'Queued', classId, userId });
    const record: QueueableRecord = jobRecords.insert(transaction, {
        jobId,
        phase: 'run',
        dueAt: transaction.now() + delayOf(context, options),
        userId,
        signature: options.duplicateSignature,
        cronTriggerId: null,
        state,
        details,
    });
    org.sink.added(transaction, record);
    return jobId;
}

/** A child of a queueable goes on its chain; a finalizer, as every other hop, begins a new one. */
function detailsOf(context: JobContext, className: string, options: EnqueueOptions): QueueableDetails {
    const { org, queueable, caller } = context;
    const parent = caller === 'queueable' ? queueable : null;
    const depth = (parent?.depth ?? 0) + 1;
    const maximumDepth = options.maximumStackDepth ?? parent?.maximumDepth ?? null;
    const cap = maximumDepth ?? (org.testing ? DEPTH_CAP_IN_TESTS : org.options.depthCap);
    if (cap !== null && depth > cap) throw jobException('stackDepth');
    const { delayMinutes } = options;
    if (delayMinutes !== null && (delayMinutes < 0 || delayMinutes > MAXIMUM_DELAY)) {
        throw jobException('delayOutOfRange', delayMinutes);
    }
    return {
        kind: 'queueable',
        className,
        depth,
        maximumDepth,
        delayMinutes,
        retries: retriesOf(context),
        requestId: '',
        finalizer: null,
        failure: null,
    };
}

function retriesOf({ caller, queueable }: JobContext): number {
    if (caller !== 'finalizer' || queueable === null || queueable.failure === null) return 0;
    if (queueable.retries >= MAXIMUM_RETRIES) throw jobException('finalizerRetries');
    return queueable.retries + 1;
}

/** Milliseconds. A delay that is given, even none, counts instead of the org's own. */
function delayOf({ org }: JobContext, { delayMinutes }: EnqueueOptions): number {
    if (org.testing) return 0;
    return delayMinutes === null ? org.options.defaultDelaySeconds * 1000 : delayMinutes * 60_000;
}
