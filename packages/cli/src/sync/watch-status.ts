import { setTimeout as sleep } from 'node:timers/promises';
import type { SyncStatus } from '@sw-studio/contract';
import { OrgError } from '@sw-studio/org-client';

/** After these the org may come back; every other failure ends the watch, because nothing changes by waiting. */
const PASSING = new Set(['ORG_UNREACHABLE', 'CONNECTION_CUT', 'ORG_TIMEOUT', 'ORG_ERROR', 'MALFORMED_ANSWER']);

export interface WatchOptions {
    read: () => Promise<SyncStatus>;
    /** Called with each answer, and with the failure while the org does not answer. */
    onStatus: (status: SyncStatus) => void;
    onFailure: (failure: OrgError, since: number) => void;
    intervalMs: number;
    signal: AbortSignal;
    now?: () => number;
    wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Reads the status again and again until the signal comes; an org that restarts is waited for.
 *
 * @returns the last status, undefined where none came
 * @throws OrgError where waiting would not help
 */
export async function watchStatus(options: WatchOptions): Promise<SyncStatus | undefined> {
    const { read, onStatus, onFailure, intervalMs, signal, now = Date.now, wait = pause } = options;
    let last: SyncStatus | undefined;
    let failingSince: number | undefined;
    while (!signal.aborted) {
        try {
            last = await read();
            failingSince = undefined;
            if (!signal.aborted) onStatus(last);
        } catch (thrown) {
            if (!(thrown instanceof OrgError) || !PASSING.has(thrown.code)) throw thrown;
            failingSince ??= now();
            onFailure(thrown, failingSince);
        }
        await wait(intervalMs, signal);
    }
    return last;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
