import { ApexList } from '../../collections/list.ts';
import type { ApexMap } from '../../collections/map.ts';
import { throwApex } from '../../exceptions/throw.ts';
import { blocking, type LibraryFunction } from '../../library.ts';
import type { QueryRequest, Waiting } from '../../ports.ts';
import { queryCount, queryRecords, queryRequest, type Binds } from '../../queries.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { accessOf, AccessLevelValue } from '../system/access-level.ts';
import { overloads } from '../overloads.ts';
import type { Cursor } from './query-locator.ts';
import { openCursor, openLocator, QueryLocator } from './query-locator.ts';

/**
 * The request of a dynamic query. Beyond the arguments of its signature a call may pass the variables that `:name` can
 * mean there, as a Map by lower-case name: the compiler adds them, since only it knows them.
 */
function dynamicRequest(text: string | null, rest: readonly unknown[]): QueryRequest {
    if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    const binds = rest.find((value) => value instanceof Map) as Binds | undefined;
    const access = rest.find((value) => value instanceof AccessLevelValue);
    return queryRequest(text, binds, accessOf(access, null), true);
}

/** Bind names of `queryWithBinds` are compared without case, and two that differ by case alone are refused. */
function boundRequest(text: string | null, map: ApexMap, access: unknown): QueryRequest {
    const binds = new Map<string, unknown>();
    for (const [name, value] of map.store.entries) {
        const key = String(name).toLowerCase();
        if (binds.has(key))
            throwApex(
                'System.QueryException',
                `The bindMap consists of duplicate case-insensitive keys: ${String(name)}`,
            );
        binds.set(key, value);
    }
    return dynamicRequest(text, [binds, access]);
}

const query = blocking((text: string | null, ...rest: unknown[]) => queryRecords(dynamicRequest(text, rest)));

const queryWithBinds = blocking((text: string | null, binds: ApexMap, access: unknown) =>
    queryRecords(boundRequest(text, binds, access)),
);

const countQuery = blocking((text: string | null, ...rest: unknown[]) => queryCount(dynamicRequest(text, rest)));

const countQueryWithBinds = blocking((text: string | null, binds: ApexMap, access: unknown) =>
    queryCount(boundRequest(text, binds, access)),
);

const getQueryLocator = blocking(function* (
    source: string | ApexList | null,
    ...rest: unknown[]
): Generator<Waiting, QueryLocator, void> {
    if (source instanceof ApexList) return QueryLocator.ofRecords(source.elementType.name, source.items as SObject[]);
    return yield* openLocator(dynamicRequest(source, rest));
});

const getQueryLocatorWithBinds = blocking((text: string | null, binds: ApexMap, access: unknown) =>
    openLocator(boundRequest(text, binds, access)),
);

const getCursor = blocking((text: string | null, ...rest: unknown[]): Generator<Waiting, Cursor, void> =>
    openCursor(dynamicRequest(text, rest)),
);

const getCursorWithBinds = blocking((text: string | null, binds: ApexMap, access: unknown) =>
    openCursor(boundRequest(text, binds, access)),
);

export const queryFunctions: Readonly<Record<string, LibraryFunction>> = {
    ...overloads('System.Database', 'query', query),
    ...overloads('System.Database', 'queryWithBinds', queryWithBinds),
    ...overloads('System.Database', 'countQuery', countQuery),
    ...overloads('System.Database', 'countQueryWithBinds', countQueryWithBinds),
    ...overloads('System.Database', 'getQueryLocator', getQueryLocator),
    ...overloads('System.Database', 'getQueryLocatorWithBinds', getQueryLocatorWithBinds),
    ...overloads('System.Database', 'getCursor', getCursor),
    ...overloads('System.Database', 'getCursorWithBinds', getCursorWithBinds),
};
