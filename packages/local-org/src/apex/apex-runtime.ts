import { drive, type RequestService, type Waiting } from '@sw-studio/apex/runtime';
import type { HttpTransport } from '../callouts/http-transport.ts';
import type { Clock } from '../clock/clock.ts';
import { seededRandom } from '../clock/seeded-random.ts';
import { JobEngine } from '../jobs/job-engine.ts';
import { type JobOptions, jobOptionsOf } from '../jobs/job-options.ts';
import { callApex, inSession } from '../jobs/run/call-apex.ts';
import { newRequestId } from '../jobs/run/request-id.ts';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { ApexProgram } from './apex-program.ts';
import { ApexSession } from './apex-session.ts';
import { ApexTriggers } from './apex-triggers.ts';

export interface ApexRuntimeOptions {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    /** The clock that the org was made with. */
    readonly clock: Clock;
    readonly jobs?: Partial<JobOptions>;
    /** Carries callouts; default: the network. */
    readonly transport?: HttpTransport;
    debug?(level: string, message: string): void;
    /** Further services of a session, by the names that the library asks for. */
    services?(session: ApexSession): Iterable<readonly [name: string, service: unknown]>;
}

export interface SessionStart {
    readonly request: Pick<RequestService, 'quiddity'> & Partial<RequestService>;
    readonly limits?: Readonly<Record<string, number>>;
    readonly statics?: unknown[];
    readonly sharingByDefault?: boolean;
    /** What this session prints, beside the runtime's own listener. */
    debug?(level: string, message: string): void;
    /** Callouts that led to this request, as the header SFDC_STACK_DEPTH of it says; default: none. */
    readonly calloutDepth?: number;
}

/** The Apex of an org at work: synchronous requests, and the jobs that they leave behind. */
export class ApexRuntime {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly jobs: JobEngine;
    readonly triggers: ApexTriggers;
    private readonly options: ApexRuntimeOptions;

    private readonly random: () => number;
    /** Whether code runs in the shape that can be set aside at every waiting point. */
    readonly interleaved: boolean;
    private readonly opened = new Set<OrgTransaction>();

    constructor(options: ApexRuntimeOptions) {
        this.options = options;
        this.org = options.org;
        this.program = options.program;
        this.triggers = new ApexTriggers([options.program]);
        const jobs: JobOptions = { ...jobOptionsOf(options.org.options.edition), ...options.jobs };
        this.random = seededRandom(jobs.seed);
        this.interleaved = jobs.interleaved;
        this.jobs = new JobEngine({ runtime: this, clock: options.clock, options: jobs, random: this.random });
    }

    open(userId?: string): OpenTransaction {
        const open = this.org.openTransaction({
            triggers: this.triggers,
            namespace: this.program.namespace,
            ...(userId !== undefined && { userId }),
        });
        if (this.interleaved) this.remember(open.transaction);
        return open;
    }

    /** What the end of the process does to transactions that were open. */
    rollbackAll(): void {
        for (const transaction of this.opened) transaction.rollback();
        this.opened.clear();
    }

    session(open: OpenTransaction, start: SessionStart): ApexSession {
        const session = new ApexSession({
            ...start,
            request: { requestId: newRequestId(this.random), ...start.request },
            org: this.org,
            program: this.program,
            open,
            interleaved: this.interleaved,
            ...(this.options.transport && { transport: this.options.transport }),
            services: new Map(),
            random: this.random,
            debug: (level, message) => {
                start.debug?.(level, message);
                this.options.debug?.(level, message);
            },
        });
        session.provide('jobs', this.jobs.service(session));
        for (const [name, service] of this.options.services?.(session) ?? []) session.provide(name, service);
        return session;
    }

    /**
     * Runs a synchronous request in a transaction of its own: committed when `work` returns, rolled back when it throws.
     *
     * @param work runs inside the session
     */
    *request<T>(
        { userId, ...start }: SessionStart & { readonly userId?: string },
        work: (session: ApexSession) => Generator<Waiting, T, void>,
    ): Generator<Waiting, T, void> {
        const open = this.open(userId);
        const session = this.session(open, start);
        let result: T;
        try {
            result = yield* inSession(session, work(session));
            yield { kind: 'database', detail: 'COMMIT' };
        } catch (error) {
            open.transaction.rollback();
            throw error;
        }
        open.transaction.commit();
        return result;
    }

    private remember(transaction: OrgTransaction): void {
        for (const each of this.opened) if (!each.isOpen) this.opened.delete(each);
        this.opened.add(transaction);
    }

    /** A static Apex method without parameters, run as a request of its own to its end. */
    call(className: string, method: string, userId?: string): unknown {
        return drive(this.calling(className, method, userId));
    }

    *calling(className: string, method: string, userId?: string): Generator<Waiting, unknown, void> {
        const start = { request: { quiddity: 'ANONYMOUS' }, ...(userId !== undefined && { userId }) };
        const key = `${method.toLowerCase()}$`;
        const statics = this.program.statics(className);
        return yield* this.request(start, (session) => callApex(session, statics, key));
    }
}
