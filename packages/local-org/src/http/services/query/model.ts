import type { QueryRequest, Waiting } from '@sw-studio/apex/runtime';
import {
    executePlan,
    openPlan,
    parseQuery,
    planQuery,
    projectRows,
    QueryError,
    type QueryPlan,
    type ResultRecord,
    withQueryContext,
} from '@sw-studio/soql';
import { environmentOf, type QueryContext, rowsOf } from '../../../query/run-query.ts';
import type { SoqlObjectView } from '../../../schema/soql-schema.ts';
import { ApiError } from '../../routing/api-error.ts';

/** A query of the API: no binds, and what the user may not see is not there. */
export function apiQuery(text: string): QueryRequest {
    return { text, binds: new Map(), access: 'user', dynamic: true };
}

/** All rows of a query at once, or the ids from which the rows of each page are read when they are asked for. */
export type QueryAnswer =
    | {
          readonly kind: 'whole';
          readonly plan: QueryPlan;
          readonly records: readonly ResultRecord[];
          readonly count: number;
      }
    | { readonly kind: 'paged'; readonly plan: QueryPlan; readonly ids: readonly string[] };

/**
 * @param allRows rows in the recycle bin too, as the resource `queryAll` answers
 * @throws ApiError with the code and the sentence of what is wrong with the query
 */
export function* runApiQuery(
    queries: QueryContext,
    text: string,
    { allRows, pageSize }: { readonly allRows: boolean; readonly pageSize: number },
): Generator<Waiting, QueryAnswer, void> {
    const plan = withAllRows(planOf(queries, text), allRows);
    yield { kind: 'database', detail: `SELECT ${plan.object.name}` };
    return explained(text, () => {
        if (plan.kind === 'records') {
            const ids = idsOf(queries, plan, text);
            if (ids.length > pageSize) return { kind: 'paged', plan, ids };
        }
        const { records, count } = executePlan(plan, rowsOf(queries), environmentOf(queries, apiQuery(text), plan));
        return { kind: 'whole', plan, records, count };
    });
}

/** Rows of a page as this transaction sees them; those deleted since are left out. */
export function pageOf(queries: QueryContext, plan: QueryPlan, text: string, ids: readonly string[]): ResultRecord[] {
    const { schema } = plan.object as SoqlObjectView;
    const rows = ids
        .map(
            (id) =>
                queries.transaction.row(schema, id) ??
                (plan.allRows ? queries.transaction.recycledRow(schema, id) : undefined),
        )
        .filter((row) => row !== undefined);
    return [...projectRows(plan, rows, rowsOf(queries), environmentOf(queries, apiQuery(text), plan))];
}

function idsOf(queries: QueryContext, plan: QueryPlan, text: string): string[] {
    const open = openPlan(plan, rowsOf(queries), environmentOf(queries, apiQuery(text), plan));
    return [...open].map(({ row }) => row[0] as string);
}

function withAllRows(plan: QueryPlan, allRows: boolean): QueryPlan {
    return allRows && !plan.allRows ? { ...plan, allRows: true } : plan;
}

/** @throws ApiError */
export function planOf({ planner }: QueryContext, text: string): QueryPlan {
    try {
        return planner.plan(text);
    } catch (thrown) {
        // The planner answers as Apex does, without the code: it is looked for again.
        const { query, diagnostics } = parseQuery(text);
        const [problem] = diagnostics;
        if (query === undefined) {
            const message = problem === undefined ? 'unexpected token' : withQueryContext(text, problem);
            throw new ApiError(400, problem?.code ?? 'MALFORMED_QUERY', message);
        }
        explained(text, () => planQuery(query, planner.view));
        throw thrown;
    }
}

function explained<T>(text: string, run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        const { span, message } = error;
        const shown = span === undefined ? message : withQueryContext(text, { start: span.start, message });
        throw new ApiError(400, error.code, shown);
    }
}
