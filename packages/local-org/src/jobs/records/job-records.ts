import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { JOB_RECORD } from '../../schema/internal-objects.ts';
import { type JobDetails, type JobPhase, type JobRecord, recordOfRow, rowOfRecord } from './job-record.ts';

const SIGNATURE = JOB_RECORD.field('Signature')?.slot as number;
const CRON_TRIGGER = JOB_RECORD.field('CronTriggerId')?.slot as number;
const PHASE = JOB_RECORD.field('Phase')?.slot as number;
const JOB = JOB_RECORD.field('JobId')?.slot as number;

/** Auto number of the order of arrival, of events too. */
export const SEQUENCE = 'LocalJobRecord.Sequence';

/** The engine's own rows as one transaction sees them. */
export const jobRecords = {
    insert<D extends JobDetails>(
        transaction: OrgTransaction,
        values: Omit<JobRecord<D>, 'id' | 'sequence' | 'outcome'>,
    ): JobRecord<D> {
        const record: JobRecord<D> = {
            ...values,
            outcome: null,
            id: transaction.store.ids.next(JOB_RECORD.keyPrefix as string),
            sequence: transaction.store.autoNumbers.next(SEQUENCE, 1),
        };
        transaction.writeLasting(JOB_RECORD, record.id, rowOfRecord(record));
        return record;
    },

    save(transaction: OrgTransaction, record: JobRecord): void {
        transaction.writeLasting(JOB_RECORD, record.id, rowOfRecord(record));
    },

    remove(transaction: OrgTransaction, record: JobRecord): void {
        transaction.writeLasting(JOB_RECORD, record.id, rowOfRecord(record), 'purged');
    },

    find(transaction: OrgTransaction, id: string): JobRecord | undefined {
        const row = transaction.row(JOB_RECORD, id);
        return row && recordOfRow(row);
    },

    ofJob(transaction: OrgTransaction, jobId: string): JobRecord | undefined {
        return transaction.rowsWith(JOB_RECORD, JOB, jobId)?.map(recordOfRow)[0];
    },

    ofSchedule(transaction: OrgTransaction, cronTriggerId: string): JobRecord | undefined {
        return transaction.rowsWith(JOB_RECORD, CRON_TRIGGER, cronTriggerId)?.map(recordOfRow)[0];
    },

    /** Batch jobs in the flex queue, in order of arrival. */
    holding(transaction: OrgTransaction): JobRecord[] {
        return (transaction.rowsWith(JOB_RECORD, PHASE, 'hold') ?? []).map(recordOfRow);
    },

    /** How many batch jobs are queued or run. */
    active(transaction: OrgTransaction): number {
        const phases: readonly JobPhase[] = ['start', 'execute', 'finish'];
        return phases.reduce((sum, phase) => sum + (transaction.rowsWith(JOB_RECORD, PHASE, phase)?.length ?? 0), 0);
    },

    /** Whether a job waits with this signature; the index ignores case, signatures do not. */
    hasSignature(transaction: OrgTransaction, signature: string): boolean {
        return (
            transaction.rowsWith(JOB_RECORD, SIGNATURE, signature)?.some((row) => row[SIGNATURE] === signature) ?? false
        );
    },

    *all(transaction: OrgTransaction): Generator<JobRecord> {
        for (const row of transaction.scan(JOB_RECORD)) yield recordOfRow(row);
    },
};
