import type { EventTrigger } from '../../apex/apex-triggers.ts';
import type { NamedComponent } from '../../metadata/model.ts';
import { text, whole } from '../../metadata/xml.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { MAXIMUM_BATCH } from '../event-limits.ts';

/** How a trigger is run: as a PlatformEventSubscriberConfig says, or by default. */
export interface SubscriberConfig {
    readonly batchSize: number;
    /** Null: as Automated Process. */
    readonly username: string | null;
}

const DEFAULT: SubscriberConfig = { batchSize: MAXIMUM_BATCH, username: null };

export function subscriberConfig(schema: OrgSchema, trigger: EventTrigger): SubscriberConfig {
    for (const { namespace, eventSubscriberConfigs } of schema.packages) {
        if (namespace !== trigger.namespace) continue;
        const config = eventSubscriberConfigs.find((component) => configures(component, trigger.localName));
        if (config === undefined) continue;
        const batchSize = whole(config.content, 'batchSize') ?? MAXIMUM_BATCH;
        return {
            batchSize: Math.min(Math.max(batchSize, 1), MAXIMUM_BATCH),
            username: text(config.content, 'user') || null,
        };
    }
    return DEFAULT;
}

/** Undefined: there is no active user of that name. */
export function userIdOf(schema: OrgSchema, transaction: OrgTransaction, username: string): string | undefined {
    const object = schema.require('User');
    const [name, active] = [object.field('Username')?.slot ?? -1, object.field('IsActive')?.slot ?? -1];
    for (const row of transaction.scan(object)) {
        if (String(row[name]).toLowerCase() === username.toLowerCase() && row[active] === true) return row[0] as string;
    }
    return undefined;
}

function configures({ content }: NamedComponent, trigger: string): boolean {
    return text(content, 'platformEventConsumer')?.toLowerCase() === trigger.toLowerCase();
}
