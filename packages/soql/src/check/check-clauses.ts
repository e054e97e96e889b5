import type { Span } from '../diagnostics/diagnostic.ts';
import type { Condition, Query } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { isDateFunction } from './functions.ts';
import { describe } from './resolve-expression.ts';
import type { Position } from './resolve-query.ts';
import type { ResolvedItem, ResolvedQuery } from './resolved.ts';

export interface ClauseContext {
    readonly query: Query;
    readonly position: Position;
    readonly items: readonly ResolvedItem[];
    readonly kind: ResolvedQuery['kind'];
}

/** API 58 and later: child queries five levels deep. Parents of child rows keep their own five levels. */
const maximumChildLevels = 4;
const maximumSemiJoins = 2;
export const maximumOffset = 2000;

/** Rules between the clauses of one query, after its names are resolved. */
export function checkClauses({ query, position, items, kind }: ClauseContext, analysis: Analysis): void {
    if (position.kind === 'child' && position.depth > maximumChildLevels) {
        analysis.report(query, 'tooManyChildLevels', maximumChildLevels);
    }
    if (position.kind !== 'root' && kind !== 'records') analysis.report(query, 'aggregateInSubquery');
    if (kind === 'records') {
        checkDuplicates(items, analysis);
        checkDateFunctions(items, analysis);
        for (const item of query.select) {
            if (item.kind === 'expression' && item.alias !== undefined && item.expression.kind === 'path') {
                analysis.report(item.alias, 'aliasOutsideAggregate');
            }
        }
    }
    if (kind === 'aggregate') checkAggregate(query, items, analysis);
    if (kind === 'count' && query.orderBy.length > 0) analysis.report(query, 'countOrdered');
    if (query.offset?.kind === 'number' && query.offset.value > maximumOffset) {
        analysis.report(query.offset, 'offsetTooLarge');
    }
    for (const { kind: filter, start, end, ...rest } of query.with) {
        if ('text' in rest)
            analysis.report({ start, end }, 'unsupportedWith', filter === 'FILTER' ? rest.text : 'DATA CATEGORY');
    }
    checkSemiJoins(query, analysis);
}

function checkDuplicates(items: readonly ResolvedItem[], analysis: Analysis): void {
    const seen = new Set<string>();
    for (const item of items) {
        if (item.kind !== 'expression') continue;
        const { key, span } = item.expression;
        if (seen.has(key)) analysis.report(span, 'duplicateField', describe(item.expression));
        seen.add(key);
    }
}

/** Parts of dates are selected of groups only. */
function checkDateFunctions(items: readonly ResolvedItem[], analysis: Analysis): void {
    for (const item of items) {
        if (item.kind !== 'expression' || item.expression.kind !== 'function') continue;
        const { function: name, span } = item.expression;
        if (isDateFunction(name)) analysis.report(span, 'mustBeGrouped', describe(item.expression));
    }
}

function checkAggregate(query: Query, items: readonly ResolvedItem[], analysis: Analysis): void {
    const names = new Set<string>();
    for (const item of items) {
        if (item.kind !== 'expression') continue;
        const { expression, alias } = item;
        const name = (alias ?? (expression.kind === 'field' ? describe(expression) : '')).toLowerCase();
        if (name !== '' && names.has(name))
            analysis.report(expression.span, 'duplicateAlias', alias ?? describe(expression));
        names.add(name);
    }
    if (query.groupBy === undefined && query.limit !== undefined) {
        analysis.report(query.limit, 'limitOnUngroupedAggregate');
    }
    if (query.groupBy !== undefined && query.groupBy.kind !== 'plain' && query.groupBy.items.length > 3) {
        analysis.report(query.groupBy, 'tooManyGroups', query.groupBy.kind.toUpperCase());
    }
    if (query.forClauses.includes('UPDATE')) analysis.report(query, 'forUpdateAggregate');
}

function checkSemiJoins(query: Query, analysis: Analysis): void {
    const { where } = query;
    if (where === undefined) return;
    const joins = semiJoins(where);
    for (const { span, under } of joins) {
        if (under === 'or') analysis.report(span, where.kind === 'or' ? 'semiJoinInOr' : 'semiJoinDeep');
    }
    if (joins.length > maximumSemiJoins) analysis.report(where, 'semiJoinCount');
}

/** Semi-joins with the connective that they stand under: OR anywhere above them counts. */
function semiJoins(condition: Condition, under: 'and' | 'or' = 'and'): { span: Span; under: 'and' | 'or' }[] {
    if (condition.kind === 'comparison') return condition.right.kind === 'subquery' ? [{ span: condition, under }] : [];
    if (condition.kind === 'not') return semiJoins(condition.term, under);
    return condition.terms.flatMap((term) => semiJoins(term, condition.kind === 'or' ? 'or' : under));
}
