import type { PicklistValueInfo } from '../../sobject/sobject-type.ts';
import { onePer } from './one-per.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const picklistEntryType = defineDataType('Schema.PicklistEntry');

export const picklistEntryLibrary = picklistEntryType.library;

export const picklistEntry = onePer((value: PicklistValueInfo): DataObject =>
    picklistEntryType.create({
        active: value.active,
        defaultValue: value.default,
        label: value.label,
        value: value.value,
    }),
);
