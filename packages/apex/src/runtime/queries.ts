import { ApexList } from './collections/list.ts';
import { current } from './context.ts';
import { throwApex } from './exceptions/throw.ts';
import type { AccessLevel, QueryRequest, Waiting } from './ports.ts';
import type { SObject } from './sobject/sobject.ts';
import { listType, sobjectType } from './types-registry.ts';

export type Binds = ReadonlyMap<string, unknown>;

const NO_BINDS: Binds = new Map();

export function queryRequest(
    text: string,
    binds: Binds = NO_BINDS,
    access: AccessLevel | null = null,
    dynamic = false,
): QueryRequest {
    const { sharing, namespace } = current.transaction;
    return { text, binds, access, dynamic, sharing, namespace };
}

/** A query whose rows are wanted: the list has the type of the FROM object. */
export function* queryRecords(request: QueryRequest): Generator<Waiting, ApexList, void> {
    const outcome = yield* current.transaction.database.query(request);
    if (outcome.kind === 'count') {
        throwApex('System.QueryException', 'COUNT() queries have no rows: use Database.countQuery');
    }
    return new ApexList(sobjectType(outcome.objectName), outcome.records);
}

/** `SELECT COUNT() FROM ...`; a query with rows answers how many there are. */
export function* queryCount(request: QueryRequest): Generator<Waiting, number, void> {
    const outcome = yield* current.transaction.database.query(request);
    return outcome.kind === 'count' ? outcome.count : outcome.records.length;
}

/**
 * The record of a query that is assigned to a single record.
 *
 * @throws System.QueryException unless there is exactly one row
 */
export function singleRecord(list: ApexList): SObject {
    if (list.items.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
    if (list.items.length > 1) {
        throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
    }
    return list.items[0] as SObject;
}

/** @throws System.QueryException for more than one row */
export function singleRecordOrNull(list: ApexList): SObject | null {
    return list.items.length === 0 ? null : singleRecord(list);
}

/** `[FIND ...]` and `Search.query`: a list per RETURNING object. */
export function* searchRecords(request: QueryRequest): Generator<Waiting, ApexList, void> {
    const found = yield* current.transaction.database.search(request);
    return new ApexList(
        listType(sobjectType('SObject')),
        found.map(({ objectName, records }) => new ApexList(sobjectType(objectName), records)),
    );
}
