import type { OrgConnection } from './org-connection.ts';

/** One page of an answer of the REST resource `query`. */
interface QueryPage {
    totalSize: number;
    done: boolean;
    nextRecordsUrl?: string;
    records: QueryRecord[];
}

export interface QueryRecord {
    attributes: { type: string; url?: string };
    [field: string]: unknown;
}

export interface QueryResult {
    /** Rows that the query found, which may be more than `records` holds. */
    totalSize: number;
    records: QueryRecord[];
}

export interface QueryOptions {
    /** Rows to stop at. */
    limit?: number;
    /** Whether the Tooling API answers. */
    tooling?: boolean;
}

/**
 * All rows of a SOQL query, page by page.
 *
 * @throws OrgError REQUEST_REFUSED with the org's own sentence where the query is wrong
 */
export async function query(
    connection: OrgConnection,
    soql: string,
    { limit = Number.POSITIVE_INFINITY, tooling = false }: QueryOptions = {},
): Promise<QueryResult> {
    const call = 'the query';
    const path = `/services/data/v${connection.apiVersion}/${tooling ? 'tooling/' : ''}query`;
    let page = asPage(await connection.request({ method: 'GET', path, parameters: { q: soql }, call }), connection);
    const { totalSize } = page;
    const records = [...page.records];
    while (!page.done && page.nextRecordsUrl !== undefined && records.length < limit) {
        page = asPage(await connection.request({ method: 'GET', path: page.nextRecordsUrl, call }), connection);
        records.push(...page.records);
    }
    return { totalSize, records: records.slice(0, limit) };
}

function asPage(body: unknown, connection: OrgConnection): QueryPage {
    const page = body as Partial<QueryPage> | null;
    if (typeof page !== 'object' || !Array.isArray(page?.records) || typeof page.done !== 'boolean') {
        throw connection.malformed({ method: 'GET', path: 'query', call: 'the query' }, 'it has no records');
    }
    return page as QueryPage;
}
