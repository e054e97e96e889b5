import type { ResolvedExpression } from '../check/resolved.ts';
import type { Output, ParentOutput, SelectShape } from '../plan/shape.ts';
import type { SoqlObject } from '../schema.ts';
import type { StoredRow } from '../source.ts';
import type { Compiled, Execution, Reader } from './execution.ts';
import { compileExpression, targetOf } from './expression.ts';
import type { ResultRecord, ResultValue } from './result.ts';

export type Projector = (row: StoredRow) => ResultRecord;
type ValueOf = (row: StoredRow) => ResultValue;

export interface ProjectionParts {
    readonly read: (expression: ResolvedExpression) => Compiled<Reader>;
    /** Runs the child query of an index for the record that the row is of. */
    readonly children: (index: number) => Compiled<(row: StoredRow) => readonly ResultRecord[]>;
}

/** Compiles a shape into a function that builds records; fields that are simply stored are copied by slot. */
export function compileShape(shape: SelectShape, parts: ProjectionParts): Compiled<Projector> {
    const { object } = shape;
    const slots = plainSlots(shape);
    if (slots !== undefined) {
        const { length } = slots;
        return () => (row) => {
            const values = new Array<ResultValue>(length);
            for (let index = 0; index < length; index++) values[index] = row[slots[index] as number] ?? null;
            return { object, shape, row, values };
        };
    }
    const compiled = shape.outputs.map((output) => compileOutput(output, object, parts));
    return (execution) => {
        const readers = compiled.map((one) => one(execution));
        return (row) => ({ object, shape, row, values: readers.map((read) => read(row) ?? null) });
    };
}

function plainSlots({ outputs }: SelectShape): number[] | undefined {
    const slots: number[] = [];
    for (const output of outputs) {
        if (output.kind !== 'field' || output.field === undefined) return undefined;
        if (output.field.formula || output.field.type === 'boolean') return undefined;
        slots.push(output.field.slot);
    }
    return slots;
}

function compileOutput(output: Output, object: SoqlObject, parts: ProjectionParts): Compiled<ValueOf> {
    switch (output.kind) {
        case 'field': {
            const { field } = output;
            if (field === undefined) return () => () => null;
            const path = { steps: [], object, field, name: field.name, isType: false, span: { start: 0, end: 0 } };
            return compileExpression({ kind: 'field', key: '', type: field.type, path, span: path.span });
        }
        case 'expression':
            return parts.read(output.expression);
        case 'type':
            return () => () => object.name;
        case 'parent':
            return compileParent(output, parts);
        case 'children':
            return parts.children(output.index);
    }
}

function compileParent({ reference, shapes }: ParentOutput, parts: ProjectionParts): Compiled<ValueOf> {
    const compiled = shapes.map((shape) => ({ object: shape.object, project: compileShape(shape, parts) }));
    const targets = shapes.map(({ object }) => object);
    return (execution) => {
        const projectors = new Map(compiled.map(({ object, project }) => [object, project(execution)]));
        return (row) => {
            const id = row[reference.slot];
            return typeof id === 'string' ? projectParent(id, { reference, targets }, projectors, execution) : null;
        };
    };
}

function projectParent(
    id: string,
    step: Parameters<typeof targetOf>[0],
    projectors: ReadonlyMap<SoqlObject, Projector>,
    { source }: Execution,
): ResultRecord | null {
    const target = targetOf(step, id);
    const row = target && source.byId(target, id);
    if (target === undefined || row === undefined) return null;
    return projectors.get(target)?.(row) ?? null;
}
