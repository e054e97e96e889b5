import type { Span } from '../diagnostics/diagnostic.ts';

/** The syntax tree of a query as written. Names are unresolved; every node carries its offsets in the query text. */

export interface Name extends Span {
    readonly text: string;
}

/** `Account.Owner.Name`. */
export interface Path extends Span {
    readonly kind: 'path';
    readonly names: readonly Name[];
}

/** `CALENDAR_YEAR(CreatedDate)`, `COUNT()`, `DISTANCE(Place__c, GEOLOCATION(1, 2), 'km')`. */
export interface Call extends Span {
    readonly kind: 'call';
    /** In upper case. */
    readonly name: string;
    /** One field or function; DISTANCE has a location, a GEOLOCATION of two numbers, and a unit. */
    readonly arguments: readonly (Path | Call | Literal | Bind)[];
}

export type Expression = Path | Call;

export type Literal =
    | (Span & { readonly kind: 'null' })
    | (Span & { readonly kind: 'boolean'; readonly value: boolean })
    /** `pattern` keeps the backslashes before `%`, `_` and `\`, as LIKE needs them. */
    | (Span & { readonly kind: 'string'; readonly value: string; readonly pattern: string })
    | (Span & { readonly kind: 'number'; readonly value: number; readonly integer: boolean })
    | (Span & { readonly kind: 'currency'; readonly isoCode: string; readonly value: number })
    /** Days since 1970-01-01. */
    | (Span & { readonly kind: 'date'; readonly value: number })
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    | (Span & { readonly kind: 'datetime'; readonly value: number })
    /** Milliseconds of the day. */
    | (Span & { readonly kind: 'time'; readonly value: number })
    /** `LAST_N_DAYS:30`; the name in upper case, without its colon. */
    | (Span & { readonly kind: 'dateLiteral'; readonly name: string; readonly count: number });

/** `:name`; the expression is the text after the colon, as written. */
export interface Bind extends Span {
    readonly kind: 'bind';
    readonly expression: string;
}

export type ComparisonOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface ValueList extends Span {
    readonly kind: 'list';
    readonly items: readonly (Literal | Bind)[];
}

export interface SubqueryValue extends Span {
    readonly kind: 'subquery';
    readonly query: Query;
}

export type ComparisonValue = Literal | Bind | ValueList | SubqueryValue;

export interface Comparison extends Span {
    readonly kind: 'comparison';
    readonly left: Expression;
    readonly operator: ComparisonOperator;
    readonly operatorSpan: Span;
    readonly right: ComparisonValue;
}

export interface Logical extends Span {
    readonly kind: 'and' | 'or';
    readonly terms: readonly Condition[];
}

export interface Negation extends Span {
    readonly kind: 'not';
    readonly term: Condition;
}

export type Condition = Comparison | Logical | Negation;

export interface ExpressionItem extends Span {
    readonly kind: 'expression';
    readonly expression: Expression;
    readonly alias?: Name;
}

/** `FIELDS(ALL)`. */
export interface FieldsItem extends Span {
    readonly kind: 'fields';
    readonly group: 'ALL' | 'STANDARD' | 'CUSTOM';
}

export interface SubqueryItem extends Span {
    readonly kind: 'subquery';
    readonly query: Query;
    readonly alias?: Name;
}

export interface TypeofBranch extends Span {
    readonly type: Name;
    readonly fields: readonly Path[];
}

export interface TypeofItem extends Span {
    readonly kind: 'typeof';
    readonly relationship: Path;
    readonly branches: readonly TypeofBranch[];
    readonly otherwise?: readonly Path[];
    readonly alias?: Name;
}

export type SelectItem = ExpressionItem | FieldsItem | SubqueryItem | TypeofItem;

/** `Account a`, or, after the first, a relationship with its alias (`a.Owner o`). */
export interface FromItem extends Span {
    readonly path: Path;
    readonly alias?: Name;
}

export type WithClause =
    | (Span & { readonly kind: 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE' })
    | (Span & { readonly kind: 'DATA_CATEGORY' | 'FILTER'; readonly text: string });

export interface GroupBy extends Span {
    readonly kind: 'plain' | 'rollup' | 'cube';
    readonly items: readonly Expression[];
}

export interface OrderItem extends Span {
    readonly expression: Expression;
    readonly descending: boolean;
    /** Absent: nulls first when ascending, last when descending. */
    readonly nulls?: 'first' | 'last';
}

export type Amount = (Span & { readonly kind: 'number'; readonly value: number }) | Bind;

export type ForClause = 'VIEW' | 'REFERENCE' | 'UPDATE';

export interface Query extends Span {
    readonly kind: 'query';
    readonly text: string;
    readonly select: readonly SelectItem[];
    readonly from: readonly FromItem[];
    /** `USING SCOPE mine`, in upper case. */
    readonly scope?: string;
    readonly where?: Condition;
    readonly with: readonly WithClause[];
    readonly groupBy?: GroupBy;
    readonly having?: Condition;
    readonly orderBy: readonly OrderItem[];
    readonly limit?: Amount;
    readonly offset?: Amount;
    readonly forClauses: readonly ForClause[];
    readonly allRows: boolean;
    /** `UPDATE TRACKING`, `UPDATE VIEWSTAT`. */
    readonly update: readonly string[];
}
