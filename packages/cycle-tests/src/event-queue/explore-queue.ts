import { readFileSync } from 'node:fs';
import type { Waiting } from '@sw-studio/apex/runtime';
import type { ApexProgram } from '@sw-studio/local-org';
import { type CycleOrg, MINUTE } from '../cycle-org.ts';
import { FaultExplorer, type Finding } from '../faults/explore.ts';
import type { FaultRun } from '../faults/fault-run.ts';
import { EventReceiver } from './event-receiver.ts';

const ARTICLE = new URL('../../../../bench/queue/article/', import.meta.url);
const ACCOUNTS = 3;
/** Waiting points of the others that a producer may let pass before it begins. */
const LONGEST_PAUSE = 120;

/** The published algorithm, as the benchmark runs it. */
export function articleClasses(): string[] {
    return ['ArticleQueue.cls', 'ArticleBatch.cls'].map((name) => readFileSync(new URL(name, ARTICLE), 'utf8'));
}

/** An org that is on, with its first cycle behind it and the next one far away, and accounts whose names are sent. */
export function queueExplorer(classes: readonly string[] = []): FaultExplorer {
    return new FaultExplorer({ newBackend: (options) => new EventReceiver(options), classes }, (org) => {
        org.insert('SW_Studio_Field_Mapping__c', [
            {
                Name: 'account-name',
                Direction__c: 'OUTBOUND',
                Source_Object__c: 'Account',
                Source_Field__c: 'Name',
                Target_Field__c: 'name',
                Enabled__c: true,
            },
        ]);
        org.insert(
            'Account',
            Array.from({ length: ACCOUNTS }, (_, index) => ({ Name: `Queue ${index}` })),
        );
        org.post('/Sync/v1/StartSync');
        org.advance(MINUTE);
    });
}

export function receiverOf(org: CycleOrg): EventReceiver {
    return org.backend as EventReceiver;
}

/** Users who change accounts beside each other, each at some moment. @param enqueue Apex that names the record `id` */
export function produce(run: FaultRun, producers: number, enqueue = "EventQueue.enqueue(ids, 'Update');"): void {
    const accounts = run.org.rows("SELECT Id FROM Account WHERE Name LIKE 'Queue %' ORDER BY Name");
    for (let producer = 0; producer < producers; producer++) {
        const id = accounts[run.upTo(accounts.length)]?.['Id'] as string;
        const name = `Queue of producer ${producer}`;
        const text = `update new Account(Id = '${id}', Name = '${name}');
            List<Id> ids = new List<Id>{ '${id}' };
            ${enqueue}`;
        run.world.spawnComputation(
            `producer ${producer}`,
            after(run.upTo(LONGEST_PAUSE), () => run.apex(text)),
        );
    }
}

const compiled = new WeakMap<ApexProgram, Map<string, () => unknown>>();

/** Anonymous Apex of an administrator. Compiled once for all runs of an org: every unit stays in its program. */
export function* anonymous({ world, org }: FaultRun, text: string): Generator<Waiting, void, void> {
    const { runtime } = world;
    const known = compiled.get(runtime.program) ?? new Map<string, () => unknown>();
    compiled.set(runtime.program, known);
    const body = known.get(text) ?? runtime.program.anonymousBlock(text, 'generator').body;
    if (body === null) throw new Error(`The Apex does not compile: ${text}`);
    known.set(text, body);
    yield* runtime.request(
        { request: { quiddity: 'ANONYMOUS' }, userId: org.users.otherAdmin },
        () => body() as Generator<Waiting, void, void>,
    );
}

export function* after(steps: number, then: () => Generator<Waiting, unknown, void>): Generator<Waiting, void, void> {
    for (let step = 0; step < steps; step++) yield { kind: 'database', detail: 'waits for its moment' };
    yield* then();
}

/** Whoever changed a record, the state that SalesWings has of it last is the state that it has now. */
export function newestStateArrived({ org }: FaultRun): Finding {
    for (const { Id, Name } of org.rows("SELECT Id, Name FROM Account WHERE Name LIKE 'Queue of%'")) {
        const last = receiverOf(org)
            .ofRecord(Id as string)
            .at(-1);
        if (last?.fields?.['name'] !== Name) return `${Name} is ${JSON.stringify(last?.fields ?? 'nothing')} there`;
    }
    return true;
}

export function nothingIsLeft({ org }: FaultRun): Finding {
    const rows = org.rows('SELECT Status__c, Handler__c, Last_Error__c, Claim_Key__c FROM EventQueue__c');
    return rows.length === 0 || `left: ${JSON.stringify(rows)}`;
}

/** No event is sent a second time while nothing goes wrong: no two workers have the same row. */
export function nothingWasSentTwice({ org }: FaultRun): Finding {
    const { repeated } = receiverOf(org);
    return repeated.length === 0 || `sent twice: ${repeated.join(', ')}`;
}

/** The lease is free, and no job of the queue waits. */
export function theWorkerSleeps({ org }: FaultRun): Finding {
    const [lease] = org.rows("SELECT Running_State__c, Holder_Job_Id__c FROM SW_Sync_State__c WHERE Key__c = 'QUEUE'");
    const jobs = org.rows(
        "SELECT ApexClass.Name, Status FROM AsyncApexJob WHERE ApexClass.Name LIKE 'UpdateToSalesWings%' AND Status IN ('Queued', 'Holding', 'Processing')",
    );
    return (lease?.['Running_State__c'] === 'Idle' && jobs.length === 0) || JSON.stringify({ lease, jobs });
}
