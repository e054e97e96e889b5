import type { RecordTypeDescription } from '../../sobject/sobject-type.ts';
import { onePer } from './one-per.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const recordTypeInfoType = defineDataType('Schema.RecordTypeInfo');

export const recordTypeInfoLibrary = recordTypeInfoType.library;

export const recordTypeInfo = onePer((type: RecordTypeDescription): DataObject =>
    recordTypeInfoType.create({
        active: type.active,
        available: type.active,
        defaultRecordTypeMapping: type.default,
        developerName: type.developerName,
        master: type.master,
        name: type.name,
        recordTypeId: type.id,
    }),
);
