import type { PicklistValueInfo } from '../../sobject/sobject-type.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const picklistEntryType = defineDataType('Schema.PicklistEntry');

export const picklistEntryLibrary = picklistEntryType.library;

export function picklistEntry(value: PicklistValueInfo): DataObject {
    return picklistEntryType.create({
        active: value.active,
        defaultValue: value.default,
        label: value.label,
        value: value.value,
    });
}
