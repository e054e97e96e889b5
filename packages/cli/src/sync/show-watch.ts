import type { SyncStatus } from '@sw-studio/contract';
import type { OrgError, StudioApi } from '@sw-studio/org-client';
import { Messages } from '../messages.ts';
import { LiveView } from '../output/live-view.ts';
import type { Style } from '../output/style.ts';
import { span } from '../output/time.ts';
import { describeStatus, summarizeStatus } from './describe-status.ts';
import { watchStatus } from './watch-status.ts';

const messages = Messages.load('sync.status');

interface ShowWatchOptions {
    studio: StudioApi;
    json: boolean;
    style: Style;
    intervalMs: number;
}

/** Shows the status until Ctrl-C: drawn in place in a terminal, else a line at each change. */
export async function showWatch({
    studio,
    json,
    style,
    intervalMs,
}: ShowWatchOptions): Promise<SyncStatus | undefined> {
    const view = new LiveView(process.stdout);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const heading = style.faint(messages.get('watching', studio.connection.login.name));
    let lines: string[] = [];
    return watchStatus({
        read: () => studio.status(),
        onStatus: (status) => {
            lines = describeStatus(status, { now: Date.now(), style });
            if (json) view.show([JSON.stringify(status)], JSON.stringify(status));
            else if (process.stdout.isTTY) view.show([...lines, '', heading], summarizeStatus(status));
            else view.show([`${new Date().toISOString()} ${summarizeStatus(status)}`], summarizeStatus(status));
        },
        onFailure: (failure: OrgError, since) => {
            const waited = span((Date.now() - since) / 1000);
            const notice = messages.get('unreachable', failure.message, waited);
            if (json) view.show([JSON.stringify({ error: failure.code, message: failure.message })], failure.code);
            else if (process.stdout.isTTY) view.show([...lines, '', style.warning(notice)], failure.code);
            else view.show([`${new Date().toISOString()} ${failure.message}`], failure.code);
        },
        intervalMs,
        signal: stop.signal,
    });
}
