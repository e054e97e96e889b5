import type { Amount, Comparison, GroupBy, OrderItem, Query } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { checkClauses } from './check-clauses.ts';
import { checkGrouping } from './check-grouping.ts';
import { familyOf } from './families.ts';
import { resolveCondition } from './resolve-condition.ts';
import type { ConditionContext } from './resolve-condition.ts';
import { describe, resolveExpression } from './resolve-expression.ts';
import { resolveSelect } from './resolve-select.ts';
import { resolveSemiJoin } from './resolve-semi-join.ts';
import type {
    ResolvedAmount,
    ResolvedExpression,
    ResolvedGrouping,
    ResolvedItem,
    ResolvedOrder,
    ResolvedQuery,
    Scope,
} from './resolved.ts';
import { resolveScope } from './scope.ts';

/** Where the query stands: the root, a child query at a depth, or the inner query of a semi-join. */
export type Position = { readonly kind: 'root' | 'semijoin' } | { readonly kind: 'child'; readonly depth: number };

/** Resolves a whole query; undefined when its object is unknown, otherwise with what could be resolved. */
export function resolveQuery(query: Query, analysis: Analysis): ResolvedQuery | undefined {
    return resolveNamed(query, { kind: 'root' }, analysis);
}

function resolveNamed(query: Query, position: Position, analysis: Analysis): ResolvedQuery | undefined {
    const result = resolveScope(query, analysis.schema);
    if ('diagnostic' in result) return analysis.add(result.diagnostic);
    return resolveInScope(query, result.scope, position, analysis);
}

function resolveInScope(query: Query, scope: Scope, position: Position, analysis: Analysis): ResolvedQuery {
    const items = resolveSelect(query.select, {
        scope,
        analysis,
        query,
        resolveChild: (child, childScope) => resolveInScope(child, childScope, deeper(position), analysis),
    });
    const grouping = query.groupBy && resolveGrouping(query.groupBy, scope, analysis);
    const kind = kindOf(items, grouping);
    const where = query.where && resolveCondition(query.where, conditionContext('WHERE', scope, position, analysis));
    const having =
        query.having && resolveCondition(query.having, conditionContext('HAVING', scope, position, analysis));
    const orderBy = query.orderBy.flatMap((item) => resolveOrder(item, scope, analysis) ?? []);
    if (kind === 'aggregate') checkGrouping({ items, grouping, having, orderBy }, analysis);
    checkClauses({ query, position, items, kind }, analysis);
    return {
        syntax: query,
        object: scope.object,
        kind,
        items,
        where,
        grouping,
        having,
        orderBy,
        limit: query.limit && resolveAmount(query.limit),
        offset: query.offset && resolveAmount(query.offset),
        scope: query.scope,
        with: query.with,
        forClauses: query.forClauses,
        allRows: query.allRows,
    };
}

function deeper(position: Position): Position {
    return { kind: 'child', depth: position.kind === 'child' ? position.depth + 1 : 1 };
}

function conditionContext(
    clause: 'WHERE' | 'HAVING',
    scope: Scope,
    position: Position,
    analysis: Analysis,
): ConditionContext {
    const semiJoin = (comparison: Comparison, left: ResolvedExpression) => {
        if (position.kind === 'semijoin') return analysis.report(comparison, 'semiJoinNested');
        const inner = (query: Query) => resolveNamed(query, { kind: 'semijoin' }, analysis);
        return resolveSemiJoin(comparison, left, inner, analysis);
    };
    return { clause, scope, analysis, semiJoin };
}

function kindOf(items: readonly ResolvedItem[], grouping: ResolvedGrouping | undefined): ResolvedQuery['kind'] {
    const aggregates = items.filter((item) => item.kind === 'expression' && containsAggregate(item.expression));
    const [only] = items;
    const isCount = only?.kind === 'expression' && only.expression.key === 'count()' && items.length === 1;
    if (isCount && grouping === undefined && only.alias === undefined) return 'count';
    return aggregates.length > 0 || grouping !== undefined ? 'aggregate' : 'records';
}

function containsAggregate(expression: ResolvedExpression): boolean {
    if (expression.kind === 'aggregate' || expression.kind === 'grouping') return true;
    return expression.kind === 'function' && containsAggregate(expression.argument);
}

function resolveGrouping({ kind, items }: GroupBy, scope: Scope, analysis: Analysis): ResolvedGrouping {
    const expressions = items.flatMap((item) => {
        const expression = resolveExpression(item, scope, analysis);
        if (expression === undefined) return [];
        if (expression.kind === 'field' && !expression.path.field.groupable) {
            analysis.report(item, 'notGroupable', describe(expression));
        }
        return [expression];
    });
    return { kind, expressions };
}

function resolveOrder(item: OrderItem, scope: Scope, analysis: Analysis): ResolvedOrder | undefined {
    const expression = resolveExpression(item.expression, scope, analysis);
    if (expression === undefined) return undefined;
    const unsortable = familyOf(expression.type) === 'none' || expression.type === 'multipicklist';
    if (unsortable || (expression.kind === 'field' && !expression.path.field.sortable)) {
        return analysis.report(item, 'notSortable', describe(expression));
    }
    const nullsFirst = item.nulls === undefined ? !item.descending : item.nulls === 'first';
    return { expression, descending: item.descending, nullsFirst };
}

function resolveAmount(amount: Amount): ResolvedAmount {
    return amount.kind === 'bind'
        ? { kind: 'bind', expression: amount.expression }
        : { kind: 'constant', value: amount.value };
}
