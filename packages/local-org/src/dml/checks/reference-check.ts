import type { DmlError } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { DmlContext } from '../dml-context.ts';
import { dmlError } from '../sentences.ts';
import type { SaveRow } from '../save-row.ts';

const lookupsOfObject = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

export function lookupsOf(object: ObjectSchema): readonly FieldSchema[] {
    let lookups = lookupsOfObject.get(object);
    if (lookups === undefined) {
        lookups = object.fields.filter(({ type, calculated }) => type === 'reference' && !calculated);
        lookupsOfObject.set(object, lookups);
    }
    return lookups;
}

/** Every lookup that changed points to a record of the right type that is there. */
export function checkReferences(context: DmlContext, object: ObjectSchema, row: SaveRow): void {
    for (const field of lookupsOf(object)) {
        const id = row.values[field.slot];
        if (typeof id !== 'string' || row.previous?.[field.slot] === id) continue;
        const error = checkReference(context, field, id);
        if (error !== undefined) row.errors.push(error);
    }
}

function checkReference(context: DmlContext, field: FieldSchema, id: string): DmlError | undefined {
    const target = context.schema.objectOfId(id);
    if (target === undefined && field.name === 'SetupEntityId' && context.isComponent(id)) return undefined;
    if (target === undefined) return dmlError('malformedId', [field.name], field.label, id);
    if (!field.referenceTo.includes(target.name)) return dmlError('idOfWrongType', [field.name], field.label, id);
    if (context.transaction.row(target, id) !== undefined) return undefined;
    const deleted = context.transaction.recycledRow(target, id) !== undefined;
    return deleted ? dmlError('entityDeleted', []) : dmlError('invalidCrossReference', [field.name]);
}
