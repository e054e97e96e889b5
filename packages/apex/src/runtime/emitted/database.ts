import { dmlStatement, mergeStatement } from '../dml.ts';
import { drive } from '../library.ts';
import { ApexList } from '../collections/list.ts';
import type { AccessLevel, DmlOperation, Waiting } from '../ports.ts';
import { queryCount, queryRecords, queryRequest, searchRecords, singleRecord, singleRecordOrNull } from '../queries.ts';
import type { SObjectField } from '../schema/sobject-field.ts';
import { requireService } from '../services.ts';
import type { SObject } from '../sobject/sobject.ts';
import { listType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';

/** Queries, DML and runAs of emitted code: each once as a generator (`query$$`) and once driven to its end (`query`). */
function* query(
    text: string,
    values: readonly unknown[],
    elementType?: RuntimeType,
): Generator<Waiting, ApexList, void> {
    const found = yield* queryRecords(queryRequest(text, bindsOf(values)));
    return elementType === undefined ? found : found.as(elementType);
}

function count(text: string, values: readonly unknown[]): Generator<Waiting, number, void> {
    return queryCount(queryRequest(text, bindsOf(values)));
}

function search(text: string, values: readonly unknown[]): Generator<Waiting, ApexList, void> {
    return searchRecords(queryRequest(text, bindsOf(values)));
}

function bindsOf(values: readonly unknown[]): Map<string, unknown> {
    return new Map(values.map((value, index) => [`b${index}`, value]));
}

/** Without `as user` or `as system` a statement runs in the mode of the code's API version: system up to 66. */
function dml(operation: DmlOperation) {
    return (
        target: unknown,
        access: AccessLevel | null,
        externalId: SObjectField | null = null,
    ): Generator<Waiting, void, void> => dmlStatement(operation, target, access ?? 'system', externalId?.info ?? null);
}

function merge(winner: unknown, access: AccessLevel | null, losers: unknown): Generator<Waiting, void, void> {
    return mergeStatement(winner, losers, access ?? 'system');
}

function* beginRunAs(user: unknown): Generator<Waiting, object, void> {
    return yield* requireService('test', 'System.runAs').beginRunAs(user);
}

function* callFuture(className: string, methodKey: string, values: readonly unknown[]): Generator<Waiting, void, void> {
    yield* requireService('jobs', `${className} (@future)`).callFuture(className, methodKey, values);
}

type Computation<A extends unknown[], R> = (...values: A) => Generator<Waiting, R, void>;

function plain<A extends unknown[], R>(computation: Computation<A, R>): (...values: A) => R {
    return (...values) => drive(computation(...values));
}

const inserts = dml('insert');
const updates = dml('update');
const upserts = dml('upsert');
const deletes = dml('delete');
const undeletes = dml('undelete');

export const database = {
    query: plain(query),
    query$$: query,
    queryCount: plain(count),
    queryCount$$: count,
    search: plain(search),
    search$$: search,
    /** A query in the place of one record. */
    singleRecord: (list: ApexList): SObject => singleRecord(list),
    singleRecordOrNull: (list: ApexList): SObject | null => singleRecordOrNull(list),
    /** What a query loop over lists runs over: chunks of 200. */
    inChunks(list: ApexList): ApexList {
        const chunks: ApexList[] = [];
        for (let start = 0; start < list.items.length; start += 200) {
            chunks.push(new ApexList(list.elementType, list.items.slice(start, start + 200)));
        }
        return new ApexList(listType(list.elementType), chunks);
    },
    dml_insert: plain(inserts),
    dml_insert$$: inserts,
    dml_update: plain(updates),
    dml_update$$: updates,
    dml_upsert: plain(upserts),
    dml_upsert$$: upserts,
    dml_delete: plain(deletes),
    dml_delete$$: deletes,
    dml_undelete: plain(undeletes),
    dml_undelete$$: undeletes,
    dml_merge: plain(merge),
    dml_merge$$: merge,
    callFuture: plain(callFuture),
    callFuture$$: callFuture,
    beginRunAs: plain(beginRunAs),
    beginRunAs$$: beginRunAs,
    endRunAs(scope: object): void {
        requireService('test', 'System.runAs').endRunAs(scope);
    },
};
