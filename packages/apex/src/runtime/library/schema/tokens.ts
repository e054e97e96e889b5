import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { DescribeField } from '../../schema/describe-field.ts';
import { DescribeObject } from '../../schema/describe-object.ts';
import type { SObjectField } from '../../schema/sobject-field.ts';
import type { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { toFieldValue } from '../../sobject/dynamic-fields.ts';
import { SObject } from '../../sobject/sobject.ts';
import { overloads } from '../overloads.ts';
import { randomUuid } from '../system/uuid.ts';

function newRecord(type: SObjectTypeToken, id: string | null = null): SObject {
    const record = new SObject(type.info);
    if (id !== null) record.values[0] = id;
    return record;
}

/**
 * With `loadDefaults` the literal defaults of the fields are set, as a new record page shows them; a platform event gets
 * its EventUuid (Platform Events Developer Guide, "Get the Event UUID").
 */
function newRecordOfType(type: SObjectTypeToken, recordTypeId: string | null, loadDefaults: boolean | null): SObject {
    const record = new SObject(type.info);
    if (loadDefaults === true) {
        for (const field of type.info.fields) {
            const fromPicklist = field.picklistValues.find((value) => value.default)?.value;
            const value = field.defaultValue ?? fromPicklist ?? null;
            if (value !== null && field.createable) record.values[field.slot] = toFieldValue(field, value);
        }
    }
    const uuidField = type.info.kind === 'platformEvent' ? type.info.field('EventUuid') : undefined;
    if (loadDefaults === true && uuidField !== undefined) record.values[uuidField.slot] = randomUuid().text;
    const recordTypeField = type.info.field('RecordTypeId');
    if (recordTypeId !== null && recordTypeField !== undefined) record.values[recordTypeField.slot] = recordTypeId;
    return record;
}

const describeObject: LibraryFunction = (type: SObjectTypeToken) => DescribeObject.of(type.info);
const describeField: LibraryFunction = (field: SObjectField) => DescribeField.of(field.info);

export const tokenLibraries: readonly TypeLibrary[] = [
    {
        type: 'Schema.SObjectType',
        methods: {
            ...overloads('Schema.SObjectType', 'getDescribe', describeObject),
            'newSObject()': newRecord,
            'newSObject(Id)': newRecord,
            'newSObject(Id,Boolean)': newRecordOfType,
        },
        partly: { 'newSObject(Id,Boolean)': 'Default values that are formulas are not loaded.' },
    },
    {
        type: 'Schema.SObjectField',
        methods: overloads('Schema.SObjectField', 'getDescribe', describeField),
    },
];
