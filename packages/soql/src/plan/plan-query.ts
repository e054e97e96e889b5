import { Analysis } from '../check/analysis.ts';
import type { CheckOptions } from '../check/analysis.ts';
import { resolveQuery } from '../check/resolve-query.ts';
import type { ResolvedQuery } from '../check/resolved.ts';
import { errorOf, queryError } from '../diagnostics/diagnostic.ts';
import type { SoqlObject, SoqlSchema } from '../schema.ts';
import type { ForClause, Query } from '../syntax/ast.ts';
import { planAccess } from './access-path.ts';
import type { AccessPlan } from './access-path.ts';
import { buildShape } from './build-shape.ts';
import type { SelectShape } from './shape.ts';

/** `user`: object, field and record access of the running user; `enforced`: WITH SECURITY_ENFORCED. */
export type AccessMode = 'user' | 'system' | 'enforced';

/**
 * A query ready to run any number of times. It depends on the query text and the schema only, so it may be cached by
 * both; binds, the clock and the rows come with the execution.
 */
export interface QueryPlan {
    readonly text: string;
    readonly object: SoqlObject;
    readonly kind: 'records' | 'aggregate' | 'count';
    readonly shape: SelectShape;
    readonly access: AccessPlan;
    readonly query: ResolvedQuery;
    /** Plans of the child queries, by `ChildrenOutput.index`. */
    readonly children: readonly QueryPlan[];
    /** `USING SCOPE`, in upper case. */
    readonly scope: string | undefined;
    /** Undefined when the query does not say. */
    readonly mode: AccessMode | undefined;
    /** `FOR VIEW`, `FOR REFERENCE`, `FOR UPDATE`. */
    readonly forClauses: readonly ForClause[];
    readonly forUpdate: boolean;
    readonly allRows: boolean;
}

/**
 * @throws QueryError with the first thing that is wrong with the query
 */
export function planQuery(query: Query, schema: SoqlSchema, options: CheckOptions = {}): QueryPlan {
    const analysis = new Analysis(schema, options);
    const resolved = resolveQuery(query, analysis);
    const [first] = analysis.diagnostics;
    if (first !== undefined) throw errorOf(first);
    if (resolved === undefined) throw queryError('unexpectedToken', '<EOF>');
    return planResolved(resolved);
}

export function planResolved(query: ResolvedQuery): QueryPlan {
    const children = query.items.flatMap((item) => (item.kind === 'child' ? [planResolved(item.query)] : []));
    const mode = modeOf(query);
    return {
        text: query.syntax.text.slice(query.syntax.start, query.syntax.end),
        object: query.object,
        kind: query.kind,
        shape: buildShape(
            query,
            children.map(({ shape }) => shape),
        ),
        access: planAccess(query),
        query,
        children,
        scope: query.scope,
        mode,
        forClauses: query.forClauses,
        forUpdate: query.forClauses.includes('UPDATE'),
        allRows: query.allRows,
    };
}

function modeOf(query: ResolvedQuery): AccessMode | undefined {
    for (const { kind } of query.with) {
        if (kind === 'USER_MODE') return 'user';
        if (kind === 'SYSTEM_MODE') return 'system';
        if (kind === 'SECURITY_ENFORCED') return 'enforced';
    }
    return undefined;
}
