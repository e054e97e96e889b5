import { newApexException } from '@sw-studio/apex/runtime';
import { type BindMode, parseQuery, planQuery, QueryError, withQueryContext, type QueryPlan } from '@sw-studio/soql';
import type { OrgSchema } from '../schema/org-schema.ts';
import { DefinitionRows } from './definition-rows.ts';
import { SoqlSchemaView } from '../schema/soql-schema.ts';

/** Texts beyond this are planned anew: code that builds queries with values in them would fill the memory. */
const MAXIMUM_PLANS = 2000;

/** Plans of the queries of one schema as seen from one namespace, each text planned once. */
export class QueryPlanner {
    /** The schema as the queries see it. */
    readonly view: SoqlSchemaView;
    readonly definitions: DefinitionRows;
    private readonly plans = new Map<string, QueryPlan>();

    /** @param view default: the schema as data queries see it */
    constructor(schema: OrgSchema, namespace: string, view = new SoqlSchemaView(schema, namespace)) {
        this.view = view;
        this.definitions = new DefinitionRows(schema);
    }

    /**
     * @param binds what may follow a colon: any expression in brackets, a variable alone in text that Apex puts together
     * @throws System.QueryException as the platform words it
     */
    plan(text: string, binds: BindMode = 'expression'): QueryPlan {
        const key = `${binds} ${text}`;
        const known = this.plans.get(key);
        if (known !== undefined) return known;
        const { query, diagnostics } = parseQuery(text, { binds });
        const [problem] = diagnostics;
        if (query === undefined)
            throw newApexException('System.QueryException', problem?.message ?? 'unexpected token');
        const plan = translateQueryErrors(text, () => planQuery(query, this.view));
        if (this.plans.size >= MAXIMUM_PLANS) this.plans.clear();
        this.plans.set(key, plan);
        return plan;
    }
}

/** Wrong names are shown in their place in the query; wrong grammar and wrong values are not. */
const CODES_WITH_CONTEXT = new Set(['INVALID_FIELD', 'INVALID_TYPE', 'INVALID_QUERY_FILTER_OPERATOR']);

export function translateQueryErrors<T>(text: string, run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        const { span, code, message } = error;
        const shown =
            span !== undefined && CODES_WITH_CONTEXT.has(code)
                ? withQueryContext(text, { start: span.start, message })
                : message;
        throw newApexException('System.QueryException', shown);
    }
}
