import { setTimeout as wait } from 'node:timers/promises';
import type { JobReply, JobsReply, JobSummary, StepReport } from '@sw-studio/contract';
import type { LocalOrgServer } from '@sw-studio/local-org';
import { type OrgApi, OrgRefusal } from './org-api.ts';

const MINUTE = 60_000;
/** How far the clock is moved at most until a cycle has ended: more than the longest gap between two of them. */
const LONGEST = 180 * MINUTE;
const BETWEEN_LOOKS = 150;

const WORKING: ReadonlySet<string> = new Set(['Running', 'Waiting', 'Queued']);

/**
 * Turns the sync on, moves the clock until a cycle has ended, and tells of each step when it ends.
 *
 * @throws Error where no cycle ends
 */
export async function runCycle(
    server: LocalOrgServer,
    api: OrgApi,
    onStep: (step: StepReport) => void,
): Promise<JobReply> {
    const before = (await newestJob(api))?.id;
    await turnOn(api);
    const told = new Set<string>();
    let moved = 0;
    while (moved < LONGEST) {
        const moving = { done: false };
        const move = server.advance(MINUTE).finally(() => (moving.done = true));
        while (!moving.done) {
            await Promise.race([move, wait(BETWEEN_LOOKS)]);
            await tellSteps(api, before, told, onStep);
        }
        await move;
        moved += MINUTE;
        const reply = await tellSteps(api, before, told, onStep);
        if (reply !== null && !WORKING.has(reply.job.status)) return reply;
    }
    throw new Error(`No cycle ended within ${LONGEST / MINUTE} minutes of the org's clock.`);
}

/** A sync that is on already runs its next cycle now. */
async function turnOn(api: OrgApi): Promise<void> {
    try {
        await api.sync('POST', '/Sync/v1/StartSync');
    } catch (error) {
        if (!(error instanceof OrgRefusal) || error.errorCode !== 'SYNC_ALREADY_RUNNING') throw error;
        await api.sync('POST', '/Sync/v1/RunNow');
    }
}

async function newestJob(api: OrgApi): Promise<JobSummary | undefined> {
    const { jobs } = await api.sync<JobsReply>('GET', '/Sync/v1/Jobs?limit=1');
    return jobs[0];
}

async function tellSteps(
    api: OrgApi,
    before: string | undefined,
    told: Set<string>,
    onStep: (step: StepReport) => void,
): Promise<JobReply | null> {
    const job = await newestJob(api);
    if (job === undefined || job.id === before) return null;
    const reply = await api.sync<JobReply>('GET', `/Sync/v1/Job?id=${job.id}`);
    for (const step of reply.steps.steps) {
        if (step.endedAt === undefined || told.has(step.name)) continue;
        told.add(step.name);
        onStep(step);
    }
    return reply;
}
