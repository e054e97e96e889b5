import { throwApex } from '../exceptions/throw.ts';
import type { SObjectFieldInfo } from './sobject-type.ts';
import type { SObject } from './sobject.ts';

/**
 * `record.Field` for a field known at compile time.
 *
 * @throws System.SObjectException when the record was queried without the field
 */
export function getField(record: SObject, slot: number): unknown {
    const value = record.values[slot];
    return value === undefined ? readUnset(record, slot) : value;
}

/** @throws System.FinalException on Trigger.old, and on Trigger.new after the save */
export function setField(record: SObject, slot: number, value: unknown): void {
    if (record.readOnly) throwReadOnly();
    record.values[slot] = value;
}

export function throwReadOnly(): never {
    throwApex('System.FinalException', 'Record is read-only');
}

function readUnset(record: SObject, slot: number): unknown {
    const field = record.type.fields[slot];
    if (field === undefined) throw new Error(`${record.type.name} has no field in slot ${slot}`);
    // every query reads the Id; a record without one is a clone
    if (record.queried && slot !== 0) throwNotQueried(record, field.name);
    return unsetValue(field);
}

/** Checkboxes of a record in memory are false until they are set; all other fields are null. */
export function unsetValue(field: SObjectFieldInfo): unknown {
    return field.type === 'boolean' ? false : null;
}

export function throwNotQueried(record: SObject, name: string): never {
    throwApex(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${record.type.name}.${name}`,
    );
}
