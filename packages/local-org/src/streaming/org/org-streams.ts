import { SObject, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../apex/apex-session.ts';
import { SubscriptionError } from '../../events/subscriptions/subscription-error.ts';
import { isSystemTopic } from '../../events/subscriptions/system-topics.ts';
import type { LocalOrg } from '../../org.ts';
import { toApexValue } from '../../rows/apex-value.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type {
    OpenOutcome,
    OpenRequest,
    PublishOutcome,
    PublishRequest,
    StreamEvent,
    StreamUser,
    TakeRequest,
    TopicDescription,
} from '../stream-gateway.ts';
import { avroSchemaOf } from './avro-schema.ts';
import { storedValue } from './event-message.ts';
import { eventStream, type OrgStream, systemStream } from './org-stream.ts';

type Work<T> = (session: ApexSession) => Generator<Waiting, T, void>;

export interface OrgStreamsOptions {
    readonly org: LocalOrg;
    /** Who a token stands for; null: nobody who may use the API. */
    userOf(token: string): string | null;
    /** A transaction of an API request: committed when `work` returns. */
    transact<T>(userId: string, work: Work<T>): Promise<T>;
    /** A subscription has more to take. */
    available(subscriptionId: number): void;
}

/** The org's side of the streaming services: the verbs of `StreamGateway`, in the thread of the org. */
export class OrgStreams {
    private readonly options: OrgStreamsOptions;
    private readonly open = new Map<number, OrgStream>();
    private lastId = 0;

    constructor(options: OrgStreamsOptions) {
        this.options = options;
    }

    /** By the names under which the listening thread calls them. */
    get commands(): Readonly<Record<string, (argument: never) => unknown>> {
        return {
            'streams.authenticate': (token: string) => this.authenticate(token),
            'streams.open': (request: OpenRequest) => this.subscribe(request),
            'streams.take': (request: TakeRequest) => this.take(request),
            'streams.close': (subscriptionId: number) => this.close(subscriptionId),
            'streams.topic': (request: Omit<OpenRequest, 'replayFrom'>) => this.topic(request),
            'streams.schema': (schemaId: string) => this.schema(schemaId),
            'streams.publish': (request: PublishRequest) => this.publish(request),
        };
    }

    private authenticate(token: string): StreamUser | null {
        const userId = this.options.userOf(token);
        if (userId === null) return null;
        const { ids, events } = this.options.org;
        return { userId, organizationId: ids.organizationId, maximumClients: events.limits.streamingClients };
    }

    private subscribe({ userId, channel, replayFrom }: OpenRequest): OpenOutcome {
        const { org, available } = this.options;
        const subscriptionId = ++this.lastId;
        const moreToTake = (): void => available(subscriptionId);
        try {
            const stream = isSystemTopic(channel)
                ? systemStream(org.events.systemTopics, channel, replayFrom, moreToTake)
                : this.eventStream({ userId, channel, replayFrom }, moreToTake);
            this.open.set(subscriptionId, stream);
            return { kind: 'open', subscriptionId, position: stream.position };
        } catch (error) {
            if (!(error instanceof SubscriptionError)) throw error;
            return { kind: 'refused', code: error.code, message: error.message };
        }
    }

    private take({ subscriptionId, limit, format }: TakeRequest): StreamEvent[] {
        return this.open.get(subscriptionId)?.take(limit, format) ?? [];
    }

    private eventStream({ userId, channel, replayFrom }: OpenRequest, moreToTake: () => void): OrgStream {
        const { org } = this.options;
        const subscription = org.events.openSubscription(channel, { userId, replayFrom });
        subscription.onAvailable = moreToTake;
        return eventStream(subscription, () => org.schema);
    }

    private close(subscriptionId: number): void {
        this.open.get(subscriptionId)?.close();
        this.open.delete(subscriptionId);
    }

    private topic({ userId, channel }: Omit<OpenRequest, 'replayFrom'>): TopicDescription | null {
        const { org } = this.options;
        const object = this.eventObject(channel);
        if (object === undefined) {
            const known = org.events.channels.find(channel, org.options.namespace) !== undefined;
            return known ? { schemaId: '', canPublish: false, canSubscribe: true } : null;
        }
        const { access } = org.openTransaction({ userId });
        return {
            schemaId: avroSchemaOf(object).id,
            canPublish: object.kind === 'platformEvent' && object.createable && access.object(object, 'CREATABLE'),
            canSubscribe: access.object(object, 'READABLE'),
        };
    }

    private schema(schemaId: string): string | null {
        for (const object of this.options.org.schema.objects()) {
            if (object.kind !== 'platformEvent' && object.kind !== 'changeEvent') continue;
            const schema = avroSchemaOf(object);
            if (schema.id === schemaId) return schema.json;
        }
        return null;
    }

    /** @throws Error when the channel is no event that the user may publish */
    private async publish({ userId, channel, events }: PublishRequest): Promise<PublishOutcome[]> {
        const { org, transact } = this.options;
        const object = this.eventObject(channel);
        if (object === undefined || this.topic({ userId, channel })?.canPublish !== true) {
            throw new Error(`${channel} is no event that the user may publish.`);
        }
        const before = org.events.log.tip;
        const outcomes = await transact(userId, ({ open }) =>
            open.database.publish(
                events.map((values) => recordOf(object, values)),
                'system',
            ),
        );
        const replayIds = new Map(
            org.events.log.after(object.name, before).map(({ uuid, replayId }) => [uuid, replayId]),
        );
        return outcomes.map(({ eventUuid, errors }) => ({
            replayId: (eventUuid !== undefined && replayIds.get(eventUuid)) || null,
            error: errors[0]?.message ?? null,
        }));
    }

    /** Of `/event/Order__e` and `/data/AccountChangeEvent`; channels of several events have no schema. */
    private eventObject(channel: string): ObjectSchema | undefined {
        const { org } = this.options;
        const name = /^\/(?:event|data)\/(\w+)$/.exec(channel)?.[1] ?? '';
        const object = org.object(name);
        const kind = channel.startsWith('/event/') ? 'platformEvent' : 'changeEvent';
        return object?.kind === kind ? object : undefined;
    }
}

function recordOf(object: ObjectSchema, values: Readonly<Record<string, unknown>>): SObject {
    const record = new SObject(object);
    for (const field of object.fields) {
        if (!field.createable || field.slot === 0) continue;
        const value = storedValue(field, values[field.name]);
        if (value !== null) record.values[field.slot] = toApexValue(field, value);
    }
    return record;
}
