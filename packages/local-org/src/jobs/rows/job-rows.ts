import type { ClassDescriptor, RuntimeType } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { RowValues, SystemRow, SystemRows } from './system-rows.ts';

export type JobType = 'Future' | 'ScheduledApex' | 'BatchApex' | 'BatchApexWorker' | 'Queueable';
export type JobStatus = 'Holding' | 'Queued' | 'Preparing' | 'Processing' | 'Aborted' | 'Completed' | 'Failed';

/** States after which nothing of a job runs any more. */
const TERMINAL: readonly string[] = ['Aborted', 'Completed', 'Failed'] satisfies JobStatus[];

/** Length of AsyncApexJob.ExtendedStatus. */
const EXTENDED_STATUS_LENGTH = 255;

export interface NewJob {
    readonly jobType: JobType;
    readonly status: JobStatus;
    readonly classId: string | null;
    readonly userId: string;
    readonly methodName?: string;
    readonly parentJobId?: string;
    readonly cronTriggerId?: string;
}

export function isTerminal(row: SystemRow): boolean {
    return TERMINAL.includes(row.text('Status') ?? '');
}

/** @returns the id of the AsyncApexJob */
export function insertJob(rows: SystemRows, transaction: OrgTransaction, job: NewJob): string {
    return rows.insert(transaction, 'AsyncApexJob', {
        JobType: job.jobType,
        Status: job.status,
        ApexClassId: job.classId,
        CreatedById: job.userId,
        CreatedDate: wholeSeconds(transaction),
        MethodName: job.methodName ?? null,
        ParentJobId: job.parentJobId ?? null,
        CronTriggerId: job.cronTriggerId ?? null,
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        NumberOfErrors: 0,
    });
}

export function setStatus(
    rows: SystemRows,
    transaction: OrgTransaction,
    jobId: string,
    status: JobStatus,
    more: RowValues = {},
): void {
    const ended = TERMINAL.includes(status) ? { CompletedDate: wholeSeconds(transaction) } : {};
    rows.update(transaction, 'AsyncApexJob', jobId, { Status: status, ...ended, ...more });
}

/** As the Apex Jobs page shows the first error of a job. */
export function extendedStatus(message: string): string {
    return `First error: ${message}`.slice(0, EXTENDED_STATUS_LENGTH);
}

/** Ids of classes by qualified name: the class of a job is the outermost one. */
export function classIdOf(rows: SystemRows, transaction: OrgTransaction, type: RuntimeType): string | null {
    const { namespace = '', outerName = null, simpleName = type.name } = type as Partial<ClassDescriptor>;
    const name = (outerName ?? simpleName).split('.')[0] as string;
    const object = rows.object('ApexClass');
    const nameSlot = object.field('Name')?.slot ?? -1;
    const namespaceSlot = object.field('NamespacePrefix')?.slot ?? -1;
    const found = transaction
        .rowsWith(object, nameSlot, name)
        ?.find((row) => String(row[namespaceSlot] ?? '').toLowerCase() === namespace.toLowerCase());
    return (found?.[0] ?? null) as string | null;
}

/** Datetimes are kept to the second. */
export function wholeSeconds(transaction: OrgTransaction): number {
    return Math.floor(transaction.now() / 1000) * 1000;
}
