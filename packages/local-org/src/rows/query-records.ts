import { ApexList, SObject, sobjectType, type SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { SoqlFieldType, Output, ResultRecord, ResultValue, SelectShape, StoredValue } from '@sw-studio/soql';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { SoqlObjectView } from '../schema/soql-schema.ts';
import { toApexValue, type ValueShape } from './apex-value.ts';

/** Builds the sObjects that a query answers, parents and child lists included. */
export function recordOf(result: ResultRecord): SObject {
    const object = (result.object as SoqlObjectView).schema;
    const record = new SObject(object);
    record.queried = true;
    // Id comes with every record, asked for or not.
    if (object.kind !== 'aggregate') record.values[0] = result.row[0] ?? null;
    result.shape.outputs.forEach((output, index) => put(record, output, result.values[index], result));
    return record;
}

function put(record: SObject, output: Output, value: ResultValue, result: ResultRecord): void {
    const object = (result.object as SoqlObjectView).schema;
    switch (output.kind) {
        case 'field':
            if (output.field === undefined) return;
            record.values[output.field.slot] = toApexValue(
                object.fields[output.field.slot] as ValueShape,
                value as StoredValue,
            );
            return;
        case 'parent':
            putParent(record, output, value as ResultRecord | null, object);
            record.values[output.reference.slot] = result.row[output.reference.slot] ?? null;
            return;
        case 'children':
            putChildren(record, output, value as readonly ResultRecord[]);
            return;
        case 'expression':
            (record.aliases ??= new Map()).set(
                output.name.toLowerCase(),
                toApexValue(shapeOf(output.type, output.field?.scale), value as StoredValue),
            );
            return;
        case 'type':
            (record.aliases ??= new Map()).set('type', value);
    }
}

function putParent(
    record: SObject,
    { name, reference }: Extract<Output, { kind: 'parent' }>,
    parent: ResultRecord | null,
    object: ObjectSchema,
): void {
    // The lookup's own value comes with the parent, as on the platform.
    const lookup = object.fields[reference.slot];
    (record.parents ??= new Map()).set(
        (lookup?.relationshipName ?? name).toLowerCase(),
        parent === null ? null : recordOf(parent),
    );
}

function putChildren(
    record: SObject,
    { name, shape }: { name: string; shape: SelectShape },
    children: readonly ResultRecord[],
): void {
    const list = new ApexList(sobjectType(shape.object.name), children.map(recordOf));
    (record.children ??= new Map()).set(name.toLowerCase(), list);
}

/** A row of an aggregate query: a record of the type AggregateResult with its columns under their aliases. */
export function aggregateOf(result: ResultRecord, type: SObjectTypeInfo): SObject {
    const record = new SObject(type);
    record.queried = true;
    const aliases = new Map<string, unknown>();
    record.aliases = aliases;
    result.shape.outputs.forEach((output, index) => {
        if (output.kind !== 'expression' && output.kind !== 'field') return;
        const shape =
            output.kind === 'field'
                ? shapeOf(output.field?.type ?? 'string', output.field?.scale)
                : aggregateShape(output);
        aliases.set(output.name.toLowerCase(), toApexValue(shape, result.values[index] as StoredValue));
    });
    return record;
}

/** COUNT answers an Integer; a sum or average has as many digits as it needs. */
function aggregateShape({ type, field }: Extract<Output, { kind: 'expression' }>): ValueShape {
    return shapeOf(type, type === field?.type ? field.scale : undefined);
}

function shapeOf(type: SoqlFieldType, scale: number | undefined): ValueShape {
    return { type: type === 'autonumber' ? 'string' : type, scale };
}
