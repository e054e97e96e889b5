import type { SystemTopics } from '../../events/subscriptions/system-topics.ts';
import type { Subscription } from '../../events/subscriptions/subscription.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { StreamEvent, TakeRequest } from '../stream-gateway.ts';
import { eventMessage } from './event-message.ts';

/** One client's place in the events of a channel. */
export interface OrgStream {
    readonly position: number;
    take(limit: number, format: TakeRequest['format']): StreamEvent[];
    close(): void;
}

export function eventStream(subscription: Subscription, schema: () => OrgSchema): OrgStream {
    return {
        position: subscription.position,
        close: () => subscription.close(),
        // An event whose definition was deleted has nothing left that could be told.
        take: (limit, format) =>
            subscription.take(limit).flatMap((event) => {
                const object = schema().object(event.topic);
                return object === undefined ? [] : eventMessage(object, event, format);
            }),
    };
}

/** @param replayFrom as of a subscription: an id that is gone starts with what is there */
export function systemStream(
    topics: SystemTopics,
    channel: string,
    replayFrom: number,
    available: () => void,
): OrgStream {
    let position = replayFrom === -1 ? topics.tip : Math.max(0, replayFrom);
    return {
        position,
        close: topics.onAnnounced(available),
        take(limit) {
            const announcements = topics.after(channel, position, limit);
            position = announcements.at(-1)?.replayId ?? position;
            return announcements.map(({ replayId, type, recordId, at }) => ({
                replayId,
                uuid: '',
                schemaId: '',
                kind: 'announcement',
                payload: {
                    event: { type, createdDate: new Date(at).toISOString(), replayId },
                    sobject: { Id: recordId },
                },
            }));
        },
    };
}
