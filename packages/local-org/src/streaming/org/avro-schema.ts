import { createHash } from 'node:crypto';
import type { FieldType } from '@sw-studio/apex/runtime';
import { isCompound, isFormula, type FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';

type AvroType = string | Readonly<Record<string, unknown>> | readonly unknown[];

export interface AvroField {
    readonly name: string;
    readonly type: AvroType;
}

/** The schema of an event as the Pub/Sub API describes it, with the id that events carry. */
export interface EventAvroSchema {
    readonly id: string;
    readonly json: string;
    readonly fields: readonly AvroField[];
}

/** Dates and times travel as milliseconds. */
const TYPES: Partial<Readonly<Record<FieldType, string>>> = {
    boolean: 'boolean',
    int: 'int',
    long: 'long',
    double: 'double',
    currency: 'double',
    percent: 'double',
    date: 'long',
    datetime: 'long',
    time: 'long',
};

const STRINGS = { type: 'array', items: 'string' };

const HEADER_FIELDS: readonly AvroField[] = [
    { name: 'entityName', type: 'string' },
    { name: 'recordIds', type: STRINGS },
    {
        name: 'changeType',
        type: {
            type: 'enum',
            name: 'ChangeType',
            symbols: [
                'CREATE',
                'UPDATE',
                'DELETE',
                'UNDELETE',
                'GAP_CREATE',
                'GAP_UPDATE',
                'GAP_DELETE',
                'GAP_UNDELETE',
                'GAP_OVERFLOW',
                'SNAPSHOT',
            ],
        },
    },
    { name: 'changeOrigin', type: 'string' },
    { name: 'transactionKey', type: 'string' },
    { name: 'sequenceNumber', type: 'int' },
    { name: 'commitTimestamp', type: 'long' },
    { name: 'commitNumber', type: 'long' },
    { name: 'commitUser', type: 'string' },
    { name: 'nulledFields', type: STRINGS },
    { name: 'diffFields', type: STRINGS },
    { name: 'changedFields', type: STRINGS },
];

/** Fields that an event's message has elsewhere, or not at all. */
const OUTSIDE = new Set(['Id', 'ReplayId', 'EventUuid', 'ChangeEventHeader', 'CreatedDate', 'CreatedById']);

const schemas = new WeakMap<ObjectSchema, EventAvroSchema>();

export function avroSchemaOf(object: ObjectSchema): EventAvroSchema {
    let schema = schemas.get(object);
    if (schema === undefined) schemas.set(object, (schema = buildSchema(object)));
    return schema;
}

/** Fields of the record that messages about it carry. */
export function messageFields(object: ObjectSchema): readonly FieldSchema[] {
    const isChange = object.kind === 'changeEvent';
    return object.fields.filter(
        (field) => !isCompound(field) && !isFormula(field) && isInMessages(field.name, isChange),
    );
}

function isInMessages(name: string, isChange: boolean): boolean {
    return !OUTSIDE.has(name) || (isChange && (name === 'CreatedDate' || name === 'CreatedById'));
}

function buildSchema(object: ObjectSchema): EventAvroSchema {
    const fields = [...leadingFields(object), ...messageFields(object).map(nullable)];
    const record = { type: 'record', name: object.name, namespace: 'com.sforce.eventbus', fields };
    const json = JSON.stringify(record);
    const id = createHash('md5').update(json).digest('base64url');
    return { id, json, fields };
}

function leadingFields(object: ObjectSchema): AvroField[] {
    if (object.kind === 'changeEvent') {
        const header = { type: 'record', name: 'ChangeEventHeader', fields: HEADER_FIELDS };
        return [{ name: 'ChangeEventHeader', type: header }];
    }
    return [
        { name: 'CreatedDate', type: 'long' },
        { name: 'CreatedById', type: 'string' },
    ];
}

function nullable({ name, type }: FieldSchema): AvroField {
    return { name, type: ['null', TYPES[type] ?? 'string'], ...{ default: null } };
}
