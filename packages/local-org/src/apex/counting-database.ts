import type { AccessLevel, DatabasePort, DmlRequest, QueryRequest, SObject } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { TransactionLimits } from './transaction-limits.ts';

/** A query that reads so many rows may have filled the heap: it is looked at afterwards. */
const ROWS_WORTH_A_LOOK = 200;

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
        const children = childQueries(text);
        if (children > 0) limits.count('AggregateQueries', children);
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
            const rows = outcome.kind === 'count' ? 1 : (outcome.rows ?? rowsIn(outcome.records));
            if (isCounted) limits.count('QueryRows', rows);
            if (rows >= ROWS_WORTH_A_LOOK) limits.checkHeap();
            return outcome;
        },
        *openCursor(request) {
            const isCounted = countQuery(request);
            const cursor = yield* database.openCursor(request);
            if (isCounted) limits.count('QueryLocatorRows', cursor.size);
            return cursor;
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

/** Queries of children in the select list: each is an aggregate query of its own (Apex guide, note 2 of the limits). */
function childQueries(text: string): number {
    if (!text.includes('(')) return 0;
    let depth = 0;
    let count = 0;
    for (const [token] of text.matchAll(/\(\s*SELECT\b|[()]|\bFROM\b|'(?:\\.|[^'\\])*'/gi)) {
        if (token === ')') depth--;
        else if (token.startsWith('(')) {
            if (depth === 0 && token !== '(') count++;
            depth++;
        } else if (depth === 0 && !token.startsWith("'")) break;
    }
    return count;
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
