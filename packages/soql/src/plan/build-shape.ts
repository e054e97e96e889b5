import { nameFieldOf } from '../check/name-object.ts';
import { describe } from '../check/resolve-expression.ts';
import type { ResolvedExpression, ResolvedItem, ResolvedQuery, Step } from '../check/resolved.ts';
import type { SoqlObject } from '../schema.ts';
import type { ExpressionOutput, FieldOutput, Output, ParentOutput, SelectShape } from './shape.ts';

/** A select item on its way to its place: the lookups still to follow, then what to put there. */
interface Placement {
    readonly steps: readonly Step[];
    readonly place: (object: SoqlObject) => Output | undefined;
    /** TYPEOF places different fields into different targets: into this one, when so many lookups are still to follow. */
    readonly target?: { readonly object: SoqlObject; readonly stepsLeft: number };
}

/** The shape of a query's rows: items through the same relationship are gathered into one parent. */
export function buildShape(query: ResolvedQuery, childShapes: readonly SelectShape[]): SelectShape {
    const named = new Names();
    if (query.kind !== 'records') {
        const outputs = query.items.flatMap((item) =>
            item.kind === 'expression' ? [aggregateOutput(item, named)] : [],
        );
        return { object: query.object, outputs };
    }
    let children = 0;
    const placements = query.items.flatMap((item): Placement[] => {
        if (item.kind === 'child') {
            const index = children++;
            const shape = childShapes[index] as SelectShape;
            return [{ steps: [], place: () => ({ kind: 'children', name: item.relationship.name, shape, index }) }];
        }
        return item.kind === 'typeof' ? typeofPlacements(item) : [expressionPlacement(item, named)];
    });
    return gather(query.object, placements);
}

/** Numbers the expressions without a name of their own. */
class Names {
    #next = 0;

    next(): string {
        return `expr${this.#next++}`;
    }
}

function gather(object: SoqlObject, placements: readonly Placement[]): SelectShape {
    const outputs: (Output | readonly Placement[])[] = [];
    const parents = new Map<string, Placement[]>();
    for (const placement of placements) {
        const [step] = placement.steps;
        const { target } = placement;
        if (target !== undefined && target.stepsLeft === placement.steps.length && target.object !== object) continue;
        if (step === undefined) {
            const output = placement.place(object);
            if (output !== undefined) outputs.push(output);
            continue;
        }
        const through = parents.get(step.relationship) ?? [];
        if (through.length === 0) {
            parents.set(step.relationship, through);
            outputs.push(through);
        }
        through.push(placement);
    }
    return { object, outputs: outputs.map((output) => ('kind' in output ? output : parentOutput(output))) };
}

function parentOutput(through: readonly Placement[]): ParentOutput {
    const { relationship, reference, targets } = (through[0] as Placement).steps[0] as Step;
    const rest = through.map((placement) => ({ ...placement, steps: placement.steps.slice(1) }));
    return { kind: 'parent', name: relationship, reference, shapes: targets.map((target) => gather(target, rest)) };
}

function expressionPlacement(item: ResolvedItem & { kind: 'expression' }, named: Names): Placement {
    const { expression, alias } = item;
    if (expression.kind === 'field') {
        const { steps, name, isType } = expression.path;
        return {
            steps,
            place: (object) => (isType ? { kind: 'type', name: 'Type' } : fieldOutput(name, object)),
        };
    }
    const about = fieldOf(expression);
    if (about === undefined || alias !== undefined || expression.kind === 'distance') {
        const name = alias ?? named.next();
        return { steps: [], place: () => expressionOutput(name, expression) };
    }
    // toLabel(Account.Type) stands where Account.Type would stand, under its name.
    const relative = relativeTo(expression);
    return { steps: about.path.steps, place: () => expressionOutput(about.path.name, relative) };
}

function typeofPlacements({ steps, branches, otherwise }: ResolvedItem & { kind: 'typeof' }): Placement[] {
    const last = steps.at(-1) as Step;
    const placements = branches.flatMap(({ object, expressions }) =>
        expressions.map((expression): Placement => {
            const inner = expressionPlacement({ kind: 'expression', expression, alias: undefined }, new Names());
            const target = { object, stepsLeft: inner.steps.length };
            return { ...inner, steps: [...steps, ...inner.steps], target };
        }),
    );
    const named = new Set(branches.map(({ object }) => object));
    for (const target of last.targets) {
        if (named.has(target)) continue;
        for (const name of otherwise ?? [])
            placements.push({
                steps,
                target: { object: target, stepsLeft: 0 },
                place: (object) => fieldOutput(name, object),
            });
    }
    // A target without fields of its own still yields a record: its type and id.
    placements.push({ steps, place: () => undefined });
    return placements;
}

function fieldOutput(name: string, object: SoqlObject): FieldOutput {
    const field = nameFieldOf(object, name);
    return { kind: 'field', name: object.field(name)?.name ?? name, field };
}

function expressionOutput(name: string, expression: ResolvedExpression): ExpressionOutput {
    return { kind: 'expression', name, type: expression.type, expression, field: fieldOf(expression)?.path.field };
}

function aggregateOutput({ expression, alias }: ResolvedItem & { kind: 'expression' }, named: Names): ExpressionOutput {
    const own = expression.kind === 'field' ? describe(expression) : undefined;
    return expressionOutput(alias ?? own ?? named.next(), expression);
}

function fieldOf(expression: ResolvedExpression): (ResolvedExpression & { kind: 'field' }) | undefined {
    if (expression.kind === 'field') return expression;
    if (expression.kind === 'distance' || expression.argument === undefined) return undefined;
    return fieldOf(expression.argument);
}

/** The same expression seen from the parent that carries the field. */
function relativeTo(expression: ResolvedExpression): ResolvedExpression {
    if (expression.kind === 'field') return { ...expression, path: { ...expression.path, steps: [] } };
    if (expression.kind === 'function') return { ...expression, argument: relativeTo(expression.argument) };
    return expression;
}
