/**
 * A process that runs the jobs of an org which is kept in a file, until it is killed or has nothing to do any more; it says
 * `now` when the time to kill it has come. Arguments: the file, how many jobs a new org is given, and after how many pieces.
 */
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { JobOrg } from './job-org.ts';

const [, , file = '', jobs = '0', pieces = '0'] = process.argv;

export const COUNTED = `public class Counted implements Queueable, Finalizer {
    private Integer place;
    public Counted(Integer place) { this.place = place; }
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        Entry__c counter = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = 'counter' FOR UPDATE];
        counter.Count__c += 1;
        update counter;
        insert new Entry__c(Name = 'job', Key__c = 'job ' + place);
    }
    public void execute(FinalizerContext context) {
        insert new Entry__c(Name = 'finalizer', Key__c = 'finalizer ' + place);
    }
    public static void enqueue(Integer first) {
        for (Integer place = first; place < first + 50; place++) { System.enqueueJob(new Counted(place)); }
    }
}`;

/** The org of the file, opened or begun. */
export function openJobOrg(path: string): JobOrg {
    return new JobOrg({
        classes: [COUNTED],
        scripts: {
            begin: `insert new Entry__c(Name = 'counter', Key__c = 'counter', Count__c = 0);`,
            enqueue: `Counted.enqueue(50 * ([SELECT COUNT() FROM AsyncApexJob] / 50));`,
        },
        org: { durability: new SqliteDurability(path) },
        jobs: { workers: 3 },
    });
}

if (import.meta.main) {
    const org = openJobOrg(file);
    if (org.count('SELECT Id FROM Entry__c') === 0) {
        org.run('begin');
        for (let enqueued = 0; enqueued < Number(jobs); enqueued += 50) org.run('enqueue');
    }
    const pause = new Int32Array(new SharedArrayBuffer(4));
    let committed = 0;
    org.jobs.onEvent = () => {
        if (++committed === Number(pieces)) process.stdout.write('now\n');
        // Slowly from here: the signal shall find it on its way.
        if (committed >= Number(pieces)) Atomics.wait(pause, 0, 0, 2);
    };
    org.jobs.runDue();
}
