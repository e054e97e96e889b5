import type { DatabasePort, DmlRequest, LimitsService, QueryRequest } from '@sw-studio/apex/runtime';

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
    | 'CpuTime'
    | 'HeapSize';

/** What one transaction has used so far. */
export class TransactionLimits implements LimitsService {
    private readonly counts = new Map<string, number>();
    private readonly limits: Readonly<Record<string, number>>;
    private readonly measured: Readonly<Record<string, () => number>>;

    constructor(limits: Readonly<Record<string, number>>, measured: Readonly<Record<string, () => number>> = {}) {
        this.limits = limits;
        this.measured = measured;
    }

    used(name: string): number {
        return this.measured[name]?.() ?? this.counts.get(name) ?? 0;
    }

    limit(name: string): number {
        return this.limits[name] ?? 0;
    }

    count(name: CounterName, amount = 1): void {
        this.counts.set(name, (this.counts.get(name) ?? 0) + amount);
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
    CpuTime: 60_000,
    HeapSize: 12_000_000,
};

/** Finalizers have synchronous limits but for heap and jobs (Apex Developer Guide, "Transaction Finalizers"). */
export const FINALIZER_LIMITS: Readonly<Record<string, number>> = {
    ...SYNCHRONOUS_LIMITS,
    FutureCalls: 1,
    QueueableJobs: 1,
    HeapSize: 12_000_000,
};

/** Counts what goes through to the database. */
export function countingDatabase(database: DatabasePort, limits: TransactionLimits): DatabasePort {
    return {
        ...bound(database),
        *query(request: QueryRequest) {
            limits.count('Queries');
            const outcome = yield* database.query(request);
            limits.count('QueryRows', outcome.kind === 'count' ? 1 : outcome.records.length);
            return outcome;
        },
        *search(request: QueryRequest) {
            limits.count('SoslQueries');
            return yield* database.search(request);
        },
        *dml(request: DmlRequest): ReturnType<DatabasePort['dml']> {
            limits.count('DmlStatements');
            limits.count('DmlRows', request.records.length);
            return yield* database.dml(request);
        },
        setSavepoint() {
            limits.count('DmlStatements');
            return database.setSavepoint();
        },
        rollback(savepoint: object) {
            limits.count('DmlStatements');
            database.rollback(savepoint);
        },
    };
}

function bound(database: DatabasePort): DatabasePort {
    return {
        query: (request) => database.query(request),
        openCursor: (request) => database.openCursor(request),
        search: (request) => database.search(request),
        dml: (request) => database.dml(request),
        convertLeads: (conversions, allOrNone, access) => database.convertLeads(conversions, allOrNone, access),
        emptyRecycleBin: (ids) => database.emptyRecycleBin(ids),
        publish: (events, access) => database.publish(events, access),
        setSavepoint: () => database.setSavepoint(),
        rollback: (savepoint) => database.rollback(savepoint),
        releaseSavepoint: (savepoint) => database.releaseSavepoint(savepoint),
    };
}
