import type { Analysis } from './analysis.ts';
import { describe } from './resolve-expression.ts';
import type {
    ResolvedCondition,
    ResolvedExpression,
    ResolvedGrouping,
    ResolvedItem,
    ResolvedOrder,
} from './resolved.ts';

export interface GroupedParts {
    readonly items: readonly ResolvedItem[];
    readonly grouping: ResolvedGrouping | undefined;
    readonly having: ResolvedCondition | undefined;
    readonly orderBy: readonly ResolvedOrder[];
}

/** In a grouped query every expression outside of an aggregate must be one of the grouped ones. */
export function checkGrouping({ items, grouping, having, orderBy }: GroupedParts, analysis: Analysis): void {
    const grouped = new Set(grouping?.expressions.map(({ key }) => key));
    for (const item of items) {
        if (item.kind === 'child') analysis.report(item.query.syntax, 'groupedSubquery');
        else if (item.kind === 'typeof') analysis.report(item.span, 'typeofGrouped');
        else requireGrouped(item.expression, grouped, 'mustBeGrouped', analysis);
    }
    for (const { expression } of orderBy) requireGrouped(expression, grouped, 'orderMustBeGrouped', analysis);
    if (having !== undefined) checkHaving(having, grouped, analysis);
    for (const expression of groupingArguments(items)) checkGroupingArgument(expression, grouping, grouped, analysis);
}

function checkHaving(condition: ResolvedCondition, grouped: ReadonlySet<string>, analysis: Analysis): void {
    if (condition.kind === 'comparison') {
        requireGrouped(condition.left, grouped, 'havingMustBeGrouped', analysis);
    } else if (condition.kind === 'not') {
        checkHaving(condition.term, grouped, analysis);
    } else {
        for (const term of condition.terms) checkHaving(term, grouped, analysis);
    }
}

function requireGrouped(
    expression: ResolvedExpression,
    grouped: ReadonlySet<string>,
    sentence: 'mustBeGrouped' | 'orderMustBeGrouped' | 'havingMustBeGrouped',
    analysis: Analysis,
): void {
    if (isGrouped(expression, grouped)) return;
    analysis.report(expression.span, sentence, describe(expression));
}

/** FORMAT, toLabel and convertCurrency of what is grouped or aggregated are grouped too. */
function isGrouped(expression: ResolvedExpression, grouped: ReadonlySet<string>): boolean {
    if (expression.kind === 'aggregate' || expression.kind === 'grouping' || grouped.has(expression.key)) return true;
    return expression.kind === 'function' && isGrouped(expression.argument, grouped);
}

function groupingArguments(items: readonly ResolvedItem[]): ResolvedExpression[] {
    return items.flatMap((item) =>
        item.kind === 'expression' && item.expression.kind === 'grouping' ? [item.expression.argument] : [],
    );
}

function checkGroupingArgument(
    argument: ResolvedExpression,
    grouping: ResolvedGrouping | undefined,
    grouped: ReadonlySet<string>,
    analysis: Analysis,
): void {
    if (grouping === undefined || grouping.kind === 'plain') analysis.report(argument.span, 'groupingWithoutRollup');
    else if (!grouped.has(argument.key)) analysis.report(argument.span, 'groupingNotGrouped', describe(argument));
}
