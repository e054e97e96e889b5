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
    const query = resolveInner(syntax);
    const item = query?.items[0];
    if (query === undefined || item === undefined) return undefined;
    if (item.kind !== 'expression') return undefined;
    const selected = item.expression;
    if (selected.kind !== 'field' || familyOf(selected.type) !== 'id') {
        return analysis.report(selected.span, 'semiJoinSelectId', describe(selected));
    }
    if (!targetsOf(selected).some((target) => targetsOf(left).includes(target))) {
        return analysis.report(selected.span, 'semiJoinTypes', describe(selected), describe(left));
    }
    return { kind: 'semijoin', query };
}

/** The objects that the value of an id or reference can point to, in lower case. */
function targetsOf({ path: { field, object } }: FieldExpression): readonly string[] {
    const targets = field.type === 'id' ? [object.name] : field.referenceTo;
    return targets.map((target) => target.toLowerCase());
}
