import { JobOrg, type JobOrgOptions, type PlainRow } from './job-org.ts';

/** Publishes events with the numbers first to last, in one call. */
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

/** The jobs project, with rows of subscribers at hand. */
export class EventOrg extends JobOrg {
    constructor(options: JobOrgOptions = {}) {
        super(options);
    }

    /** Runs scripts, each as a request of its own, and then everything that is due. */
    runAll(...scripts: readonly string[]): void {
        for (const script of scripts) this.run(script);
        this.jobs.runDue();
    }

    subscriber(): PlainRow {
        const [row] = this.rows(
            'SELECT Name, Topic, Type, Status, Position, Tip, Retries, LastError FROM EventBusSubscriber',
        );
        return row ?? {};
    }
}
