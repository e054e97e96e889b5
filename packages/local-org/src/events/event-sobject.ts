import { ApexList, changeEventHeader, primitiveType, SObject } from '@sw-studio/apex/runtime';
import { toApexValue } from '../rows/apex-value.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeHeader, EventRecord } from './log/event-record.ts';

/** The event as a trigger sees it. */
export function eventSObject(object: ObjectSchema, event: EventRecord): SObject {
    const record = new SObject(object);
    const set = (name: string, value: unknown): void => {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) record.values[slot] = value;
    };
    for (const field of object.fields) {
        const value = event.values[field.name] ?? null;
        record.values[field.slot] = value === null ? null : toApexValue(field, value);
    }
    set('ReplayId', String(event.replayId));
    if (event.header === null) {
        set('EventUuid', event.uuid);
        set('CreatedById', event.publishedBy);
        set('CreatedDate', toApexValue({ type: 'datetime' }, Math.floor(event.publishedAt / 1000) * 1000));
    } else {
        set('ChangeEventHeader', headerObject(event.header));
    }
    record.readOnly = true;
    return record;
}

function headerObject(header: ChangeHeader): object {
    const list = (values: readonly string[]): ApexList => ApexList.of(primitiveType('String'), values);
    return changeEventHeader.create({
        ...header,
        recordIds: list(header.recordIds),
        changedFields: list(header.changedFields),
        nulledFields: list(header.nulledFields),
        diffFields: list(header.diffFields),
        commitTimestamp: BigInt(header.commitTimestamp),
        commitNumber: BigInt(header.commitNumber),
    });
}
