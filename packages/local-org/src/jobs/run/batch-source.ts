import {
    ApexList,
    anyType,
    freeze,
    type FrozenState,
    QueryLocator,
    type QueryRequest,
    type RuntimeType,
    sobjectType,
    thaw,
    typeByName,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { OpenTransaction } from '../../org.ts';
import { IdCursor } from '../../query/run-query.ts';
import type { ApexSession } from '../../apex/apex-session.ts';
import type { BatchSource } from '../records/job-record.ts';
import type { ScopeItems } from '../records/batch-scopes.ts';
import { jobException } from '../sentences.ts';
import { callApex } from './call-apex.ts';

/** Records of one scope of a query locator; more are re-chunked without an error (Apex guide, "Using Batch Apex"). */
const MAXIMUM_LOCATOR_SCOPE = 2000;

export interface BatchRows {
    readonly source: BatchSource;
    /** All of them, in order: ids or objects. */
    readonly items: readonly unknown[];
    readonly scopeSize: number;
}

/** What `start` returned, read to its end. */
export function* rowsOfStart(
    session: ApexSession,
    returned: unknown,
    scopeSize: number,
): Generator<Waiting, BatchRows, void> {
    if (returned === null || typeof returned !== 'object') throw jobException('batchReturnedNothing');
    if (returned instanceof QueryLocator && returned.cursor instanceof IdCursor) {
        const { request, ids } = returned.cursor;
        const scope = Math.min(scopeSize, MAXIMUM_LOCATOR_SCOPE);
        return { source: querySource(request), items: ids, scopeSize: scope };
    }
    const items = yield* itemsOf(session, returned);
    const elementType = returned instanceof ApexList ? returned.elementType.name : 'SObject';
    return { source: { kind: 'items', elementType }, items, scopeSize };
}

/** Of the variables that the query could name, those that it names are kept. */
function querySource({ text, binds, access, namespace = '' }: QueryRequest): BatchSource {
    const named = new Set([...text.matchAll(BIND)].map(([, name]) => name?.toLowerCase()));
    const used = [...binds].filter(([name]) => named.has(name.toLowerCase().split('.')[0]));
    const kept = freeze(new ApexList(anyType, used.flat()));
    return { kind: 'query', text, namespace, binds: kept, userMode: access === 'user' };
}

const BIND = /:\s*([A-Za-z_]\w*)/g;

function* itemsOf(session: ApexSession, iterable: object): Generator<Waiting, unknown[], void> {
    if (iterable instanceof ApexList) return [...iterable.items];
    const iterator = (yield* callApex(session, iterable, 'iterator$')) as object;
    const items: unknown[] = [];
    while ((yield* callApex(session, iterator, 'hasnext$')) === true) {
        items.push(yield* callApex(session, iterator, 'next$'));
    }
    return items;
}

/** The items of one scope as its row keeps them. */
export function keepItems(source: BatchSource, items: readonly unknown[]): ScopeItems {
    return source.kind === 'query' ? (items as string[]) : freeze(new ApexList(anyType, [...items]));
}

/** The list that `execute` is given: rows of a query as they are now, those deleted since left out. */
export function scopeList(open: OpenTransaction, source: BatchSource, items: ScopeItems): ApexList {
    if (source.kind === 'query') {
        const ids = items as readonly string[];
        const cursor = open.database.cursorOver(requestOf(source), ids);
        return new ApexList(sobjectType(cursor.objectName), cursor.fetch(0, ids.length));
    }
    const { items: objects } = thaw(items as FrozenState) as ApexList;
    const type: RuntimeType = typeByName(null, source.elementType) ?? anyType;
    return new ApexList(type, objects);
}

function requestOf(source: Extract<BatchSource, { kind: 'query' }>): QueryRequest {
    const pairs = (thaw(source.binds) as ApexList).items;
    const binds = new Map<string, unknown>();
    for (let index = 0; index < pairs.length; index += 2) binds.set(pairs[index] as string, pairs[index + 1]);
    const { text, namespace, userMode } = source;
    return { text, namespace, binds, access: userMode ? 'user' : null, dynamic: true };
}
