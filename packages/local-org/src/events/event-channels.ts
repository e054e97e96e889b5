import { MetadataError } from '../metadata/metadata-error.ts';
import type { NamedComponent } from '../metadata/model.ts';
import { text } from '../metadata/xml.ts';
import { qualify } from '../schema/names.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';

/** What a client subscribes to. */
export interface EventChannel {
    /** `/event/Order__e`, `/data/AccountChangeEvent`, `/data/ChangeEvents`, `/data/Sales__chn`. */
    readonly path: string;
    /** API names of the events that it carries. */
    readonly topics: readonly string[];
    /** Objects whose read permission a subscriber needs. */
    readonly objects: readonly ObjectSchema[];
}

/** The standard channel: objects that are selected on the page "Change Data Capture". */
const STANDARD = 'ChangeEvents';

interface Member {
    readonly channel: string;
    readonly event: ObjectSchema;
}

/** The channels of an org: those of single events, the one of all change events, and custom ones. */
export class EventChannels {
    private readonly schema: OrgSchema;
    private readonly custom = new Map<string, string>();
    private readonly members: readonly Member[];
    /** API names of the objects whose changes are published, on whatever channel. */
    readonly captured: ReadonlySet<string>;

    /**
     * @param maximum objects that may be selected for change data capture
     * @throws MetadataError for a member that the org cannot have
     */
    constructor(schema: OrgSchema, maximum: number) {
        this.schema = schema;
        for (const { namespace, eventChannels } of schema.packages) {
            for (const { name } of eventChannels) {
                const full = qualify(name, namespace);
                this.custom.set(full.toLowerCase(), full);
            }
        }
        this.members = schema.packages.flatMap(({ namespace, eventChannelMembers }) =>
            eventChannelMembers.map((component) => this.member(component, namespace)),
        );
        this.captured = new Set(this.members.flatMap(({ event }) => event.parentObject ?? []));
        if (this.captured.size > maximum) {
            const found = `${this.captured.size} objects are selected for change data capture`;
            throw new MetadataError('INVALID_VALUE', 'PlatformEventChannelMember', `${found}, ${maximum} are allowed`);
        }
    }

    /** Whether triggers and the standard channels get the event: change events of objects that are selected there. */
    isStandard(topic: string): boolean {
        const event = this.schema.object(topic);
        if (event?.kind !== 'changeEvent') return true;
        return this.members.some((member) => member.channel === STANDARD && member.event === event);
    }

    /** Undefined: there is no such channel. @param namespace of whoever asks; names of its own need no prefix */
    find(path: string, namespace: string): EventChannel | undefined {
        const [, kind = '', name = ''] = /^\/(event|data)\/(\w+)$/.exec(path) ?? [];
        if (kind === 'data' && name === STANDARD) return this.channelOf(path, STANDARD);
        const custom = this.custom.get(qualify(name, namespace).toLowerCase()) ?? this.custom.get(name.toLowerCase());
        if (custom !== undefined) return this.channelOf(`/${kind}/${custom}`, custom);
        const object = this.schema.object(name, namespace);
        if (object?.kind !== (kind === 'event' ? 'platformEvent' : 'changeEvent')) return undefined;
        const topics = this.isStandard(object.name) ? [object.name] : [];
        return { path: `/${kind}/${object.name}`, topics, objects: [this.recordObject(object)] };
    }

    private channelOf(path: string, channel: string): EventChannel {
        const events = this.members.filter((member) => member.channel === channel).map(({ event }) => event);
        return { path, topics: events.map(({ name }) => name), objects: events.map((each) => this.recordObject(each)) };
    }

    /** Permissions on change events are those on the records. */
    private recordObject(event: ObjectSchema): ObjectSchema {
        return (event.parentObject !== null && this.schema.object(event.parentObject)) || event;
    }

    private member({ name, content }: NamedComponent, namespace: string): Member {
        const given = text(content, 'eventChannel') ?? '';
        const channel = given === STANDARD ? STANDARD : this.custom.get(qualify(given, namespace).toLowerCase());
        const selected = text(content, 'selectedEntity') ?? '';
        const event = this.schema.object(selected, namespace);
        const refuse = (reason: string): never => {
            throw new MetadataError('INVALID_VALUE', name, reason);
        };
        if (channel === undefined) return refuse(`There is no platform event channel ${given}`);
        if (event === undefined || (event.kind !== 'changeEvent' && event.kind !== 'platformEvent')) {
            return refuse(`${selected} is neither a change event nor a platform event`);
        }
        if (content['filterExpression'] !== undefined) return refuse('Filter expressions are not supported');
        if (content['enrichedFields'] !== undefined) return refuse('Enriched fields are not supported');
        return { channel, event };
    }
}
