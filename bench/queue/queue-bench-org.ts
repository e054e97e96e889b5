import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { drive } from '@sw-studio/apex/runtime';
import { ApexAnonymous, type ApexSession } from '@sw-studio/local-org';
import { MINUTE } from '@sw-studio/cycle-tests';
import { articleClasses, QueueOrg } from '@sw-studio/cycle-tests/event-queue';

/** What draining took. */
export interface QueueUsage {
    readonly events: number;
    /** What the platform counts against the daily allocation: links, and every transaction of a batch; finalizers are free. */
    readonly executions: number;
    readonly queries: number;
    readonly statements: number;
    readonly callouts: number;
    /** As the org meters it. */
    readonly cpu: number;
    /** Of this machine. */
    readonly milliseconds: number;
    /** Events that the vendor took, and rows that were left. */
    readonly taken: number;
    readonly left: number;
}

/** Of a link; the time is that in the middle. */
export interface LinkFigures {
    readonly milliseconds: number;
    /** By which the heap grows with each. */
    readonly heapBytes: number;
}

const REQUEST = 10_000;
const EXECUTIONS = new Set(['QUEUEABLE', 'BATCH_APEX']);

/** An org with accounts to tell of, whose vendor takes everything, and whose jobs are counted. */
export class QueueBenchOrg {
    readonly org: QueueOrg;
    private jobs: ApexSession[] = [];

    constructor() {
        this.org = new QueueOrg({
            classes: articleClasses(),
            onSession: (session) => {
                if (EXECUTIONS.has(session.options.request.quiddity)) this.jobs.push(session);
            },
        });
        this.org.setOptions({ Sync_Gap_mins__c: 10_000 });
        this.org.switchOn();
    }

    addAccounts(count: number): void {
        for (let load = 0; load * REQUEST < count; load++)
            this.org.insert(
                'Account',
                Array.from({ length: Math.min(REQUEST, count) }, (_, index) => ({ Name: `Load ${load} ${index}` })),
            );
    }

    /** Every account is enqueued, 10,000 a request, and delivered. @param enqueue Apex that takes the list `ids` */
    drain(events: number, enqueue: string): QueueUsage {
        this.jobs = [];
        const start = performance.now();
        for (let load = 0; load * REQUEST < events; load++) this.run(load, enqueue);
        this.org.advance(10 * MINUTE);
        const milliseconds = performance.now() - start;
        const sum = (name: string): number => this.jobs.reduce((total, { limits }) => total + limits.used(name), 0);
        return {
            events,
            executions: this.jobs.length,
            queries: sum('Queries'),
            statements: sum('DmlStatements'),
            callouts: sum('Callouts'),
            cpu: this.jobs.reduce((total, job) => total + job.run(() => job.limits.used('CpuTime')), 0),
            milliseconds,
            taken: new Set(this.org.receiver.taken.map(({ recordId }) => recordId)).size,
            left: this.org.events().length,
        };
    }

    /** Rows that wait, put there without being saved. */
    addBacklog(count: number): void {
        const { org } = this.org;
        const object = org.object('EventQueue__c');
        if (object === undefined) throw new Error('The package has no Event Queue.');
        const { namespace } = org.options;
        const slotOf = (name: string): number => {
            const field = object.field(name) ?? object.field(`${namespace}__${name}`);
            if (field === undefined) throw new Error(`There is no field ${name}.`);
            return field.slot;
        };
        const constant = { OwnerId: org.ids.adminId, CreatedById: org.ids.adminId, LastModifiedById: org.ids.adminId };
        const values = { Object_Name__c: 'Account', Operation__c: 'Delete', Handler__c: this.handler() };
        const row: unknown[] = Array.from({ length: object.fields.length }, () => null);
        for (const [name, value] of Object.entries({ ...constant, ...values, Status__c: 'Pending' }))
            row[slotOf(name)] = value;
        for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) row[slotOf(name)] = org.options.now();
        for (const [name, number] of [
            ['Priority__c', 5],
            ['Attempts__c', 0],
            ['Payload_Bytes__c', 0],
        ] as const)
            row[slotOf(name)] = number;
        const slots = ['Name', 'Record_Id__c', 'Claim_Key__c', 'Idempotency_Key__c'].map(slotOf);
        const [name = 0, recordId = 0, claimKey = 0, idempotencyKey = 0] = slots;
        const table = org.store.table(object);
        const prefix = object.keyPrefix ?? '';
        for (let index = 0; index < count; index++) {
            const copy = [...row];
            copy[0] = org.store.ids.next(prefix);
            copy[name] = `EQ-0${String(index).padStart(9, '0')}`;
            copy[recordId] = org.store.ids.next('001');
            copy[claimKey] = `W520260101${String(index).padStart(9, '0')}`;
            copy[idempotencyKey] = `backlog-${index}`;
            table.load(copy[0] as string, copy as never, 'live');
        }
    }

    /** Runs pieces of a worker one by one. @param warmups pieces before those that are measured */
    links(count: number, warmups: number): LinkFigures {
        const { jobs } = this.org.runtime;
        this.run(0, "EventQueue.enqueue(new List<Id>{ ids[0] }, 'Delete');");
        const next = (): void => {
            const job = jobs.take();
            if (job !== undefined) drive(jobs.run(job));
        };
        for (let piece = 0; piece < warmups; piece++) next();
        const heapBefore = heapUsed();
        const times: number[] = [];
        for (let piece = 0; piece < count; piece++) {
            const start = performance.now();
            next();
            times.push(performance.now() - start);
        }
        times.sort((left, right) => left - right);
        return { milliseconds: times[Math.floor(count / 2)] ?? 0, heapBytes: (heapUsed() - heapBefore) / count };
    }

    private run(load: number, text: string): void {
        const apex = `List<Id> ids = new List<Id>(new Map<Id, Account>(
            [SELECT Id FROM Account WHERE Name LIKE 'Load ${load} %']
        ).keySet());
        ${text}`;
        const result = new ApexAnonymous(this.org.runtime).execute(apex, this.org.users.admin);
        if (!result.success) throw new Error(JSON.stringify(result));
    }

    private handler(): string {
        return this.org.rows('SELECT QualifiedApiName FROM SW_Event_Handler__mdt')[0]?.['QualifiedApiName'] as string;
    }
}

function heapUsed(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
}
