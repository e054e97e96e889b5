import { Analysis } from '../check/analysis.ts';
import type { CheckOptions } from '../check/analysis.ts';
import { resolveQuery } from '../check/resolve-query.ts';
import type { ResolvedAmount, ResolvedQuery } from '../check/resolved.ts';
import { errorOf } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { planResolved } from '../plan/plan-query.ts';
import type { AccessMode, QueryPlan } from '../plan/plan-query.ts';
import type { SoqlSchema } from '../schema.ts';
import type { Path, Query } from '../syntax/ast.ts';
import type { Search, SearchGroup, SearchText } from './ast.ts';

/** What changes the presentation of a search alone: results carry no snippets, and spelling is never corrected. */
const presentation: ReadonlySet<string> = new Set(['SNIPPET', 'HIGHLIGHT', 'SPELL_CORRECTION', 'METADATA']);
const modes: Readonly<Record<string, AccessMode>> = { USER_MODE: 'user', SYSTEM_MODE: 'system' };

export interface SearchPlan {
    readonly text: string;
    readonly find: SearchText;
    readonly group: SearchGroup;
    /** One plan for each object of RETURNING, in its order; without RETURNING, for each searchable object. */
    readonly returning: readonly QueryPlan[];
    readonly limit: ResolvedAmount | undefined;
    readonly mode: AccessMode | undefined;
    /** `SNIPPET`, `HIGHLIGHT` ...: clauses about the presentation, in upper case. */
    readonly presentation: readonly string[];
}

/** Everything that is wrong with the names, types and clauses of a search. */
export function checkSearch(search: Search, schema: SoqlSchema, options: CheckOptions = {}): Diagnostic[] {
    return resolveSearch(search, schema, options).diagnostics;
}

/**
 * @throws QueryError with the first thing that is wrong with the search
 */
export function planSearch(search: Search, schema: SoqlSchema, options: CheckOptions = {}): SearchPlan {
    const { queries, diagnostics } = resolveSearch(search, schema, options);
    const [first] = diagnostics;
    if (first !== undefined) throw errorOf(first);
    const { limit } = search;
    const mode = search.with.map(({ name }) => modes[name]).find((one) => one !== undefined);
    return {
        text: search.text,
        find: search.find,
        group: search.group,
        returning: queries.map((query) => ({ ...planResolved(query), mode })),
        limit: limit?.kind === 'number' ? { kind: 'constant', value: limit.value } : limit,
        mode,
        presentation: search.with.map(({ name }) => name).filter((name) => presentation.has(name)),
    };
}

/** Without RETURNING a search answers the ids of every searchable object's records. */
function everyObject({ text, start, end }: Search, schema: SoqlSchema): Query[] {
    const path = (name: string): Path => ({ kind: 'path', names: [{ text: name, start, end }], start, end });
    return (schema.searchable?.() ?? []).map(({ name }) => ({
        kind: 'query',
        text,
        select: [{ kind: 'expression', expression: path('Id'), start, end }],
        from: [{ path: path(name), start, end }],
        with: [],
        orderBy: [],
        forClauses: [],
        allRows: false,
        update: [],
        start,
        end,
    }));
}

function resolveSearch(
    search: Search,
    schema: SoqlSchema,
    options: CheckOptions,
): { queries: ResolvedQuery[]; diagnostics: Diagnostic[] } {
    const analysis = new Analysis(schema, options);
    const returning = search.returning.length > 0 ? search.returning : everyObject(search, schema);
    if (returning.length === 0) analysis.report(search, 'searchNeedsReturning');
    const queries = returning.flatMap((query) => resolveQuery(query, analysis) ?? []);
    for (const { name, text, start, end } of search.with) {
        if (!presentation.has(name) && modes[name] === undefined)
            analysis.report({ start, end }, 'unsupportedWith', text);
    }
    return { queries, diagnostics: analysis.diagnostics };
}
