import type { AsyncJob, JobSummary, ScheduledJob, SyncHealth, SyncStatus } from '@sw-studio/contract';
import type { Style } from '../output/style.ts';
import { orgTime } from '../output/org-time.ts';
import { count } from '../output/text.ts';
import { duration, relativeTime, span } from '../output/time.ts';
import { jobWords, paintJobStatus } from './job-status.ts';

const HEALTH_WORDS: Readonly<Record<SyncHealth, string>> = {
    OFF: 'off',
    HEALTHY: 'healthy',
    AT_RISK: 'at risk',
    PAUSED: 'paused',
    DEAD: 'dead',
};

interface Look {
    now: number;
    style: Style;
}

/** The status for people, one fact a line. */
export function describeStatus(status: SyncStatus, { now: machineNow, style }: Look): string[] {
    const now = timeOfStatus(status, machineNow);
    const { sync, queue, lastExecution, scheduledWatcher, scheduledRunner } = status;
    const facts: [string, string][] = [['Sync', state(status, style)]];
    if (sync.reason !== undefined) {
        facts.push(['Reason', `${sync.reason.message} (${sync.reason.code})`]);
        if (sync.reason.remedy !== undefined) facts.push(['Remedy', sync.reason.remedy]);
    }
    facts.push(['Now', activity(status, now)]);
    facts.push(['Last cycle', 'id' in lastExecution ? cycle(lastExecution as JobSummary, { now, style }) : 'none yet']);
    if ('id' in scheduledRunner) facts.push(['Runner', timer(scheduledRunner as ScheduledJob, now)]);
    facts.push(['Watcher', 'id' in scheduledWatcher ? timer(scheduledWatcher as ScheduledJob, now) : 'not scheduled']);
    if (sync.syncUser !== undefined) {
        const { username, active } = sync.syncUser;
        facts.push(['Sync user', active ? username : `${username} ${style.bad('(inactive)')}`]);
    }
    facts.push(['Queue', backlog(queue, style)]);
    const width = Math.max(...facts.map(([name]) => name.length));
    return facts.map(([name, value]) => `${style.faint(name.padEnd(width))}  ${value}`);
}

/** Now, as the org that answered has it. */
export function timeOfStatus({ sync, lastExecution, asyncQueued }: SyncStatus, machineNow: number): number {
    const { startedAt, endedAt } = lastExecution as Partial<JobSummary>;
    const { createdAt } = asyncQueued as Partial<AsyncJob>;
    return orgTime(machineNow, [sync.heartbeat, sync.lastCycleEndedAt, startedAt, endedAt, createdAt]);
}

/** One sentence of the status, for logs that get a line at each change. */
export function summarizeStatus({ sync, queue, asyncQueued }: SyncStatus): string {
    const step = sync.currentStep ?? ('className' in asyncQueued ? asyncQueued.className : undefined);
    const doing = step === undefined ? sync.running.toLowerCase() : `${sync.running.toLowerCase()} ${step}`;
    const reason = sync.reason === undefined ? '' : ` (${sync.reason.code})`;
    return `${sync.desired.toLowerCase()}, ${HEALTH_WORDS[sync.health]}${reason}, ${doing}; queue ${queue.pending}/${queue.retrying}/${queue.dead}`;
}

function state(status: SyncStatus, style: Style): string {
    const { desired, health: of } = status.sync;
    return of === 'OFF' ? 'off' : `${desired.toLowerCase()}, ${health(status, style)}`;
}

function health({ sync }: SyncStatus, style: Style): string {
    const words = HEALTH_WORDS[sync.health];
    switch (sync.health) {
        case 'HEALTHY':
            return style.good(words);
        case 'DEAD':
            return style.bad(words);
        case 'AT_RISK':
        case 'PAUSED':
            return style.warning(words);
        default:
            return words;
    }
}

function activity({ sync, asyncQueued }: SyncStatus, now: number): string {
    if (sync.running === 'Running') {
        const step = sync.currentStep ?? 'a step';
        const job = 'className' in asyncQueued ? `, ${asyncQueued.className} ${asyncQueued.status?.toLowerCase()}` : '';
        const heartbeat =
            sync.heartbeat === undefined ? '' : `, last sign of life ${relativeTime(sync.heartbeat, now)}`;
        return `a cycle runs: ${step}${job}${heartbeat}`;
    }
    if (sync.nextDue !== undefined && sync.desired === 'ON') {
        return `${sync.running.toLowerCase()}, the next cycle is due ${relativeTime(sync.nextDue, now)}`;
    }
    return sync.running.toLowerCase();
}

function cycle(job: JobSummary, { now, style }: Look): string {
    const time = job.endedAt ?? job.startedAt;
    const parts = [`${job.name} ${paintJobStatus(job.status, style)}`];
    if (time !== undefined) parts.push(` ${relativeTime(time, now)}`);
    if (job.startedAt !== undefined && job.endedAt !== undefined) {
        parts.push(`, took ${duration((Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000)}`);
    }
    parts.push(`: ${jobWords(job)}`);
    return parts.join('');
}

function timer({ state, nextFireTime, owner }: ScheduledJob, now: number): string {
    const as = owner === undefined ? '' : ` as ${owner}`;
    return `${relativeTime(nextFireTime, now)}${as}${state === 'WAITING' ? '' : ` (${state})`}`;
}

function backlog({ pending, retrying, dead, oldestAgeSeconds }: SyncStatus['queue'], style: Style): string {
    const parts = [`${count(pending, 'row')} pending`, `${retrying} retrying`];
    parts.push(dead === 0 ? '0 dead' : style.bad(`${dead} dead`));
    return parts.join(', ') + (oldestAgeSeconds > 0 ? `; the oldest waits for ${span(oldestAgeSeconds)}` : '');
}
