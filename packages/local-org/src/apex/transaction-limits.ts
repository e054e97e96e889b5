import { LimitError, type LimitsService } from '@sw-studio/apex/runtime';
import { LIMIT_SENTENCES } from './limit-sentences.ts';

/** Names as in `Limits.get<Name>()`. */
export type CounterName =
    | 'Queries'
    | 'QueryRows'
    | 'AggregateQueries'
    | 'QueryLocatorRows'
    | 'SoslQueries'
    | 'DmlStatements'
    | 'DmlRows'
    | 'Callouts'
    | 'FutureCalls'
    | 'QueueableJobs'
    | 'EmailInvocations'
    | 'PublishImmediateDML'
    | 'CpuTime'
    | 'HeapSize';

/** Which code has counters of its own. */
export interface CounterOwners {
    /** Namespaces of certified packages: each has all counters but heap and CPU time for itself. */
    readonly certified: ReadonlySet<string>;
    /** Of the code that runs now. */
    namespace(): string;
}

const SHARED: CounterOwners = { certified: new Set(), namespace: () => '' };

/** How often all namespaces together may reach what one may (Apex guide, "Execution Governors and Limits"). */
const TOGETHER = 11;

/** Counters whose sum over all namespaces is limited as well. */
const COUNTED_TOGETHER: ReadonlySet<string> = new Set<CounterName>([
    'Queries',
    'QueryLocatorRows',
    'SoslQueries',
    'DmlStatements',
    'Callouts',
    'EmailInvocations',
]);

/** What one transaction has used so far. */
export class TransactionLimits implements LimitsService {
    private readonly counts = new Map<string, number>();
    private readonly limits: Readonly<Record<string, number>>;
    private readonly measured: Readonly<Record<string, () => number>>;
    private readonly owners: CounterOwners;

    constructor(
        limits: Readonly<Record<string, number>>,
        measured: Readonly<Record<string, () => number>> = {},
        owners: CounterOwners = SHARED,
    ) {
        this.limits = limits;
        this.measured = measured;
        this.owners = owners;
    }

    /** By the code that runs now, where it has counters of its own. */
    used(name: string): number {
        return this.measured[name]?.() ?? this.counts.get(this.keyOf(name)) ?? 0;
    }

    limit(name: string): number {
        return this.limits[name] ?? 0;
    }

    /** @throws LimitError, which no Apex code can catch, when the counter passes its limit */
    count(name: CounterName, amount = 1): void {
        const key = this.keyOf(name);
        const used = (this.counts.get(key) ?? 0) + amount;
        this.counts.set(key, used);
        const sentence = LIMIT_SENTENCES[name];
        if (sentence === undefined) return;
        if (used > this.limit(name)) throw new LimitError(sentence + used);
        if (this.owners.certified.size === 0 || !COUNTED_TOGETHER.has(name)) return;
        const all = this.usedByAll(name);
        if (all > TOGETHER * this.limit(name)) throw new LimitError(sentence + all);
    }

    /** @throws LimitError when what is measured has passed its limit */
    checkHeap(): void {
        const used = this.used('HeapSize');
        if (used > this.limit('HeapSize')) throw new LimitError(`Apex heap size too large: ${used}`);
    }

    private keyOf(name: string): string {
        const namespace = this.owners.namespace();
        return this.owners.certified.has(namespace) ? `${namespace} ${name}` : name;
    }

    private usedByAll(name: string): number {
        let sum = this.counts.get(name) ?? 0;
        for (const namespace of this.owners.certified) sum += this.counts.get(`${namespace} ${name}`) ?? 0;
        return sum;
    }

    reset(): void {
        this.counts.clear();
    }

    /** Starts from other counts: `Test.startTest` begins anew and `Test.stopTest` goes on where the test was before. */
    exchange(counts: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> {
        const previous = new Map(this.counts);
        this.counts.clear();
        for (const [name, count] of counts) this.counts.set(name, count);
        return previous;
    }
}

/** The synchronous column of the platform's table (Apex Developer Guide, "Execution Governors and Limits"). */
export const SYNCHRONOUS_LIMITS: Readonly<Record<string, number>> = {
    Queries: 100,
    QueryRows: 50_000,
    AggregateQueries: 300,
    QueryLocatorRows: 10_000,
    SoslQueries: 20,
    DmlStatements: 150,
    DmlRows: 10_000,
    Callouts: 100,
    FutureCalls: 50,
    QueueableJobs: 50,
    EmailInvocations: 10,
    MobilePushApexCalls: 10,
    PublishImmediateDML: 150,
    CpuTime: 10_000,
    HeapSize: 6_000_000,
};

/** The asynchronous column; what a queueable may do beyond it stands in the rules of its kind. */
export const ASYNCHRONOUS_LIMITS: Readonly<Record<string, number>> = {
    ...SYNCHRONOUS_LIMITS,
    Queries: 200,
    FutureCalls: 0,
    QueueableJobs: 1,
    AggregateQueries: 600,
    CpuTime: 60_000,
    HeapSize: 12_000_000,
};

/** The start of a batch may open a locator over far more rows than other code (Apex guide, "Using Batch Apex"). */
export const BATCH_START_LIMITS: Readonly<Record<string, number>> = {
    ...ASYNCHRONOUS_LIMITS,
    QueryLocatorRows: 50_000_000,
};

/** Finalizers have synchronous limits but for heap and jobs (Apex Developer Guide, "Transaction Finalizers"). */
export const FINALIZER_LIMITS: Readonly<Record<string, number>> = {
    ...SYNCHRONOUS_LIMITS,
    FutureCalls: 1,
    QueueableJobs: 1,
    HeapSize: 12_000_000,
};
