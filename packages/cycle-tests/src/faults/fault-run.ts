import type { Waiting } from '@sw-studio/apex/runtime';
import type { SyncStatus } from '@sw-studio/contract';
import { ApexRest, type World } from '@sw-studio/local-org';
import type { CycleOrg, RestAnswer } from '../cycle-org.ts';
import type { Kill } from './session-faults.ts';

/** Pieces of jobs after which a disturbance may come: more than a cycle has. */
const LONGEST_WAIT_FOR_PIECES = 40;
/** Waiting points of others that it may let pass then: more than most links have. */
const LONGEST_WAIT_FOR_STEPS = 60;

export type Disturbance = () => Generator<Waiting, void, void>;

/** One run under one seed: what is sent in, and at which moments. */
export class FaultRun {
    readonly org: CycleOrg;
    readonly world: World;
    /** Answers to requests that ran beside the others, by the names that the requests were given. */
    readonly answers = new Map<string, RestAnswer>();
    /** Moments at which more than one link waited to begin. */
    readonly doubleLinks: string[] = [];
    /** What changed although nothing was to commit any more. */
    readonly lateCommits: string[] = [];
    private readonly random: () => number;
    private readonly pending: { pieces: number; readonly name: string; readonly disturbance: Disturbance }[] = [];

    constructor(org: CycleOrg, world: World, random: () => number) {
        this.org = org;
        this.world = world;
        this.random = random;
        this.watch();
    }

    /** A whole number from 0 to below `end`. */
    upTo(end: number): number {
        return Math.floor(this.random() * end);
    }

    /** A request that runs beside everything else. */
    request(name: string, method: 'GET' | 'POST', target: string, userId?: string): void {
        this.world.spawnComputation(name, this.requesting(name, method, target, userId));
    }

    *requesting(name: string, method: 'GET' | 'POST', target: string, userId?: string): Generator<Waiting, void, void> {
        const rest = new ApexRest(this.world.runtime);
        const response = yield* rest.requesting(this.org.restRequest(method, target, userId));
        this.answers.set(name, this.org.readAnswer(response));
    }

    /** Anonymous Apex of a user, as a request of its own. */
    *apex(text: string, userId = this.org.users.otherAdmin): Generator<Waiting, void, void> {
        const { runtime } = this.world;
        const { errors, body } = runtime.program.anonymousBlock(text, 'generator');
        if (body === null) throw new Error(errors[0]?.message ?? 'The Apex does not compile.');
        yield* runtime.request({ request: { quiddity: 'ANONYMOUS' }, userId }, function* () {
            yield* body() as Generator<Waiting, void, void>;
        });
    }

    /** A static method of Apex without parameters, as a request of its own. */
    *calling(className: string, method: string, userId: string): Generator<Waiting, void, void> {
        yield* this.world.runtime.calling(className, method, userId);
    }

    /** Something that happens between any two pieces of the chain, or in the middle of one. */
    atSomeMoment(name: string, disturbance: Disturbance): void {
        this.pending.push({ pieces: this.upTo(LONGEST_WAIT_FOR_PIECES), name, disturbance });
    }

    /**
     * From here on, until everything that runs at this moment has ended, nothing may change what the sync keeps.
     * What changes all the same stands in `lateCommits`.
     */
    *nothingCommits(): Generator<Waiting, void, void> {
        const { clock } = this.world;
        const before = this.committed();
        const began = clock.now();
        while (clock.now() === began) yield { kind: 'lock', detail: 'waits for the others to end' };
        const after = this.committed();
        for (const [index, row] of after.entries())
            if (row !== before[index]) this.lateCommits.push(`${before[index] ?? 'nothing'} became ${row}`);
    }

    /** A user who has rows locked for so many seconds. @param text Apex that locks them */
    *holding(text: string, seconds: number): Generator<Waiting, void, void> {
        const { runtime } = this.world;
        const { body } = runtime.program.anonymousBlock(text, 'generator');
        yield* runtime.request({ request: { quiddity: 'ANONYMOUS' }, userId: this.org.users.otherAdmin }, function* () {
            if (body !== null) yield* body() as Generator<Waiting, void, void>;
            for (let second = 0; second < seconds; second++) yield { kind: 'lock', detail: 'a user thinks' };
        });
    }

    /** The customer's own jobs take every execution that is left of the day. @param job an Apex expression */
    *useUpExecutions(job: string, daily: number): Generator<Waiting, void, void> {
        const { jobs } = this.world.runtime;
        while (jobs.executions() < daily) {
            const most = Math.min(50, daily - jobs.executions());
            yield* this.apex(`for (Integer index = 0; index < ${most}; index++) { System.enqueueJob(${job}); }`);
            const { waiting } = jobs;
            for (let step = 0; step < 20_000 && jobs.waiting > waiting - most; step++)
                yield { kind: 'database', detail: 'waits for the jobs to end' };
        }
    }

    kill(kill: Kill): void {
        this.org.sessionFaults.plan(kill);
    }

    /** The cause of whatever went wrong is gone. */
    endFaults(): void {
        this.pending.length = 0;
        this.org.sessionFaults.clear();
        this.org.backend.faults.clear();
        this.org.withoutCredential.clear();
    }

    /** Every prospect gets another score, so that every record has to be written. */
    changeAllProspects(): void {
        const { account } = this.org.backend;
        for (const { id } of [...account.prospects]) account.change({ id, leadScore: this.upTo(100) });
    }

    /** What `GetSyncStatus` answers to an administrator who is not the sync user. */
    status(userId = this.org.users.otherAdmin): SyncStatus {
        const rest = new ApexRest(this.world.runtime);
        const request = this.org.restRequest('GET', '/Sync/v1/GetSyncStatus', userId);
        const { status, body } = this.org.readAnswer(rest.request(request));
        if (status !== 200) throw new Error(`GetSyncStatus answered ${status}: ${JSON.stringify(body)}`);
        return body as SyncStatus;
    }

    /** Lets time pass, and runs what is due on the way. */
    letPass(milliseconds: number): void {
        const { clock, interleaver } = this.world;
        const end = clock.now() + milliseconds;
        interleaver.run(end);
        if (clock.now() < end) clock.moveTo(end);
    }

    /** Watches the jobs of a process that has just begun. */
    watch(): void {
        this.world.runtime.jobs.onEvent = () => this.pieceEnded();
    }

    /** The lease, the records of cycles, and what steps have written, as texts. */
    private committed(): readonly string[] {
        return [
            'SELECT Desired_State__c, Running_State__c, Generation__c, Cycle_Id__c, Holder_Job_Id__c FROM SW_Sync_State__c',
            'SELECT Status__c, Steps_JSON__c, Ended_At__c FROM SW_Apex_Job__c ORDER BY Name',
            'SELECT Lead_Score__c, Sync_Status__c FROM Prospect__c ORDER BY External_Id__c',
            'SELECT SW_Lead_Score__c FROM Lead ORDER BY Email',
            'SELECT SW_Lead_Score__c FROM Contact ORDER BY Email',
        ].flatMap((query) => this.org.rows(query).map((row) => JSON.stringify(row)));
    }

    private pieceEnded(): void {
        this.lookForDoubleLinks();
        for (const waiting of [...this.pending]) {
            if (waiting.pieces-- > 0) continue;
            this.pending.splice(this.pending.indexOf(waiting), 1);
            this.world.spawnComputation(waiting.name, this.afterSomeSteps(waiting.disturbance));
        }
    }

    private lookForDoubleLinks(): void {
        const queued = this.org.rows(
            "SELECT ApexClass.Name FROM AsyncApexJob WHERE Status = 'Queued' AND ApexClass.Name LIKE 'SWJob%'",
        );
        if (queued.length > 1) this.doubleLinks.push(JSON.stringify(queued));
    }

    private *afterSomeSteps(disturbance: Disturbance): Generator<Waiting, void, void> {
        const steps = this.upTo(LONGEST_WAIT_FOR_STEPS);
        for (let step = 0; step < steps; step++) yield { kind: 'database', detail: 'waits for its moment' };
        yield* disturbance();
    }
}
