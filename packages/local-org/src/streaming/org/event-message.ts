import type { EventRecord } from '../../events/log/event-record.ts';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { StoredValue } from '../../store/stored-row.ts';
import type { StreamEvent, TakeRequest } from '../stream-gateway.ts';
import { avroSchemaOf, messageFields } from './avro-schema.ts';

const DAY = 86_400_000;

/** An event as a client of the streaming services gets it. */
export function eventMessage(object: ObjectSchema, event: EventRecord, format: TakeRequest['format']): StreamEvent {
    const isJson = format === 'json';
    return {
        replayId: event.replayId,
        uuid: event.uuid,
        schemaId: avroSchemaOf(object).id,
        kind: event.header === null ? 'event' : 'change',
        payload: { ...leadingValues(object, event, isJson), ...fieldValues(object, event, isJson) },
    };
}

/** Change events in JSON tell changed fields alone; everything else tells all fields. */
function fieldValues(object: ObjectSchema, { header, values }: EventRecord, isJson: boolean): Record<string, unknown> {
    const fields = messageFields(object).filter(({ name }) => !isJson || header === null || name in values);
    return Object.fromEntries(
        fields.map((field) => [
            field.name,
            isJson ? jsonValue(field, values[field.name]) : avroValue(field, values[field.name]),
        ]),
    );
}

function leadingValues(object: ObjectSchema, event: EventRecord, isJson: boolean): Record<string, unknown> {
    const { header, publishedAt, publishedBy } = event;
    if (header === null) {
        const CreatedDate = isJson ? new Date(publishedAt).toISOString() : publishedAt;
        return { CreatedDate, CreatedById: publishedBy };
    }
    if (isJson) return { ChangeEventHeader: header };
    const names = avroSchemaOf(object).fields.map(({ name }) => name);
    return {
        ChangeEventHeader: {
            ...header,
            changedFields: fieldBitmap(names, header.changedFields),
            nulledFields: fieldBitmap(names, header.nulledFields),
            diffFields: [],
        },
    };
}

/** `0x` and a bit for each field of the schema, the first one lowest (Pub/Sub API, "Event Deserialization Considerations"). */
export function fieldBitmap(schemaFields: readonly string[], named: readonly string[]): string[] {
    let bits = 0n;
    for (const name of named) {
        const index = schemaFields.indexOf(name);
        if (index >= 0) bits |= 1n << BigInt(index);
    }
    return bits === 0n ? [] : [`0x${bits.toString(16).toUpperCase()}`];
}

function jsonValue({ type }: FieldSchema, value: StoredValue | undefined): unknown {
    if (value === null || value === undefined) return null;
    if (type === 'datetime') return new Date(value as number).toISOString();
    if (type === 'date') return new Date((value as number) * DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
    if (type === 'time') return `${new Date(value as number).toISOString().slice('yyyy-mm-ddT'.length, -1)}Z`;
    return value;
}

function avroValue({ type }: FieldSchema, value: StoredValue | undefined): unknown {
    if (value === null || value === undefined) return null;
    return type === 'date' ? (value as number) * DAY : value;
}

/** A value that a client published, in stored form. */
export function storedValue({ type }: FieldSchema, value: unknown): StoredValue {
    if (value === null || value === undefined) return null;
    if (type === 'date') return Math.floor(Number(value) / DAY);
    return value as StoredValue;
}
