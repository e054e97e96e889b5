import { newApexException, type QueryRequest, type SObject, type Waiting } from '@sw-studio/apex/runtime';
import { executeSearch, parseSearch, planSearch, QueryError, type SearchPlan } from '@sw-studio/soql';
import { recordOf } from '../rows/query-records.ts';
import { environmentOf, rowsOf, type QueryContext } from './run-query.ts';

/** @throws System.SearchException as the platform words it */
export function* runSearch(
    context: QueryContext,
    request: QueryRequest,
): Generator<Waiting, { objectName: string; records: SObject[] }[], void> {
    const plan = translate(() => planOf(context, request));
    yield { kind: 'database', detail: `FIND in ${plan.returning.map(({ object }) => object.name).join(', ')}` };
    const { fixedSearchIds } = context;
    const results = translate(() =>
        executeSearch(
            plan,
            rowsOf(context),
            environmentOf(context, request),
            fixedSearchIds === undefined ? {} : { fixedIds: fixedSearchIds },
        ),
    );
    return results.map(({ object, records }) => ({ objectName: object.name, records: records.map(recordOf) }));
}

function planOf({ planner, plannerOf }: QueryContext, { text, namespace }: QueryRequest): SearchPlan {
    const { search, diagnostics } = parseSearch(text);
    if (search === undefined)
        throw newApexException('System.SearchException', diagnostics[0]?.message ?? 'unexpected token');
    return planSearch(search, (namespace === undefined ? planner : plannerOf(namespace)).view);
}

function translate<T>(run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (error instanceof QueryError) throw newApexException('System.SearchException', error.message);
        throw error;
    }
}
