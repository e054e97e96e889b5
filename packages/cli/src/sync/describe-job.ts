import type { JobReply, JobSummary, StepReport } from '@sw-studio/contract';
import type { Style } from '../output/style.ts';
import { renderTable, type Column } from '../output/table.ts';
import { orgTime } from '../output/org-time.ts';
import { count } from '../output/text.ts';
import { duration, relativeTime } from '../output/time.ts';
import { jobStatusWords, jobWords, paintJobStatus } from './job-status.ts';
import { timelineBars } from './timeline.ts';

interface Look {
    now: number;
    style: Style;
    width: number;
}

/** Cycles as a table, newest first. */
export function describeJobs(jobs: readonly JobSummary[], { now: machineNow, style, width }: Look): string[] {
    const now = orgTime(
        machineNow,
        jobs.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]),
    );
    const columns: Column<JobSummary>[] = [
        { title: 'Job', value: ({ name }) => name },
        {
            title: 'Status',
            value: ({ status }) => jobStatusWords(status),
            paint: (text, { status }) => paintJobStatus(status, style, text),
        },
        { title: 'Started', value: ({ startedAt }) => (startedAt === undefined ? '' : relativeTime(startedAt, now)) },
        {
            title: 'Took',
            value: (job) => (job.endedAt === undefined ? '' : tookOf(job, now)),
            align: 'right',
        },
        { title: 'By', value: ({ startedBy }) => startedBy ?? '' },
        { title: 'Examined', value: ({ recordsExamined }) => String(recordsExamined), align: 'right' },
        { title: 'Changed', value: ({ recordsChanged }) => String(recordsChanged), align: 'right' },
        {
            title: 'Failed',
            value: ({ recordsFailed }) => String(recordsFailed),
            align: 'right',
            paint: (text, { recordsFailed }) => (recordsFailed > 0 ? style.bad(text) : text),
        },
        { title: 'Problem', value: (job) => job.stopReason ?? firstLine(job.errorSummary), least: 12 },
    ];
    return renderTable(jobs, columns, { width, style });
}

/** One cycle: what it did, then its steps along time, then what went wrong in each. */
export function describeJob({ job, steps }: JobReply, { now: machineNow, style, width }: Look): string[] {
    const happened = [job, ...steps.steps].flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]);
    const now = orgTime(machineNow, happened);
    const lines = [`${style.strong(job.name)}  ${paintJobStatus(job.status, style)}  ${jobWords(job)}`];
    const begun = job.startedAt === undefined ? 'not begun' : `begun ${relativeTime(job.startedAt, now)}`;
    const took = job.endedAt === undefined ? '' : `, took ${tookOf(job, now)}`;
    const by = job.startedBy === undefined ? '' : ` by ${job.startedBy}`;
    lines.push(`${begun}${by}${took}; ${count(job.apexJobs, 'Apex job')}; cycle ${job.cycleId}`);
    if (job.stopReason !== undefined)
        lines.push(style.bad(`stopped: ${job.stopReason} ${job.stopDetail ?? ''}`.trim()));
    lines.push('', ...describeSteps(steps.steps, { now, style, width }));
    if (steps.skipped.length > 0) {
        lines.push('', 'Skipped:');
        for (const { name, reason, message } of steps.skipped) lines.push(`  ${name}: ${message} (${reason})`);
    }
    const failing = steps.steps.filter(({ errors }) => errors.length > 0);
    if (failing.length > 0) lines.push('', 'Errors:', ...failing.flatMap((step) => describeErrors(step)));
    if (steps.cut !== undefined) lines.push('', style.warning(steps.cut));
    return lines;
}

function describeSteps(steps: readonly StepReport[], { now, style, width }: Look): string[] {
    const bars = timelineBars(steps, now);
    const columns: Column<StepReport>[] = [
        { title: 'Step', value: ({ name, counted }) => (counted ? name : `(${name})`) },
        {
            title: 'Status',
            value: ({ status }) => jobStatusWords(status),
            paint: (text, { status }) => paintJobStatus(status, style, text),
        },
        {
            title: 'Timeline',
            value: (step) => bars.get(step) ?? '',
            paint: (text, { status }) => paintJobStatus(status, style, text),
        },
        { title: 'Took', value: (step) => tookOf(step, now), align: 'right' },
        { title: 'Examined', value: ({ examined }) => String(examined), align: 'right' },
        { title: 'Changed', value: ({ changed }) => String(changed), align: 'right' },
        {
            title: 'Failed',
            value: ({ failed }) => String(failed),
            align: 'right',
            paint: (text, { failed }) => (failed > 0 ? style.bad(text) : text),
        },
    ];
    return renderTable(steps, columns, { width, style });
}

function tookOf({ startedAt, endedAt }: Pick<StepReport, 'startedAt' | 'endedAt'>, now: number): string {
    if (startedAt === undefined) return '';
    const end = endedAt === undefined ? now : Date.parse(endedAt);
    return duration(Math.max(0, (end - Date.parse(startedAt)) / 1000));
}

function describeErrors({ name, errors, errorsLeftOut }: StepReport): string[] {
    const lines = errors.map(({ code, message, count: times, record }) => {
        const where = record === undefined ? '' : `, first at ${record}`;
        return `  ${name}: ${message} (${code}, ${count(times, 'time')}${where})`;
    });
    if (errorsLeftOut > 0) lines.push(`  ${name}: ${count(errorsLeftOut, 'more error')} not listed`);
    return lines;
}

function firstLine(text: string | undefined): string {
    return text?.split('\n')[0] ?? '';
}
