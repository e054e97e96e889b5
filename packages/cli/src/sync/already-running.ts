import type { JobSummary, SyncStatus } from '@sw-studio/contract';
import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';
import { relativeTime } from '../output/time.ts';
import { timeOfStatus } from './describe-status.ts';

const messages = Messages.load('sync.restart');

/** The refusal of a restart, told with what runs and what would restart it all the same. */
export function alreadyRunning(status: SyncStatus, forced: string, now: number, cause: unknown): CliError {
    return new CliError('SYNC_ALREADY_RUNNING', `${whatRuns(status, now)} ${messages.get('error.unchanged')}`, {
        remedies: [messages.get('error.running.force', forced), messages.get('error.running.wait')],
        cause,
        data: status,
    });
}

/** What the sync does, since when and in which cycle. */
export function whatRuns(status: SyncStatus, machineNow: number): string {
    const { sync, lastExecution } = status;
    const now = timeOfStatus(status, machineNow);
    const job = 'id' in lastExecution ? (lastExecution as JobSummary) : undefined;
    if (sync.running === 'Running') {
        const name = job?.endedAt === undefined ? job?.name : undefined;
        const since = job?.endedAt === undefined ? job?.startedAt : undefined;
        return messages.get(
            'error.running.cycle',
            name ?? sync.cycleId ?? '',
            since === undefined ? '' : messages.get('error.running.since', relativeTime(since, now)),
            sync.currentStep === undefined ? '' : messages.get('error.running.step', sync.currentStep),
        );
    }
    if (sync.nextDue !== undefined) return messages.get('error.running.waiting', relativeTime(sync.nextDue, now));
    return messages.get('error.running.on');
}
