import { familyOf } from '../check/families.ts';
import type {
    ResolvedComparison,
    ResolvedCondition,
    ResolvedOrder,
    ResolvedQuery,
    ResolvedValue,
    Step,
} from '../check/resolved.ts';
import { isPolymorphic } from '../check/resolve-path.ts';
import type { SoqlField } from '../schema.ts';

export interface Bound {
    readonly value: ResolvedValue;
    readonly operator: '<' | '<=' | '>' | '>=';
}

/**
 * A way to reach candidate rows. Each is decided by the query's form alone; the values come with the execution, which
 * takes the cheapest of the paths that the row source can answer.
 */
export type AccessPath =
    | { readonly kind: 'scan' }
    | { readonly kind: 'id'; readonly value: ResolvedValue }
    | { readonly kind: 'equal'; readonly field: SoqlField; readonly value: ResolvedValue }
    | { readonly kind: 'range'; readonly field: SoqlField; readonly bounds: readonly Bound[] }
    /** LIKE 'abc%': a range where the pattern has a fixed beginning, which only the execution knows of a bind. */
    | { readonly kind: 'prefix'; readonly field: SoqlField; readonly value: ResolvedValue }
    | { readonly kind: 'union'; readonly paths: readonly AccessPath[] }
    /** A filter on a parent: the parents by their own path, then the rows that point to them. */
    | { readonly kind: 'parent'; readonly step: Step; readonly path: AccessPath };

/** An index that is in the query's order. */
export interface IndexOrder {
    readonly field: SoqlField;
    readonly descending: boolean;
    /** False when further keys order the rows that are equal in the index. */
    readonly complete: boolean;
}

export interface AccessPlan {
    /** Cheapest form first; `scan` is always possible and not listed. */
    readonly candidates: readonly AccessPath[];
    readonly order: IndexOrder | undefined;
}

export function planAccess(query: ResolvedQuery): AccessPlan {
    const candidates = query.where === undefined ? [] : pathsOf(query.where);
    return { candidates: candidates.toSorted((a, b) => rank(a) - rank(b)), order: indexOrder(query) };
}

/** Forms from the most to the least selective, as far as the form tells. */
export function rank(path: AccessPath): number {
    switch (path.kind) {
        case 'id':
            return 0;
        case 'equal':
            return (path.field.unique ? 1 : 2) + (path.value.kind === 'constant' || path.value.kind === 'bind' ? 0 : 2);
        case 'union':
            return Math.max(...path.paths.map(rank)) + 1;
        case 'range':
            return path.bounds.length > 1 ? 6 : 8;
        case 'prefix':
            return 7;
        case 'parent':
            return rank(path.path) + 3;
        case 'scan':
            return 100;
    }
}

/** Every path that alone reaches all rows that satisfy the condition. */
function pathsOf(condition: ResolvedCondition): AccessPath[] {
    if (condition.kind === 'comparison') return pathOf(condition);
    if (condition.kind === 'and') return mergeRanges(condition.terms.flatMap(pathsOf));
    if (condition.kind === 'not') return [];
    const paths = condition.terms.map((term) => pathsOf(term).toSorted((a, b) => rank(a) - rank(b))[0]);
    return paths.every((path) => path !== undefined) && paths.length > 0 ? [{ kind: 'union', paths }] : [];
}

function pathOf({ left, operator, right }: ResolvedComparison): AccessPath[] {
    if (left.kind !== 'field' || left.path.field.formula) return [];
    const { field, steps } = left.path;
    const [step, ...further] = steps;
    if (step !== undefined) {
        if (isPolymorphic(step) || !step.reference.indexed) return [];
        const ofParent = { ...left, path: { ...left.path, steps: further } };
        const paths = pathOf({ kind: 'comparison', left: ofParent, operator, right });
        return paths.map((path) => ({ kind: 'parent', step, path }));
    }
    const isId = field.type === 'id';
    if (!field.indexed && !isId) return [];
    if (right.kind === 'constant' && right.value == null) return [];
    switch (operator) {
        case '=':
            if (right.kind === 'period')
                return [
                    {
                        kind: 'range',
                        field,
                        bounds: [
                            { value: right, operator: '>=' },
                            { value: right, operator: '<=' },
                        ],
                    },
                ];
            return isId ? [{ kind: 'id', value: right }] : [{ kind: 'equal', field, value: right }];
        case 'IN':
            if (right.kind === 'list' && right.items.some(isNullOrPeriod)) return [];
            return isId ? [{ kind: 'id', value: right }] : [{ kind: 'equal', field, value: right }];
        case '<':
        case '<=':
        case '>':
        case '>=':
            return [{ kind: 'range', field, bounds: [{ value: right, operator }] }];
        case 'LIKE':
            return familyOf(field.type) === 'text' ? [{ kind: 'prefix', field, value: right }] : [];
        default:
            return [];
    }
}

function isNullOrPeriod(value: ResolvedValue): boolean {
    return value.kind === 'period' || (value.kind === 'constant' && value.value == null);
}

/** Bounds on one field joined by AND are one range. */
function mergeRanges(paths: readonly AccessPath[]): AccessPath[] {
    const merged: AccessPath[] = [];
    const ranges = new Map<SoqlField, Bound[]>();
    for (const path of paths) {
        if (path.kind !== 'range') merged.push(path);
        else ranges.set(path.field, [...(ranges.get(path.field) ?? []), ...path.bounds]);
    }
    for (const [field, bounds] of ranges) merged.push({ kind: 'range', field, bounds });
    return merged;
}

function indexOrder({ orderBy, kind }: ResolvedQuery): AccessPlan['order'] {
    const [first, ...others] = orderBy;
    if (kind !== 'records' || first === undefined || !isIndexOrder(first)) return undefined;
    const { field } = first.expression.path;
    const complete = others.length === 0 || field.unique || field.type === 'id';
    return { field, descending: first.descending, complete };
}

/** Picklists sort by the order of their values, which no index of values has. */
function isIndexOrder(order: ResolvedOrder): order is ResolvedOrder & { expression: { kind: 'field' } } {
    const { expression, descending, nullsFirst } = order;
    if (expression.kind !== 'field' || expression.path.steps.length > 0 || nullsFirst === descending) return false;
    const { field } = expression.path;
    const isOrdered = field.type !== 'picklist' && field.type !== 'multipicklist';
    return (field.indexed || field.type === 'id') && !field.formula && isOrdered;
}
