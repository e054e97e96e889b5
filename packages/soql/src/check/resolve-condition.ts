import type { Comparison, Condition } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { acceptsOperator, familyOf } from './families.ts';
import { describe, resolveExpression } from './resolve-expression.ts';
import { resolveValue } from './resolve-value.ts';
import type { ResolvedComparison, ResolvedCondition, ResolvedExpression, ResolvedValue, Scope } from './resolved.ts';

/** Resolves the inner query of a semi-join; handed in because queries hold conditions. */
export type SemiJoinResolver = (comparison: Comparison, left: ResolvedExpression) => ResolvedValue | undefined;

export interface ConditionContext {
    readonly scope: Scope;
    readonly analysis: Analysis;
    readonly semiJoin: SemiJoinResolver;
    readonly clause: 'WHERE' | 'HAVING';
}

export function resolveCondition(condition: Condition, context: ConditionContext): ResolvedCondition | undefined {
    if (condition.kind === 'comparison') return resolveComparison(condition, context);
    if (condition.kind === 'not') {
        const term = resolveCondition(condition.term, context);
        return term && { kind: 'not', term };
    }
    const terms = condition.terms.map((term) => resolveCondition(term, context));
    return { kind: condition.kind, terms: terms.filter((term) => term !== undefined) };
}

function resolveComparison(comparison: Comparison, context: ConditionContext): ResolvedComparison | undefined {
    const { scope, analysis, clause } = context;
    const left = resolveExpression(comparison.left, scope, analysis);
    if (left === undefined) return undefined;
    if (clause === 'WHERE' && (left.kind === 'aggregate' || left.kind === 'grouping')) {
        return analysis.report(left.span, 'aggregateInWhere', describe(left));
    }
    if (left.kind === 'field' && !left.path.field.filterable) {
        return analysis.report(left.span, 'notFilterable', describe(left));
    }
    const { operator } = comparison;
    const family = familyOf(left.type);
    if (!acceptsOperator(family, operator)) {
        return operator === 'INCLUDES' || operator === 'EXCLUDES'
            ? analysis.report(left.span, 'multipicklistOnly', operator.toLowerCase())
            : analysis.report(left.span, 'invalidOperator', left.type);
    }
    const right = resolveRight(comparison, left, context);
    return right && { kind: 'comparison', left, operator, right };
}

function resolveRight(
    comparison: Comparison,
    left: ResolvedExpression,
    { analysis, semiJoin }: ConditionContext,
): ResolvedValue | undefined {
    const { right, operator } = comparison;
    if (right.kind === 'subquery') return semiJoin(comparison, left);
    if (right.kind !== 'list') return resolveValue(right, left, operator, analysis);
    const items = right.items.map((item) => resolveValue(item, left, operator, analysis));
    const resolved = items.filter((item) => item !== undefined);
    return resolved.length === items.length ? { kind: 'list', items: resolved } : undefined;
}
