import type { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import type { ApexException } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { SObjectField } from '../../schema/sobject-field.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { requireService } from '../../services.ts';
import { cloneRecord } from '../../sobject/clone.ts';
import { fieldOf, getDynamic, putDynamic } from '../../sobject/dynamic-fields.ts';
import { addError, recordErrors } from '../../sobject/errors.ts';
import { throwReadOnly } from '../../sobject/fields.ts';
import { populatedEntries } from '../../sobject/populated.ts';
import { getDynamicChildren, getDynamicParent, putDynamicParent } from '../../sobject/relationships.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { anyType, primitiveType } from '../../types-registry.ts';
import { errorList } from '../database/results.ts';
import { overloads } from '../overloads.ts';
import { nonNull } from '../receiver.ts';
import { settingFunctions } from './settings.ts';

type FieldName = string | SObjectField | null;

/** A field given by name or by token. */
function nameOf(field: FieldName): string {
    return field instanceof SObjectField ? field.info.name : nonNull(field);
}

function isSet(record: SObject, field: FieldName): boolean {
    return record.values[fieldOf(record.type, nameOf(field)).slot] !== undefined;
}

function clone(
    record: SObject,
    preserveId = false,
    deep = false,
    preserveReadonlyTimestamps = false,
    preserveAutonumber = false,
): SObject {
    return cloneRecord(record, { preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber });
}

function setOptions(record: SObject, options: object | null): void {
    record.options = options;
}

function clear(record: SObject): void {
    if (record.readOnly) throwReadOnly();
    record.values.length = 0;
    record.parents = null;
    record.children = null;
}

const get = (record: SObject, field: FieldName): unknown => getDynamic(nonNull(record), nameOf(field));
const put = (record: SObject, field: FieldName, value: unknown): unknown =>
    putDynamic(nonNull(record), nameOf(field), value);
const getSObject = (record: SObject, field: FieldName): SObject | null => getDynamicParent(record, nameOf(field));
const getSObjects = (record: SObject, field: FieldName): ApexList | null => getDynamicChildren(record, nameOf(field));
const putSObject = (record: SObject, field: FieldName, value: SObject | null): SObject | null =>
    putDynamicParent(record, nameOf(field), value);
const addRecordError = (record: SObject, error: string | ApexException, escape = true): void =>
    addError(record, error, null, escape);
const addFieldError = (record: SObject, field: FieldName, message: string, escape = true): void =>
    addError(record, message, nameOf(field), escape);

export const sobjectLibrary: TypeLibrary = {
    type: 'System.SObject',
    /** Of custom settings and custom metadata; the object comes first. */
    statics: settingFunctions,
    methods: {
        'addError(Exception)': addRecordError,
        'addError(Exception,Boolean)': addRecordError,
        'addError(String)': addRecordError,
        'addError(String,Boolean)': addRecordError,
        'addError(String,String)': addFieldError,
        'addError(String,String,Boolean)': addFieldError,
        'addError(Schema.SObjectField,String)': addFieldError,
        'addError(Schema.SObjectField,String,Boolean)': addFieldError,
        'clear()': clear,
        'clone()': clone,
        'clone(Boolean)': clone,
        'clone(Boolean,Boolean)': clone,
        'clone(Boolean,Boolean,Boolean)': clone,
        'clone(Boolean,Boolean,Boolean,Boolean)': clone,
        'get(String)': get,
        'get(Schema.SObjectField)': get,
        'getCloneSourceId()': (record: SObject) => record.cloneSourceId,
        'getErrors()': (record: SObject) => errorList(recordErrors(record)),
        'getOptions()': (record: SObject) => record.options,
        'getPopulatedFieldsAsMap()': (record: SObject) =>
            ApexMap.of(primitiveType('String'), anyType, populatedEntries(record)),
        'getSObject(String)': getSObject,
        'getSObject(Schema.SObjectField)': getSObject,
        'getSObjects(String)': getSObjects,
        'getSObjects(Schema.SObjectField)': getSObjects,
        'getSObjectType()': (record: SObject) => SObjectTypeToken.of(record.type),
        'hasErrors()': (record: SObject) => (record.errors?.length ?? 0) > 0,
        'isClone()': (record: SObject) => record.cloned,
        'isSet(String)': isSet,
        'isSet(Schema.SObjectField)': isSet,
        'put(String,Object)': put,
        'put(Schema.SObjectField,Object)': put,
        'putSObject(String,SObject)': putSObject,
        'putSObject(Schema.SObjectField,SObject)': putSObject,
        'recalculateFormulas()': (record: SObject) =>
            requireService('formulas', 'SObject.recalculateFormulas').recalculate([nonNull(record)]),
        ...overloads('System.SObject', 'setOptions', setOptions),
    },
    fields: {
        Id: {
            get: (record: SObject) => record.id,
            set: (record: SObject, id: string | null) => {
                if (record.readOnly) throwReadOnly();
                record.values[0] = id;
            },
        },
    },
};
