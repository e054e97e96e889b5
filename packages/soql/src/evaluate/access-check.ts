import { isPolymorphic } from '../check/resolve-path.ts';
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
    /** The relationship that leads to the object; a parent that may not be read is no relationship either. */
    readonly relationship?: string;
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
        for (const { object, field, span, relationship } of uses) {
            const isParentReadable = relationship === undefined || may(object);
            if (isParentReadable && may(object, field)) continue;
            if (mode === 'enforced') throw queryError('insufficientSecurityEnforced');
            if (!isParentReadable) throw errorOf(diagnostic(span, 'unknownRelationship', relationship));
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
    const lookups = steps.map((step): Use => ({ object: step.object, field: step.reference, span }));
    const last = steps.at(-1);
    // Behind a polymorphic lookup stands the Name object, which everyone may read.
    if (isType || (last !== undefined && isPolymorphic(last))) return lookups;
    const relationship = last === undefined ? {} : { relationship: last.relationship };
    return [...lookups, { object, field, span, ...relationship }];
}
