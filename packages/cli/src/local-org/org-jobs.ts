import { type OrgConnection, query, type QueryRecord } from '@sw-studio/org-client';
import { type Column, renderTable } from '../output/table.ts';
import type { Style } from '../output/style.ts';

interface Look {
    width: number;
    style: Style;
}

const SCHEDULED =
    'SELECT Id, CronJobDetail.Name, State, CronExpression, NextFireTime, PreviousFireTime, TimesTriggered ' +
    'FROM CronTrigger ORDER BY NextFireTime';
const ASYNCHRONOUS =
    'SELECT Id, JobType, ApexClass.Name, Status, CreatedDate, CompletedDate, NumberOfErrors, ExtendedStatus ' +
    'FROM AsyncApexJob ORDER BY CreatedDate DESC, Id DESC LIMIT ';

/** Scheduled jobs by when they fire, and asynchronous ones, newest first. */
export async function readJobs(
    connection: OrgConnection,
    limit: number,
): Promise<{ scheduled: QueryRecord[]; asynchronous: QueryRecord[] }> {
    const scheduled = await query(connection, SCHEDULED);
    const asynchronous = await query(connection, `${ASYNCHRONOUS}${limit}`);
    return { scheduled: scheduled.records, asynchronous: asynchronous.records };
}

export function describeScheduledJobs(jobs: readonly QueryRecord[], look: Look): string[] {
    const columns: Column<QueryRecord>[] = [
        { title: 'Name', value: (job) => parentName(job['CronJobDetail']), least: 16 },
        { title: 'State', value: (job) => text(job['State']) },
        { title: 'Next', value: (job) => text(job['NextFireTime']) },
        { title: 'Fired', value: (job) => text(job['TimesTriggered']), align: 'right' },
        { title: 'Expression', value: (job) => text(job['CronExpression']), least: 8 },
    ];
    return renderTable(jobs, columns, look);
}

export function describeAsyncJobs(jobs: readonly QueryRecord[], look: Look): string[] {
    const columns: Column<QueryRecord>[] = [
        { title: 'Class', value: (job) => parentName(job['ApexClass']), least: 16 },
        { title: 'Kind', value: (job) => text(job['JobType']) },
        {
            title: 'Status',
            value: (job) => text(job['Status']),
            paint: (shown, job) =>
                ['Failed', 'Aborted'].includes(text(job['Status'])) ? look.style.bad(shown) : shown,
        },
        { title: 'Created', value: (job) => text(job['CreatedDate']) },
        { title: 'Problem', value: (job) => text(job['ExtendedStatus']), least: 12 },
    ];
    return renderTable(jobs, columns, look);
}

function text(value: unknown): string {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : '';
}

function parentName(parent: unknown): string {
    return text((parent as { Name?: unknown } | null)?.Name);
}
