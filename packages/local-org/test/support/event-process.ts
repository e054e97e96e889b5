/**
 * A process that delivers the events of an org which is kept in a file, and says `delivered N` after each batch, until it is
 * killed or has nothing to do any more. Arguments: the file, and how many events a new org is given.
 */
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { EventOrg, publish, subscriberConfig } from './event-org.ts';

const [, , file = '', events = '0'] = process.argv;
const PER_SCRIPT = 50;

/** Each event leaves an entry and an event of its own, which leaves one as well. */
const TRIGGERS = [
    `trigger OrderTrigger on Order__e (after insert) {
        List<Entry__c> entries = new List<Entry__c>();
        List<Notice__e> notices = new List<Notice__e>();
        for (Order__e event : Trigger.new) {
            entries.add(new Entry__c(Name = 'order', Detail__c = event.ReplayId));
            notices.add(new Notice__e(Text__c = event.ReplayId));
        }
        insert entries;
        EventBus.publish(notices);
    }`,
    `trigger NoticeTrigger on Notice__e (after insert) {
        for (Notice__e event : Trigger.new) { insert new Entry__c(Name = 'notice', Detail__c = event.Text__c); }
    }`,
];

/** The org of the file, opened or begun. */
export function openEventOrg(path: string): EventOrg {
    return new EventOrg({
        triggers: TRIGGERS,
        scripts: { publish: publish('Order__e', 1, PER_SCRIPT) },
        metadata: {
            eventSubscriberConfigs: [
                subscriberConfig('OrderTrigger', { batchSize: '7' }),
                subscriberConfig('NoticeTrigger', { batchSize: '3' }),
            ],
        },
        org: { durability: new SqliteDurability(path) },
        jobs: { workers: 2 },
    });
}

if (import.meta.main) {
    const org = openEventOrg(file);
    while (org.org.events.log.after('Order__e', 0).length < Number(events)) org.run('publish');
    let batches = 0;
    org.jobs.onEvent = () => process.stdout.write(`delivered ${++batches}\n`);
    org.jobs.runDue();
    process.stdout.write('done\n');
}
