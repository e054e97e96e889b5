import type { EventsReply, EventStatus, QueuedEvent, QueueStatsReply } from '@sw-studio/contract';
import { Messages } from '../messages.ts';
import { type Column, renderTable } from '../output/table.ts';
import type { Style } from '../output/style.ts';
import { orgTime } from '../output/org-time.ts';
import { count } from '../output/text.ts';
import { relativeTime, span } from '../output/time.ts';

const messages = Messages.load('queue');

interface Look {
    now: number;
    style: Style;
    width: number;
}

/** The backlog as a whole, then by handler and state. */
export function describeStats({ queue, handlers, retention }: QueueStatsReply, { style, width }: Look): string[] {
    const { pending, retrying, dead, oldestAgeSeconds } = queue;
    const oldest = oldestAgeSeconds > 0 ? messages.get('stats.oldest', span(oldestAgeSeconds)) : '';
    const lines = [messages.get('stats.counts', count(pending, 'row'), retrying, dead) + oldest];
    const removable = retention.tooOld + retention.tooMany;
    if (removable > 0) lines.push(style.warning(messages.get('stats.retention', count(removable, 'dead row'))));
    if (handlers.length === 0) return lines;
    type Handler = (typeof handlers)[number];
    const columns: Column<Handler>[] = [
        { title: 'Handler', value: ({ handler }) => handler, least: 12 },
        {
            title: 'Status',
            value: ({ status }) => status,
            paint: (text, { status }) => paintStatus(status, text, style),
        },
        { title: 'Rows', value: (each) => String(each.count), align: 'right' },
        { title: 'Oldest', value: (each) => span(each.oldestAgeSeconds), align: 'right' },
    ];
    return [...lines, '', ...renderTable(handlers, columns, { width, style })];
}

export function describeEvents({ events }: EventsReply, { now: machineNow, style, width }: Look): string[] {
    const now = orgTime(
        machineNow,
        events.flatMap(({ createdAt, lastAttemptAt }) => [createdAt, lastAttemptAt]),
    );
    const columns: Column<QueuedEvent>[] = [
        { title: 'Event', value: ({ name }) => name },
        {
            title: 'Status',
            value: ({ status }) => status,
            paint: (text, { status }) => paintStatus(status, text, style),
        },
        { title: 'Record', value: ({ objectName, recordId }) => `${objectName} ${recordId}`, least: 18 },
        { title: 'Change', value: ({ operation }) => operation },
        { title: 'Created', value: ({ createdAt }) => relativeTime(createdAt, now) },
        { title: 'Tries', value: ({ attempts }) => String(attempts), align: 'right' },
        {
            title: 'Next',
            value: ({ nextAttemptAt }) => (nextAttemptAt === undefined ? '' : relativeTime(nextAttemptAt, now)),
        },
        { title: 'Error', value: ({ errorCode, error }) => [errorCode, error].filter(Boolean).join(': '), least: 12 },
    ];
    return renderTable(events, columns, { width, style });
}

function paintStatus(status: EventStatus, text: string, style: Style): string {
    switch (status) {
        case 'Dead':
            return style.bad(text);
        case 'Retrying':
            return style.warning(text);
        case 'Processing':
            return style.active(text);
        default:
            return text;
    }
}
