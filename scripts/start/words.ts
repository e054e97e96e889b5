import type { JobReply, StepReport } from '@sw-studio/contract';
import type { DemoOrg } from './demo-org.ts';

export function stepLine({ name, status, examined, changed, failed, startedAt, endedAt }: StepReport): string {
    const seconds = ((Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000).toFixed(1);
    const counts = `${examined} examined, ${changed} changed, ${failed} failed`;
    return `  ${mark(status)} ${name.padEnd(26)} ${counts.padEnd(46)} ${Number.isNaN(Number(seconds)) ? '' : `${seconds} s`}`;
}

export function jobLines({ job, steps }: JobReply): string {
    const counts = `${job.recordsExamined} examined, ${job.recordsChanged} changed, ${job.recordsFailed} failed`;
    const lines = [
        `SW Apex Job ${job.name}: ${job.status}. ${counts}.`,
        `  Steps: ${job.stepsCompleted} completed, ${job.stepsPartiallyCompleted} in part, ${job.stepsFailed} failed, ` +
            `${job.stepsSkipped} skipped; ${job.apexJobs} Apex jobs.`,
    ];
    const errors = steps.steps.flatMap(({ name, errors: each }) => each.map(({ message }) => `  ${name}: ${message}`));
    return [...lines, ...(job.stopReason === undefined ? [] : [`  Stopped: ${job.stopReason}`]), ...errors].join('\n');
}

/** What to do next, in fewer than ten lines. */
export function farewell({ server, api }: DemoOrg): string {
    const { accessToken } = api.login;
    const page = new URLSearchParams({ sid: accessToken, retURL: `/lightning/n/${api.named('SW_Studio_Setup')}` });
    return [
        `The org stays up at ${server.url}, for this machine alone.`,
        `Setup page:  ${server.url}/secur/frontdoor.jsp?${page.toString()}`,
        `Log sf in:   SF_ACCESS_TOKEN='${accessToken}' npx sf org login access-token --no-prompt --alias studio --instance-url ${server.url}`,
        'Then try:    npx sw sync status --target-org studio',
        '             npx sw job list --target-org studio',
        `             npx sf data query --target-org studio --query "SELECT COUNT() FROM ${api.named('Prospect__c')}"`,
        'Stop with Ctrl+C; npm start goes on where it stopped.',
    ].join('\n');
}

function mark(status: string): string {
    if (status === 'Completed') return '✓';
    return status === 'Failed' ? '✗' : '!';
}
