/** SOQL: parse, check, plan, execute. Phases in order; each looks back only. */
export type { BindKind, BindValue, QueryEnvironment } from './environment.ts';
export type { ChildRelationship, SoqlFieldType, PicklistValue, SoqlField, SoqlObject, SoqlSchema } from './schema.ts';
export type { RangeBounds, RowSource, ScanOptions, StoredRow, StoredValue } from './source.ts';

export { QueryError } from './diagnostics/diagnostic.ts';
export type { Diagnostic, Span } from './diagnostics/diagnostic.ts';
export { withQueryContext } from './diagnostics/query-context.ts';
export type { ErrorCode } from './diagnostics/sentences.ts';

export type * from './syntax/ast.ts';
export { parseQuery } from './syntax/parse-query.ts';
export type { ParseOptions, ParseResult } from './syntax/parse-query.ts';
export type { BindMode } from './syntax/bind-scanner.ts';

export { checkQuery } from './check/check-query.ts';
export type { BindType, CheckOptions } from './check/analysis.ts';
export { toStoredId } from './check/ids.ts';

export { planQuery } from './plan/plan-query.ts';
export { explainPlan } from './plan/explain.ts';
export type { PlanExplanation } from './plan/explain.ts';
export type { AccessMode, QueryPlan } from './plan/plan-query.ts';
export type { ChildrenOutput, ExpressionOutput, FieldOutput, Output, ParentOutput, SelectShape } from './plan/shape.ts';

export { executePlan, openPlan, projectRows } from './evaluate/execute.ts';
export type { OpenQuery } from './evaluate/execute.ts';
export type { QueryResult, ResultRecord, ResultValue } from './evaluate/result.ts';
export { compareText, foldText } from './evaluate/text.ts';

export type { Search, SearchGroup, SearchText, SearchWith } from './sosl/ast.ts';
export { parseSearch } from './sosl/parse-search.ts';
export type { ParseSearchResult } from './sosl/parse-search.ts';
export { checkSearch, planSearch } from './sosl/plan-search.ts';
export type { SearchPlan } from './sosl/plan-search.ts';
export { executeSearch } from './sosl/execute-search.ts';
export type { SearchOptions, SearchResult } from './sosl/execute-search.ts';
