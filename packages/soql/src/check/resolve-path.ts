import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { SoqlField, SoqlObject, SoqlSchema } from '../schema.ts';
import type { Name, Path } from '../syntax/ast.ts';
import { isNameField, nameFieldOf } from './name-object.ts';
import type { ResolvedPath, Scope, Step } from './resolved.ts';

const maximumLevels = 5;

export type Resolution = { readonly path: ResolvedPath } | { readonly diagnostic: Diagnostic };

/** `Type` of a polymorphic relationship is no field of any object: it names the object that the row points to. */
const typeField: SoqlField = {
    name: 'Type',
    slot: -1,
    type: 'string',
    indexed: false,
    unique: false,
    filterable: true,
    sortable: true,
    groupable: true,
    aggregatable: true,
    scale: 0,
    referenceTo: [],
    relationshipName: null,
    picklistValues: [],
    formula: false,
};

export function resolvePath(path: Path, scope: Scope, schema: SoqlSchema): Resolution {
    const names = expandAlias(path.names, scope);
    const steps = resolveSteps(names.slice(0, -1), scope.object, path, schema);
    if ('diagnostic' in steps) return steps;
    if (steps.steps.length > maximumLevels) return { diagnostic: diagnostic(path, 'tooManyPathLevels') };
    return resolveField(names.at(-1) as Name, path, scope.object, steps.steps);
}

/** Relationship names from an object up, as TYPEOF and FROM name them. */
export function resolveSteps(
    names: readonly Name[],
    from: SoqlObject,
    span: Span,
    schema: SoqlSchema,
): { readonly steps: readonly Step[] } | { readonly diagnostic: Diagnostic } {
    const steps: Step[] = [];
    let candidates: readonly SoqlObject[] = [from];
    for (const { text } of names) {
        const step = resolveStep(text, candidates, schema);
        if (step === undefined) return { diagnostic: diagnostic(span, 'unknownRelationship', text) };
        steps.push(step);
        candidates = step.targets;
    }
    return { steps };
}

/** Drops or replaces the first name when it is the object's name or an alias; a relationship of that name wins. */
export function expandAlias(names: readonly Name[], scope: Scope): readonly Name[] {
    const [first, ...rest] = names;
    if (first === undefined || rest.length === 0) return names;
    const relationships = scope.aliases.get(first.text.toLowerCase());
    if (relationships !== undefined) return [...relationships.map((text) => ({ ...first, text })), ...rest];
    const isObjectName = first.text.toLowerCase() === scope.object.name.toLowerCase();
    return isObjectName && relationshipField(scope.object, first.text) === undefined ? rest : names;
}

export function relationshipField(object: SoqlObject, relationship: string): SoqlField | undefined {
    const wanted = relationship.toLowerCase();
    // The lookup of a custom relationship is asked by name, so that the schema resolves its namespace.
    const custom = wanted.endsWith('__r') ? object.field(`${relationship.slice(0, -3)}__c`) : undefined;
    if (custom?.relationshipName != null) return custom;
    return object.fields.find((field) => field.relationshipName?.toLowerCase() === wanted);
}

function resolveStep(name: string, candidates: readonly SoqlObject[], schema: SoqlSchema): Step | undefined {
    for (const object of candidates) {
        const reference = relationshipField(object, name);
        if (reference === undefined || (candidates.length > 1 && !isNameField(reference.name))) continue;
        const targets = reference.referenceTo
            .map((target) => schema.object(target))
            .filter((target) => target !== undefined);
        if (targets.length > 0) {
            return { relationship: reference.relationshipName ?? name, reference, object, targets };
        }
    }
    return undefined;
}

function resolveField({ text }: Name, span: Span, root: SoqlObject, steps: readonly Step[]): Resolution {
    const last = steps.at(-1);
    if (last !== undefined && isPolymorphic(last)) return resolveNameField(text, span, last, steps);
    const object = last?.targets[0] ?? root;
    const field = object.field(text);
    if (field === undefined) return { diagnostic: diagnostic(span, 'noSuchColumn', text, object.name) };
    return { path: { steps, object, field, name: field.name, isType: false, span } };
}

function resolveNameField(name: string, span: Span, { targets }: Step, steps: readonly Step[]): Resolution {
    if (name.toLowerCase() === 'type') {
        return {
            path: { steps, object: targets[0] as SoqlObject, field: typeField, name: 'Type', isType: true, span },
        };
    }
    const object = isNameField(name) ? targets.find((target) => nameFieldOf(target, name) !== undefined) : undefined;
    const field = object && nameFieldOf(object, name);
    if (object === undefined || field === undefined)
        return { diagnostic: diagnostic(span, 'noSuchColumn', name, 'Name') };
    const shown = field === object.field(name) ? field.name : 'Name';
    return { path: { steps, object, field, name: shown, isType: false, span } };
}

export function isPolymorphic(step: Pick<Step, 'reference'>): boolean {
    return step.reference.referenceTo.length > 1;
}
