import type { Comparison, Query } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { familyOf } from './families.ts';
import { describe } from './resolve-expression.ts';
import type { FieldExpression, ResolvedExpression, ResolvedQuery, ResolvedValue } from './resolved.ts';

/** Checks `left IN (SELECT field FROM ...)`: both sides must be ids of the same object. */
export function resolveSemiJoin(
    comparison: Comparison,
    left: ResolvedExpression,
    resolveInner: (query: Query) => ResolvedQuery | undefined,
    analysis: Analysis,
): ResolvedValue | undefined {
    if (comparison.right.kind !== 'subquery') return undefined;
    const { query: syntax } = comparison.right;
    if (left.kind !== 'field' || familyOf(left.type) !== 'id') {
        return analysis.report(left.span, 'semiJoinLeft', describe(left));
    }
    const clause = forbiddenClause(syntax);
    if (clause !== undefined) return analysis.report(syntax, 'semiJoinClause', clause);
    if (syntax.select.length !== 1) return analysis.report(syntax, 'semiJoinSelectOne');
    const query = resolveInner(syntax);
    const item = query?.items[0];
    if (query === undefined || item === undefined) return undefined;
    if (item.kind !== 'expression' || item.expression.kind !== 'field')
        return analysis.report(syntax, 'semiJoinSelectOne');
    const selected = item.expression;
    if (familyOf(selected.type) !== 'id') return analysis.report(selected.span, 'semiJoinSelectId', describe(selected));
    if (!targetsOf(selected).some((target) => targetsOf(left).includes(target))) {
        return analysis.report(selected.span, 'semiJoinTypes', describe(selected), describe(left));
    }
    return { kind: 'semijoin', query };
}

function forbiddenClause({ groupBy, having, orderBy, limit, offset, forClauses }: Query): string | undefined {
    if (groupBy !== undefined) return 'GROUP BY';
    if (having !== undefined) return 'HAVING';
    if (orderBy.length > 0) return 'ORDER BY';
    if (limit !== undefined) return 'LIMIT';
    if (offset !== undefined) return 'OFFSET';
    return forClauses.length > 0 ? `FOR ${forClauses[0]}` : undefined;
}

/** The objects that the value of an id or reference can point to, in lower case. */
function targetsOf({ path: { field, object } }: FieldExpression): readonly string[] {
    const targets = field.type === 'id' ? [object.name] : field.referenceTo;
    return targets.map((target) => target.toLowerCase());
}
