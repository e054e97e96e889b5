/**
 * A process that runs, in real time and several at once, jobs that call out, of an org which is kept in a file, until it
 * is killed or has nothing to do any more. Arguments: the file, how many jobs a new org is given, and the address.
 */
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { JobOrg } from './job-org.ts';
import { remoteSite } from './web-server.ts';

const [, , file = '', jobs = '0', address = ''] = process.argv;

const calling = (
    url: string,
): string => `public class Calling implements Queueable, Finalizer, Database.AllowsCallouts {
    private Integer place;
    public Calling(Integer place) { this.place = place; }
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        HttpRequest request = new HttpRequest();
        request.setEndpoint('${url}/' + place);
        request.setMethod('POST');
        HttpResponse response = new Http().send(request);
        Entry__c counter = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'counter' FOR UPDATE];
        counter.Count__c += 1;
        update counter;
        insert new Entry__c(Name = 'job', Key__c = 'job ' + response.getBody());
    }
    public void execute(FinalizerContext context) {
        insert new Entry__c(Name = 'finalizer', Key__c = 'finalizer ' + place);
    }
    public static void enqueue(Integer first) {
        for (Integer place = first; place < first + 50; place++) { System.enqueueJob(new Calling(place)); }
    }
}`;

/** Jobs that are on their way at once. */
export const WORKERS = 8;

/** The org of the file, opened or begun. */
export function openCallingOrg(path: string, url: string): JobOrg {
    return new JobOrg({
        classes: [calling(url)],
        scripts: {
            begin: `insert new Entry__c(Name = 'counter', Key__c = 'counter', Count__c = 0);`,
            enqueue: `Calling.enqueue(50 * ([SELECT COUNT() FROM AsyncApexJob] / 50));`,
        },
        metadata: remoteSite(url),
        org: { durability: new SqliteDurability(path) },
        jobs: { workers: WORKERS, interleaved: true },
    });
}

if (import.meta.main) {
    const org = openCallingOrg(file, address);
    if (org.count('SELECT Id FROM Entry__c') === 0) {
        org.run('begin');
        for (let enqueued = 0; enqueued < Number(jobs); enqueued += 50) org.run('enqueue');
    }
    await new LiveRuntime({ runtime: org.runtime }).runDue();
}
