import {
    CLASSES,
    current,
    type DataObject,
    meter,
    type RequestService,
    type RunningUser,
    STEPS_PER_MILLISECOND,
    type Transaction,
    TRIGGER,
    type TriggerHolder,
} from '@sw-studio/apex/runtime';
import type { HttpTransport } from '../callouts/http-transport.ts';
import { ResourceReader } from '../resources/resource-reader.ts';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import type { ServiceState } from '../services/service-state.ts';
import { sessionServices } from '../services/session-services.ts';
import { apexFormulas } from './apex-formulas.ts';
import type { ApexProgram } from './apex-program.ts';
import { estimateHeap } from './heap-estimate.ts';
import { SettingsReader } from './settings-reader.ts';
import { countingDatabase } from './counting-database.ts';
import { SYNCHRONOUS_LIMITS, TransactionLimits } from './transaction-limits.ts';

export interface SessionOptions {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly open: OpenTransaction;
    /** Answers of `System.isBatch()` and of the class Request. */
    readonly request: Pick<RequestService, 'quiddity'> & Partial<RequestService>;
    /** Column of the table of limits; default: the synchronous one. */
    readonly limits?: Readonly<Record<string, number>>;
    /** Static variables to go on with; default: fresh ones. */
    readonly statics?: unknown[];
    /** Whether a class without a sharing keyword by which Apex is entered respects sharing: true for Lightning components. */
    readonly sharingByDefault?: boolean;
    /** Runs the shape of the code that can be set aside at every waiting point. */
    readonly interleaved?: boolean;
    /** Cache, outbox and features; default: the org's own. */
    readonly state?: ServiceState;
    /** Carries callouts; default: the network. */
    readonly transport?: HttpTransport;
    /** Callouts that led to this request, as the header SFDC_STACK_DEPTH of it says; default: none. */
    readonly calloutDepth?: number;
    readonly services: ReadonlyMap<string, unknown>;
    readonly random: () => number;
    debug(level: string, message: string): void;
}

/** The key under which `Transaction.services` holds whether the running session can be set aside. */
export const INTERLEAVED = 'interleaved';

/** Apex running in one open transaction: fresh statics and limits, and the services that the library reaches. */
export class ApexSession {
    readonly limits: TransactionLimits;
    readonly transaction: Transaction & { user: RunningUser; database: Transaction['database'] };
    readonly options: SessionOptions;
    /** The transaction as the user who runs now sees it. */
    open: OpenTransaction;
    /** An email or a notification goes out when the transaction commits. */
    hasPendingEmail = false;
    /** Why code of this session may not call out, in the words of the platform; null: it may. */
    calloutRefusal: string | null = null;
    /** Savepoints that Apex has set and not released: each forbids callouts, even after a rollback to it. */
    private readonly savepoints = new Set<object>();
    /** Writes that stood in the transaction before this session's own. */
    private earlierWrites: number;
    /** Steps that are left of the CPU time while another session runs; null: it has not run yet. */
    private stepsLeft: number | null = null;
    private readonly services: Map<string, unknown>;

    constructor(options: SessionOptions) {
        this.options = options;
        const { org, program, open } = options;
        this.open = open;
        this.earlierWrites = open.transaction.uncommittedWrites;
        const column = options.limits ?? SYNCHRONOUS_LIMITS;
        const cpuLimit = (column['CpuTime'] ?? 0) * STEPS_PER_MILLISECOND;
        this.limits = new TransactionLimits(
            column,
            {
                CpuTime: () => Math.floor((this.transaction.cpuLimit - meter.left) / STEPS_PER_MILLISECOND),
                HeapSize: () => estimateHeap(this.transaction.statics),
            },
            { certified: new Set(org.options.certifiedPackages), namespace: () => this.transaction.namespace },
        );
        const triggers: TriggerHolder = { current: null };
        this.services = new Map<string, unknown>([
            [CLASSES, program.registry],
            [TRIGGER, triggers],
            [INTERLEAVED, options.interleaved ?? false],
            ['limits', this.limits],
            ['settings', new SettingsReader(open.transaction, open.formulas, org.schema.require('User'))],
            ['formulas', apexFormulas(org, open)],
            ['resources', new ResourceReader(open.transaction, open.database, org.schema.require('StaticResource'))],
            ['request', requestService(options.request)],
            ['organization', organizationService(org)],
            ...sessionServices(this, options.state ?? org.services),
            ...options.services,
        ]);
        this.transaction = {
            statics: options.statics ?? [],
            cpuUnits: 0,
            cpuLimit,
            user: open.user,
            namespace: program.namespace,
            sharing: false,
            database: countingDatabase(open.database, this.limits, this.savepoints),
            schema: open.schema,
            now: () => org.options.now(),
            random: options.random,
            debug: options.debug,
            services: this.services,
        };
    }

    /** Whether rows, jobs or emails of this session wait for the commit: no callout may be made then. */
    get hasPendingWork(): boolean {
        const { uncommittedWrites } = this.open.transaction;
        return this.hasPendingEmail || this.savepoints.size > 0 || uncommittedWrites > this.earlierWrites;
    }

    /** What was written so far no longer stands in the way of callouts (`Test.startTest`). */
    settleWork(): void {
        this.hasPendingEmail = false;
        this.savepoints.clear();
        this.earlierWrites = this.open.transaction.uncommittedWrites;
    }

    /** Services that know the session they serve. */
    provide(name: string, service: unknown): void {
        this.services.set(name, service);
    }

    /** `RestContext.response`: code may have put another one in the place of the dispatcher's. */
    get restResponse(): DataObject | null {
        return (this.services.get('request') as RequestService).restResponse as DataObject | null;
    }

    /** Makes this session the running one for the time of `work`; called again, it goes on with what is left to it. */
    run<T>(work: () => T): T {
        const outer = current.transaction;
        const outerLeft = meter.left;
        current.transaction = this.transaction;
        meter.left = this.stepsLeft ?? this.transaction.cpuLimit;
        try {
            return work();
        } finally {
            this.stepsLeft = meter.left;
            current.transaction = outer;
            meter.left = outerLeft;
        }
    }

    /** CPU time as a new transaction has it, for the running session; what it returns gives back what was left. */
    renewCpuTime(): () => void {
        const { left } = meter;
        meter.left = this.transaction.cpuLimit;
        return () => void (meter.left = left);
    }

    /** `System.runAs`: the same transaction as somebody else; what it returns restores the user. */
    become(userId: string): () => void {
        const { user, database } = this.transaction;
        const outer = this.open;
        const open = this.options.org.openTransaction({
            within: this.options.open.transaction,
            userId,
            ...this.options.open.start,
        });
        this.open = open;
        this.transaction.user = open.user;
        this.transaction.database = countingDatabase(open.database, this.limits, this.savepoints);
        return () => {
            this.open = outer;
            this.transaction.user = user;
            this.transaction.database = database;
        };
    }
}

function requestService(request: SessionOptions['request']): RequestService {
    return {
        requestId: '0000000000000000000000',
        batch: false,
        future: false,
        queueable: false,
        scheduled: false,
        restRequest: null,
        restResponse: null,
        currentPage: null,
        pageMessages: [],
        ...request,
    };
}

function organizationService(org: LocalOrg): object {
    return {
        id: org.ids.organizationId,
        name: org.options.name,
        baseUrl: org.options.baseUrl,
        multiCurrency: false,
        uiTheme: 'Theme4d',
        sessionId: () => null,
        limits: () => org.allocations.all(),
    };
}
