import type {
    Expression,
    ExpressionItem,
    FieldsItem,
    Path,
    Query,
    SelectItem,
    TypeofBranch,
    TypeofItem,
} from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { isNameField } from './name-object.ts';
import { isPolymorphic, expandAlias, resolveSteps } from './resolve-path.ts';
import { resolveExpression } from './resolve-expression.ts';
import type { ResolvedExpression, ResolvedItem, ResolvedQuery, ResolvedTypeofBranch, Scope, Step } from './resolved.ts';
import { resolveChildScope } from './scope.ts';
import type { SoqlField } from '../schema.ts';

export interface SelectContext {
    readonly scope: Scope;
    readonly analysis: Analysis;
    readonly query: Query;
    /** Resolves a child query in its own scope; handed in because queries hold select lists. */
    readonly resolveChild: (query: Query, scope: Scope) => ResolvedQuery | undefined;
}

export function resolveSelect(items: readonly SelectItem[], context: SelectContext): ResolvedItem[] {
    return items.flatMap((item) => resolveItem(item, context) ?? []);
}

function resolveItem(item: SelectItem, context: SelectContext): ResolvedItem | readonly ResolvedItem[] | undefined {
    switch (item.kind) {
        case 'expression':
            return resolveExpressionItem(item, context);
        case 'fields':
            return resolveFields(item, context);
        case 'subquery':
            return resolveChildQuery(item.query, context);
        case 'typeof':
            return resolveTypeof(item, context);
    }
}

function resolveExpressionItem(item: ExpressionItem, { scope, analysis }: SelectContext): ResolvedItem | undefined {
    const expression = resolveExpression(item.expression, scope, analysis);
    return expression && { kind: 'expression', expression, alias: item.alias?.text };
}

function resolveFields({ group, start, end }: FieldsItem, { scope, analysis, query }: SelectContext): ResolvedItem[] {
    const isBounded = query.limit?.kind === 'number' && query.limit.value <= 200;
    if (group !== 'STANDARD' && (analysis.isApex || !isBounded)) {
        analysis.report({ start, end }, analysis.isApex ? 'allFieldsInApex' : 'allFieldsUnbounded');
        return [];
    }
    if (query.groupBy !== undefined) {
        analysis.report({ start, end }, 'fieldsGrouped');
        return [];
    }
    const { object } = scope;
    const chosen = object.fields.filter((field) => group === 'ALL' || isCustom(field) === (group === 'CUSTOM'));
    return chosen.map((field) => {
        const path = { steps: [], object, field, name: field.name, isType: false, span: { start, end } };
        const key = field.name.toLowerCase();
        const expression = { kind: 'field' as const, key, type: field.type, path, span: { start, end } };
        return { kind: 'expression', expression, alias: undefined };
    });
}

function isCustom(field: SoqlField): boolean {
    return field.custom ?? /__[a-z]{1,4}$/i.test(field.name);
}

function resolveChildQuery(query: Query, { scope, analysis, resolveChild }: SelectContext): ResolvedItem | undefined {
    const child = resolveChildScope(query, scope, analysis.schema);
    if ('diagnostic' in child) return analysis.add(child.diagnostic);
    const resolved = resolveChild(query, child.scope);
    return resolved && { kind: 'child', relationship: child.relationship, query: resolved };
}

function resolveTypeof(item: TypeofItem, { scope, analysis }: SelectContext): ResolvedItem | undefined {
    const { relationship, start, end } = item;
    const names = expandAlias([...relationship.names, { ...relationship, text: '' }], scope).slice(0, -1);
    const result = resolveSteps(names, scope.object, relationship, analysis.schema);
    if ('diagnostic' in result) return analysis.add(result.diagnostic);
    const { steps } = result;
    const last = steps.at(-1);
    const written = nameOf(relationship);
    if (last === undefined || !isPolymorphic(last))
        return analysis.report(relationship, 'typeofNotPolymorphic', written);
    const branches = item.branches.flatMap((branch) => resolveBranch(branch, last, analysis) ?? []);
    const otherwise = item.otherwise?.map(nameOf);
    for (const path of item.otherwise ?? []) {
        if (!isNameField(nameOf(path))) analysis.report(path, 'noSuchColumn', nameOf(path), 'Name');
    }
    return { kind: 'typeof', steps, branches, otherwise, span: { start, end } };
}

function resolveBranch(
    { type, fields }: TypeofBranch,
    { targets, relationship }: Step,
    analysis: Analysis,
): ResolvedTypeofBranch | undefined {
    const wanted = analysis.schema.object(type.text);
    if (wanted === undefined) return analysis.report(type, 'unknownObject', type.text);
    const object = targets.find((target) => target.name === wanted.name);
    if (object === undefined) return analysis.report(type, 'typeofUnknownType', type.text, relationship);
    return { object, expressions: resolveAll(fields, { object, aliases: new Map() }, analysis) };
}

function resolveAll(fields: readonly Expression[], scope: Scope, analysis: Analysis): ResolvedExpression[] {
    return fields.flatMap((field) => resolveExpression(field, scope, analysis) ?? []);
}

function nameOf(path: Path): string {
    return path.names.map(({ text }) => text).join('.');
}
