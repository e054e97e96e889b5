import { newApexException, type Waiting } from '@sw-studio/apex/runtime';
import { RowLockedError } from '../../transaction/lock-errors.ts';
import { jobRecords } from '../records/job-records.ts';
import type { JobRecord } from '../records/job-record.ts';
import { isTerminal, setStatus } from '../rows/job-rows.ts';
import { removeSchedule } from '../rows/schedule-rows.ts';
import { jobException } from '../sentences.ts';
import type { JobContext } from './job-context.ts';

/**
 * `System.abortJob`: a schedule by its CronTrigger, anything else by its AsyncApexJob. What runs at the moment runs to its
 * end; nothing of the job starts after it.
 *
 * @throws System.StringException for jobs that are over, and for the AsyncApexJob of a schedule
 */
export function* abortJob(context: JobContext, id: string): Generator<Waiting, void, void> {
    const { org, transaction, session } = context;
    yield { kind: 'enqueue', detail: `abortJob ${id}` };
    session.limits.count('DmlStatements');
    const isSchedule = id.startsWith(org.rows.object('CronTrigger').keyPrefix ?? '08e');
    yield* lockForApex(context, id);
    const record = isSchedule ? abortSchedule(context, id) : abortable(context, id);
    if (!isSchedule) setStatus(org.rows, transaction, id, 'Aborted');
    if (record !== undefined) {
        if (isSchedule && record.phase === 'run') setStatus(org.rows, transaction, record.jobId, 'Aborted');
        jobRecords.remove(transaction, record);
    }
    org.sink.changed(transaction);
}

/** @returns the next fire; undefined: there was none to come */
function abortSchedule({ org, transaction }: JobContext, cronTriggerId: string): JobRecord | undefined {
    if (org.rows.find(transaction, 'CronTrigger', cronTriggerId) === undefined) throw jobException('abortUnknown');
    const record = jobRecords.ofSchedule(transaction, cronTriggerId);
    removeSchedule(org.rows, transaction, cronTriggerId);
    return record;
}

/** @returns what the job would do next; the engine itself drops the record of one that runs */
function abortable({ org, transaction }: JobContext, jobId: string): JobRecord | undefined {
    const row = org.rows.find(transaction, 'AsyncApexJob', jobId);
    if (row === undefined || isTerminal(row)) throw jobException('abortUnknown');
    if (row.text('JobType') === 'ScheduledApex') throw jobException('abortOnlyBatch');
    const waits = row.text('Status') === 'Queued' || row.text('Status') === 'Holding';
    return waits ? jobRecords.ofJob(transaction, jobId) : undefined;
}

function* lockForApex({ transaction }: JobContext, id: string): Generator<Waiting, void, void> {
    try {
        yield* transaction.lock(id, 'abortJob');
    } catch (error) {
        if (!(error instanceof RowLockedError)) throw error;
        throw newApexException(
            'System.AsyncException',
            'UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record',
        );
    }
}
