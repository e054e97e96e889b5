import { ApexProgram } from '../../src/apex/apex-program.ts';
import { ApexRuntime } from '../../src/apex/apex-runtime.ts';
import type { NamedComponent } from '../../src/metadata/model.ts';
import { ApexSchema } from '../../src/schema/apex-schema.ts';
import { JobOrg, jobPackage, type JobOrgOptions, type PlainRow } from './job-org.ts';

/** Apex: publishes events with the numbers first to last, in one call. */
export function publish(object: string, first: number, last = first): string {
    return `List<${object}> events = new List<${object}>();
        for (Integer n = ${first}; n <= ${last}; n++) { events.add(new ${object}(Number__c = n, Text__c = 'event ' + n)); }
        EventBus.publish(events);`;
}

/** A trigger that writes the numbers of each batch into the journal, in one line. */
export const JOURNAL_TRIGGER = `trigger OrderTrigger on Order__e (after insert) {
    List<String> numbers = new List<String>();
    for (Order__e event : Trigger.new) { numbers.add(String.valueOf(event.Number__c)); }
    insert new Entry__c(Detail__c = String.join(numbers, ' '));
}`;

/** A PlatformEventSubscriberConfig of a trigger. */
export function subscriberConfig(trigger: string, content: Readonly<Record<string, string>>): NamedComponent {
    const name = `${trigger}Config`;
    return { name, label: name, content: { platformEventConsumer: trigger, ...content } };
}

/** The selection of an event for a channel. */
export function channelMember(eventChannel: string, selectedEntity: string): NamedComponent {
    const name = `${eventChannel}_${selectedEntity}`;
    return { name, label: name, content: { eventChannel, selectedEntity } };
}

/** The jobs project, with rows of subscribers at hand. */
export class EventOrg extends JobOrg {
    /** Runs scripts, each as a request of its own, and then everything that is due. */
    runAll(...scripts: readonly string[]): void {
        for (const script of scripts) this.run(script);
        this.jobs.runDue();
    }

    /** The row of the only event trigger. */
    subscriber(): PlainRow {
        const query = 'SELECT Name, Topic, Type, Status, Position, Tip, Retries, LastError FROM EventBusSubscriber';
        return this.rows(query)[0] ?? {};
    }

    /** The same org with other Apex deployed into it. */
    redeployed(options: JobOrgOptions): EventOrg {
        const source = jobPackage(options);
        this.org.deploy([source]);
        const program = new ApexProgram(source, this.org.schema, new ApexSchema(this.org.schema, 'en_US'), {
            cacheFolder: null,
            skipErrors: false,
            coverage: false,
            generators: false,
        });
        const runtime = new ApexRuntime({ org: this.org, program, clock: this.clock });
        return Object.assign(Object.create(EventOrg.prototype), this, { program, runtime }) as EventOrg;
    }
}
