import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SoqlSchema } from '../schema.ts';
import type { Query } from '../syntax/ast.ts';
import { Analysis } from './analysis.ts';
import type { CheckOptions } from './analysis.ts';
import { resolveQuery } from './resolve-query.ts';

/** Everything that is wrong with the names, types and clauses of a query, in the order of its resolution. */
export function checkQuery(query: Query, schema: SoqlSchema, options: CheckOptions = {}): Diagnostic[] {
    const analysis = new Analysis(schema, options);
    resolveQuery(query, analysis);
    return analysis.diagnostics;
}
