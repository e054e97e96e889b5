import { SObject, setParent } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import { ApiError } from '../routing/api-error.ts';
import { fieldValue } from './field-value.ts';

/**
 * A record from its JSON. A relationship with an object names its parent by an external id: `{"Owner": {"Username": "..."}}`.
 *
 * @throws ApiError 400 for names that the object does not have and for values that a field cannot hold
 */
export function readRecord(
    schema: OrgSchema,
    object: ObjectSchema,
    json: Readonly<Record<string, unknown>>,
    namespace: string,
): SObject {
    const record = new SObject(object);
    for (const [name, value] of Object.entries(json)) {
        if (name.toLowerCase() === 'attributes') continue;
        const field = object.fieldIn(name, namespace);
        if (field === undefined) putParent(schema, record, object, name, value, namespace);
        else record.values[field.slot] = writtenValue(field, value);
    }
    return record;
}

function writtenValue(field: FieldSchema, value: unknown): unknown {
    const converted = fieldValue(field, value);
    return converted === null && field.type === 'boolean' ? false : converted;
}

function putParent(
    schema: OrgSchema,
    record: SObject,
    object: ObjectSchema,
    name: string,
    value: unknown,
    namespace: string,
): void {
    const lookup = object.relationshipIn(name, namespace);
    if (lookup === undefined || typeof value !== 'object' || Array.isArray(value)) throw noSuchColumn(name, object);
    if (value === null) {
        record.values[lookup.slot] = null;
        return;
    }
    const parentJson = value as Readonly<Record<string, unknown>>;
    const parent = parentObject(schema, lookup, parentJson);
    setParent(record, lookup.relationshipName ?? name, readRecord(schema, parent, parentJson, namespace));
}

function parentObject(schema: OrgSchema, lookup: FieldSchema, json: Readonly<Record<string, unknown>>): ObjectSchema {
    const attributes = json['attributes'] as { type?: string } | undefined;
    const name = attributes?.type ?? lookup.referenceTo[0] ?? '';
    const object = schema.object(name);
    if (object === undefined) throw new ApiError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
    return object;
}

export function noSuchColumn(name: string, { name: objectName }: ObjectSchema): ApiError {
    return new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${objectName}`);
}
