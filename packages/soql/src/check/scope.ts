import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ChildRelationship, SoqlObject, SoqlSchema } from '../schema.ts';
import type { FromItem, Name, Query } from '../syntax/ast.ts';
import { resolveSteps } from './resolve-path.ts';
import type { Scope } from './resolved.ts';

export type ScopeResult = { readonly scope: Scope } | { readonly diagnostic: Diagnostic };

/** The scope of a query that names an object: a root query or the inner query of a semi-join. */
export function resolveScope(query: Query, schema: SoqlSchema): ScopeResult {
    const [first, ...others] = query.from as [FromItem, ...FromItem[]];
    const written = first.path.names.map(({ text }) => text).join('.');
    const object = schema.object(written);
    if (object === undefined) return { diagnostic: diagnostic(first.path, 'unknownObject', written) };
    return withAliases(object, first, others, schema);
}

/** The scope of a child query, whose FROM names a child relationship of the outer object. */
export function resolveChildScope(
    query: Query,
    outer: Scope,
    schema: SoqlSchema,
): { readonly scope: Scope; readonly relationship: ChildRelationship } | { readonly diagnostic: Diagnostic } {
    const [first, ...others] = query.from as [FromItem, ...FromItem[]];
    const name = childName(first.path.names, outer);
    const relationship = outer.object.childRelationship(name.text);
    if (relationship === undefined) {
        return { diagnostic: diagnostic(first.path, 'unknownChildRelationship', name.text) };
    }
    const result = withAliases(relationship.object, first, others, schema);
    return 'diagnostic' in result ? result : { scope: result.scope, relationship };
}

/** `Account.Contacts` and `a.Contacts` are written for `Contacts`. */
function childName(names: readonly Name[], outer: Scope): Name {
    const [first, second] = names as [Name, Name | undefined];
    if (second === undefined) return first;
    const qualifier = first.text.toLowerCase();
    const isOuter = qualifier === outer.object.name.toLowerCase() || outer.aliases.get(qualifier)?.length === 0;
    return isOuter ? second : first;
}

function withAliases(
    object: SoqlObject,
    first: FromItem,
    others: readonly FromItem[],
    schema: SoqlSchema,
): ScopeResult {
    const aliases = new Map<string, readonly string[]>();
    if (first.alias !== undefined) aliases.set(first.alias.text.toLowerCase(), []);
    for (const { path, alias } of others) {
        const [head, ...rest] = path.names as [Name, ...Name[]];
        const base = aliases.get(head.text.toLowerCase());
        const isObject = head.text.toLowerCase() === object.name.toLowerCase();
        if (base === undefined && !isObject) return { diagnostic: diagnostic(path, 'drivingObject', object.name) };
        const relationships = [...(base ?? []), ...rest.map(({ text }) => text)];
        const spans = relationships.map((text) => ({ ...path, text }));
        const steps = resolveSteps(spans, object, path, schema);
        if ('diagnostic' in steps) return steps;
        if (alias !== undefined) aliases.set(alias.text.toLowerCase(), relationships);
    }
    return { scope: { object, aliases } };
}
