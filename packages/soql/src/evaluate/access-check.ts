import type { ResolvedCondition, ResolvedExpression, ResolvedPath, ResolvedQuery } from '../check/resolved.ts';
import { diagnostic, errorOf, queryError } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { QueryEnvironment } from '../environment.ts';
import type { QueryPlan } from '../plan/plan-query.ts';
import type { SoqlField, SoqlObject } from '../schema.ts';

interface Use {
    readonly object: SoqlObject;
    readonly field: SoqlField;
    readonly span: Span;
}

/**
 * Object and field permissions of a query in user mode: what the user may not read does not exist for the query.
 * WITH SECURITY_ENFORCED looks at SELECT and FROM alone, and says only that something is missing.
 *
 * @throws QueryError at the first object or field that the user may not read
 */
export function requireAccess(plan: QueryPlan, environment: QueryEnvironment): void {
    const mode = environment.userMode === true ? 'user' : plan.mode;
    if (environment.access === undefined || (mode !== 'user' && mode !== 'enforced')) return;
    const may = (object: SoqlObject, field?: SoqlField) => environment.access?.(object, field) ?? true;
    for (const query of queriesOf(plan.query)) {
        const isReadable = may(query.object);
        if (!isReadable && mode === 'enforced') throw queryError('insufficientSecurityEnforced');
        if (!isReadable) throw errorOf(diagnostic(query.syntax, 'unknownObject', query.object.name));
        const uses = mode === 'enforced' ? selected(query) : [...selected(query), ...filtered(query)];
        for (const { object, field, span } of uses) {
            if (may(object, field)) continue;
            if (mode === 'enforced') throw queryError('insufficientSecurityEnforced');
            throw errorOf(diagnostic(span, 'noSuchColumn', field.name, object.name));
        }
    }
}

function queriesOf(query: ResolvedQuery): ResolvedQuery[] {
    const children = query.items.flatMap((item) => (item.kind === 'child' ? queriesOf(item.query) : []));
    const joins = query.where === undefined ? [] : semiJoins(query.where).flatMap(queriesOf);
    return [query, ...children, ...joins];
}

function semiJoins(condition: ResolvedCondition): ResolvedQuery[] {
    if (condition.kind === 'comparison') return condition.right.kind === 'semijoin' ? [condition.right.query] : [];
    return condition.kind === 'not' ? semiJoins(condition.term) : condition.terms.flatMap(semiJoins);
}

function selected({ items }: ResolvedQuery): Use[] {
    return items.flatMap((item) => {
        if (item.kind === 'expression') return usesOf(item.expression);
        if (item.kind === 'child') return [];
        return item.branches.flatMap(({ expressions }) => expressions.flatMap(usesOf));
    });
}

function filtered({ where, having, grouping, orderBy }: ResolvedQuery): Use[] {
    const conditions = [where, having].flatMap((condition) =>
        condition === undefined ? [] : conditionUses(condition),
    );
    const grouped = grouping?.expressions.flatMap(usesOf) ?? [];
    return [...conditions, ...grouped, ...orderBy.flatMap(({ expression }) => usesOf(expression))];
}

function conditionUses(condition: ResolvedCondition): Use[] {
    if (condition.kind === 'comparison') return usesOf(condition.left);
    return condition.kind === 'not' ? conditionUses(condition.term) : condition.terms.flatMap(conditionUses);
}

function usesOf(expression: ResolvedExpression): Use[] {
    if (expression.kind === 'field') return pathUses(expression.path);
    if (expression.kind === 'distance') return pathUses(expression.latitude);
    return expression.argument === undefined ? [] : usesOf(expression.argument);
}

function pathUses({ steps, object, field, isType, span }: ResolvedPath): Use[] {
    const lookups = steps.map((step) => ({ object: step.object, field: step.reference, span }));
    return isType ? lookups : [...lookups, { object, field, span }];
}
