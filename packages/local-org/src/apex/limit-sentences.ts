import type { CounterName } from './transaction-limits.ts';

/**
 * What `System.LimitException` says when a counter passes its limit; the count that was reached follows. Counters that
 * are missing here are checked where they are counted: jobs by the engine, CPU time by the meter.
 */
export const LIMIT_SENTENCES: Partial<Readonly<Record<CounterName, string>>> = {
    Queries: 'Too many SOQL queries: ',
    QueryRows: 'Too many query rows: ',
    QueryLocatorRows: 'Too many query locator rows: ',
    AggregateQueries: 'Too many aggregate queries: ',
    SoslQueries: 'Too many SOSL queries: ',
    DmlStatements: 'Too many DML statements: ',
    DmlRows: 'Too many DML rows: ',
    Callouts: 'Too many callouts: ',
    EmailInvocations: 'Too many Email Invocations: ',
    PublishImmediateDML: 'Too many DML statements: ',
};
