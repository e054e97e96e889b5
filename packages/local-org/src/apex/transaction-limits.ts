import {
    type AccessLevel,
    type DatabasePort,
    type DmlRequest,
    LimitError,
    type LimitsService,
    type QueryRequest,
    type SObject,
} from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
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

    /** @throws LimitError, which no Apex code can catch, when the counter passes its limit */
    count(name: CounterName, amount = 1): void {
        const used = (this.counts.get(name) ?? 0) + amount;
        this.counts.set(name, used);
        const sentence = LIMIT_SENTENCES[name];
        if (sentence !== undefined && used > this.limit(name)) throw new LimitError(sentence + used);
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

/** Queries of custom metadata cost no query and no rows (Apex Developer Guide, "Custom Metadata Types"). */
const FREE_QUERY = /\bFROM\s+\w+__mdt\b/i;

/**
 * Counts what goes through to the database; every method throws `LimitError` when a limit is passed.
 *
 * @param savepoints is kept as those that are set and not released, in order
 */
export function countingDatabase(
    database: DatabasePort,
    limits: TransactionLimits,
    savepoints: Set<object> = new Set(),
): DatabasePort {
    const countQuery = ({ text }: QueryRequest): boolean => {
        if (FREE_QUERY.test(text)) return false;
        limits.count('Queries');
        return true;
    };
    return {
        releaseSavepoint(savepoint) {
            database.releaseSavepoint(savepoint);
            forgetFrom(savepoints, savepoint, true);
        },
        *query(request) {
            const isCounted = countQuery(request);
            const outcome = yield* database.query(request);
            if (isCounted) limits.count('QueryRows', outcome.kind === 'count' ? 1 : rowsIn(outcome.records));
            return outcome;
        },
        *openCursor(request) {
            countQuery(request);
            return yield* database.openCursor(request);
        },
        *search(request: QueryRequest) {
            limits.count('SoslQueries');
            return yield* database.search(request);
        },
        *dml(request: DmlRequest) {
            if (!isPublish(request)) limits.count('DmlStatements');
            else countPublish(limits, request.records);
            limits.count('DmlRows', request.records.length);
            return yield* database.dml(request);
        },
        *convertLeads(conversions, allOrNone, access) {
            limits.count('DmlStatements');
            limits.count('DmlRows', conversions.length);
            return yield* database.convertLeads(conversions, allOrNone, access);
        },
        *emptyRecycleBin(ids) {
            limits.count('DmlStatements');
            limits.count('DmlRows', ids.length);
            return yield* database.emptyRecycleBin(ids);
        },
        *publish(events: readonly SObject[], access: AccessLevel) {
            countPublish(limits, events);
            return yield* database.publish(events, access);
        },
        setSavepoint() {
            limits.count('DmlStatements');
            const savepoint = database.setSavepoint();
            savepoints.add(savepoint);
            return savepoint;
        },
        rollback(savepoint: object) {
            limits.count('DmlStatements');
            database.rollback(savepoint);
            forgetFrom(savepoints, savepoint, false);
        },
    };
}

/** Savepoints that were set after one that is rolled back to, or released, are gone. */
function forgetFrom(savepoints: Set<object>, savepoint: object, inclusive: boolean): void {
    const inOrder = [...savepoints];
    const at = inOrder.indexOf(savepoint);
    if (at < 0) return;
    for (const each of inOrder.slice(inclusive ? at : at + 1)) savepoints.delete(each);
}

/** Rows of subqueries count as well. */
function rowsIn(records: readonly SObject[]): number {
    let count = records.length;
    for (const { children } of records)
        for (const list of children?.values() ?? [])
            count += (list as { readonly items?: readonly unknown[] }).items?.length ?? 0;
    return count;
}

function isPublish({ operation, records }: DmlRequest): boolean {
    return operation === 'insert' && records.some(({ type }) => type.kind === 'platformEvent');
}

/** Events that are published at once have a limit of their own; the others count as DML. */
function countPublish(limits: TransactionLimits, events: readonly SObject[]): void {
    const isImmediate = (event: SObject): boolean =>
        (event.type as ObjectSchema).publishBehavior === 'PublishImmediately';
    limits.count(events.every(isImmediate) ? 'PublishImmediateDML' : 'DmlStatements');
}
