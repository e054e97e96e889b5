import { queryError } from '../diagnostics/diagnostic.ts';
import type { QueryEnvironment } from '../environment.ts';
import { Execution } from '../evaluate/execution.ts';
import { executeOver } from '../evaluate/execute.ts';
import type { ResultRecord } from '../evaluate/result.ts';
import type { QueryPlan } from '../plan/plan-query.ts';
import type { SelectShape } from '../plan/shape.ts';
import type { SoqlObject } from '../schema.ts';
import type { RowSource, StoredRow } from '../source.ts';
import type { SearchTerm } from './ast.ts';
import { fieldsOfGroup, rowTest } from './match.ts';
import type { SearchPlan } from './plan-search.ts';
import { parseTerms } from './search-terms.ts';

export interface SearchOptions {
    /** `Test.setFixedSearchResults`: these records are found, whatever is searched for; WHERE and LIMIT still apply. */
    readonly fixedIds?: readonly string[];
}

/** What was found in one object of RETURNING. */
export interface SearchResult {
    readonly object: SoqlObject;
    readonly shape: SelectShape;
    readonly records: readonly ResultRecord[];
}

/** SOSL answers 2,000 records at most (API version 28.0 and later). */
const maximumRecords = 2000;

/**
 * Runs a search and answers one result for each object of RETURNING, in its order.
 *
 * @throws QueryError for a search text that cannot be read, and for what `executePlan` throws
 */
export function executeSearch(
    plan: SearchPlan,
    source: RowSource,
    environment: QueryEnvironment,
    options: SearchOptions = {},
): SearchResult[] {
    const execution = new Execution(source, environment);
    const { fixedIds } = options;
    const terms = fixedIds === undefined ? parseTerms(searchText(plan, execution)) : undefined;
    const limit = plan.limit === undefined ? maximumRecords : execution.amount(plan.limit, 'LIMIT');
    let left = Math.min(limit, maximumRecords);
    return plan.returning.map((returning) => {
        const rows =
            terms === undefined ? fixedRows(returning, fixedIds ?? [], source) : found(returning, terms, plan, source);
        const records = executeOver(returning, rows, source, environment).slice(0, left);
        left -= records.length;
        return { object: returning.object, shape: returning.shape, records };
    });
}

function searchText({ find }: SearchPlan, execution: Execution): string {
    if (find.kind === 'text') return find.value;
    const { value } = execution.bind(find.expression);
    if (typeof value !== 'string') throw queryError('searchEmpty');
    return value;
}

function* found(
    { object }: QueryPlan,
    term: SearchTerm,
    { group }: SearchPlan,
    source: RowSource,
): Generator<StoredRow> {
    const test = rowTest(term, fieldsOfGroup(object, group));
    for (const row of source.scan(object, { includeDeleted: false })) if (test(row)) yield row;
}

function fixedRows({ object }: QueryPlan, ids: readonly string[], source: RowSource): StoredRow[] {
    const own = ids.filter((id) => object.keyPrefix !== null && id.startsWith(object.keyPrefix));
    return own.flatMap((id) => {
        const row = source.byId(object, id);
        return row === undefined ? [] : [row];
    });
}
