import type { Span } from '../diagnostics/diagnostic.ts';
import type { ChildRelationship, SoqlFieldType, SoqlField, SoqlObject } from '../schema.ts';
import type { StoredValue } from '../source.ts';
import type { Bind, ComparisonOperator, ForClause, Query, WithClause } from '../syntax/ast.ts';
import type { AggregateFunction, ScalarFunction } from './functions.ts';

/** The query with every name resolved and every literal in stored form: what check hands to plan. */

/** One lookup along a path: the reference field and the objects it can point to. */
export interface Step {
    readonly relationship: string;
    readonly reference: SoqlField;
    /** The object that carries the reference. */
    readonly object: SoqlObject;
    readonly targets: readonly SoqlObject[];
}

export interface ResolvedPath {
    readonly steps: readonly Step[];
    /** The object that carries the field; of a polymorphic parent, the first target that has it. */
    readonly object: SoqlObject;
    readonly field: SoqlField;
    /** The field's own name, or the name it has in the `Name` object that a polymorphic lookup shows. */
    readonly name: string;
    /** True for `Who.Type`: the name of the object that the last step points to. */
    readonly isType: boolean;
    readonly span: Span;
}

/** Where names of a query are looked up: its object, and the aliases of its FROM clause. */
export interface Scope {
    readonly object: SoqlObject;
    /** Alias in lower case, to the relationship names it stands for; the object's own alias stands for none. */
    readonly aliases: ReadonlyMap<string, readonly string[]>;
}

interface ExpressionBase {
    /** Equal for expressions that mean the same, so that GROUP BY and SELECT can be matched. */
    readonly key: string;
    readonly type: SoqlFieldType;
    readonly span: Span;
}

export interface FieldExpression extends ExpressionBase {
    readonly kind: 'field';
    readonly path: ResolvedPath;
}

export interface FunctionExpression extends ExpressionBase {
    readonly kind: 'function';
    readonly function: ScalarFunction;
    readonly argument: ResolvedExpression;
}

export interface DistanceExpression extends ExpressionBase {
    readonly kind: 'distance';
    readonly latitude: ResolvedPath;
    readonly longitude: ResolvedPath;
    readonly from: readonly [ResolvedValue, ResolvedValue];
    readonly unit: 'mi' | 'km';
}

export interface AggregateExpression extends ExpressionBase {
    readonly kind: 'aggregate';
    readonly function: AggregateFunction;
    /** Absent for `COUNT()`. */
    readonly argument?: ResolvedExpression;
}

export interface GroupingExpression extends ExpressionBase {
    readonly kind: 'grouping';
    readonly argument: ResolvedExpression;
}

export type ResolvedExpression =
    FieldExpression | FunctionExpression | DistanceExpression | AggregateExpression | GroupingExpression;

export type ResolvedValue =
    /** Of LIKE, the pattern with its backslashes. */
    | { readonly kind: 'constant'; readonly value: StoredValue }
    | { readonly kind: 'period'; readonly name: string; readonly count: number }
    | { readonly kind: 'bind'; readonly expression: string }
    | { readonly kind: 'list'; readonly items: readonly ResolvedValue[] }
    | { readonly kind: 'semijoin'; readonly query: ResolvedQuery };

export interface ResolvedComparison {
    readonly kind: 'comparison';
    readonly left: ResolvedExpression;
    readonly operator: ComparisonOperator;
    readonly right: ResolvedValue;
}

export type ResolvedCondition =
    | ResolvedComparison
    | { readonly kind: 'and' | 'or'; readonly terms: readonly ResolvedCondition[] }
    | { readonly kind: 'not'; readonly term: ResolvedCondition };

export interface ResolvedTypeofBranch {
    readonly object: SoqlObject;
    readonly expressions: readonly ResolvedExpression[];
}

export type ResolvedItem =
    | { readonly kind: 'expression'; readonly expression: ResolvedExpression; readonly alias: string | undefined }
    | { readonly kind: 'child'; readonly relationship: ChildRelationship; readonly query: ResolvedQuery }
    | {
          readonly kind: 'typeof';
          readonly steps: readonly Step[];
          readonly branches: readonly ResolvedTypeofBranch[];
          /** Fields of whatever object the row points to, by name. */
          readonly otherwise: readonly string[] | undefined;
          readonly span: Span;
      };

export interface ResolvedOrder {
    readonly expression: ResolvedExpression;
    readonly descending: boolean;
    readonly nullsFirst: boolean;
}

export interface ResolvedGrouping {
    readonly kind: 'plain' | 'rollup' | 'cube';
    readonly expressions: readonly ResolvedExpression[];
}

export type ResolvedAmount = { readonly kind: 'constant'; readonly value: number } | Pick<Bind, 'kind' | 'expression'>;

export interface ResolvedQuery {
    readonly syntax: Query;
    readonly object: SoqlObject;
    /** `count`: `SELECT COUNT()`, which answers a number and no rows. */
    readonly kind: 'records' | 'aggregate' | 'count';
    readonly items: readonly ResolvedItem[];
    readonly where: ResolvedCondition | undefined;
    readonly grouping: ResolvedGrouping | undefined;
    readonly having: ResolvedCondition | undefined;
    readonly orderBy: readonly ResolvedOrder[];
    readonly limit: ResolvedAmount | undefined;
    readonly offset: ResolvedAmount | undefined;
    readonly scope: string | undefined;
    readonly with: readonly WithClause[];
    readonly forClauses: readonly ForClause[];
    readonly allRows: boolean;
}
