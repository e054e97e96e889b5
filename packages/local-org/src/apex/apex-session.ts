import {
    CLASSES,
    current,
    meter,
    type RequestService,
    type RunningUser,
    STEPS_PER_MILLISECOND,
    type Transaction,
    TRIGGER,
    type TriggerHolder,
} from '@sw-studio/apex/runtime';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import type { ApexProgram } from './apex-program.ts';
import { SettingsReader } from './settings-reader.ts';
import { countingDatabase, SYNCHRONOUS_LIMITS, TransactionLimits } from './transaction-limits.ts';

export interface SessionOptions {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly open: OpenTransaction;
    /** Constant of `System.Quiddity`. */
    readonly quiddity: string;
    readonly services: ReadonlyMap<string, unknown>;
    readonly random: () => number;
    debug(level: string, message: string): void;
}

/** Apex running in one open transaction: fresh statics and limits, and the services that the library reaches. */
export class ApexSession {
    readonly limits: TransactionLimits;
    readonly transaction: Transaction & { user: RunningUser; database: Transaction['database'] };
    private readonly options: SessionOptions;

    constructor(options: SessionOptions) {
        this.options = options;
        const { org, program, open } = options;
        const cpuLimit = (SYNCHRONOUS_LIMITS['CpuTime'] ?? 0) * STEPS_PER_MILLISECOND;
        this.limits = new TransactionLimits(SYNCHRONOUS_LIMITS, {
            CpuTime: () => Math.floor((cpuLimit - meter.left) / STEPS_PER_MILLISECOND),
        });
        const triggers: TriggerHolder = { current: null };
        this.transaction = {
            statics: [],
            cpuUnits: 0,
            cpuLimit,
            user: open.user,
            namespace: program.namespace,
            database: countingDatabase(open.database, this.limits),
            schema: open.schema,
            now: () => org.options.now(),
            random: options.random,
            debug: options.debug,
            services: new Map<string, unknown>([
                [CLASSES, program.registry],
                [TRIGGER, triggers],
                ['limits', this.limits],
                ['settings', new SettingsReader(open.transaction, open.formulas, org.schema.require('User'))],
                ['request', requestService(options.quiddity)],
                ['organization', organizationService(org)],
                ...options.services,
            ]),
        };
    }

    /** Makes this session the running one for the time of `work`. */
    run<T>(work: () => T): T {
        const outer = current.transaction;
        const outerLeft = meter.left;
        current.transaction = this.transaction;
        meter.left = this.transaction.cpuLimit;
        try {
            return work();
        } finally {
            current.transaction = outer;
            meter.left = outerLeft;
        }
    }

    /** `System.runAs`: the same transaction as somebody else; what it returns restores the user. */
    become(userId: string): () => void {
        const { user, database } = this.transaction;
        const open = this.options.org.openTransaction({
            within: this.options.open.transaction,
            userId,
            ...this.options.open.start,
        });
        this.transaction.user = open.user;
        this.transaction.database = countingDatabase(open.database, this.limits);
        return () => {
            this.transaction.user = user;
            this.transaction.database = database;
        };
    }
}

function requestService(quiddity: string): RequestService {
    return {
        requestId: '0000000000000000000000',
        quiddity,
        batch: false,
        future: false,
        queueable: false,
        scheduled: false,
        restRequest: null,
        restResponse: null,
        currentPage: null,
        pageMessages: [],
    };
}

function organizationService(org: LocalOrg): object {
    return {
        id: org.ids.organizationId,
        name: org.options.name,
        baseUrl: 'https://local.example.com',
        multiCurrency: false,
        uiTheme: 'Theme4d',
        sessionId: () => null,
        limits: () => new Map(),
    };
}
