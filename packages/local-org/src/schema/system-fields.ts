import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { NameFieldMetadata, ObjectMetadata } from '../metadata/model.ts';
import { defineField, type FieldDefinition, type FieldStart } from './field-schema.ts';

const READ_ONLY = { createable: false, updateable: false, nillable: false, defaultedOnCreate: true } as const;

const ID = readOnly({ name: 'Id', label: 'Record ID', type: 'id', length: 18, idLookup: true, indexed: true });
const IS_DELETED = readOnly({ name: 'IsDeleted', label: 'Deleted', type: 'boolean', defaultValue: false });
const CREATED_DATE = readOnly({ name: 'CreatedDate', label: 'Created Date', type: 'datetime', indexed: true });
const CREATED_BY = readOnly({
    ...userReference('CreatedById', 'Created By ID', 'CreatedBy'),
    indexed: true,
});
const LAST_MODIFIED = [
    readOnly({ name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime', indexed: true }),
    readOnly({ ...userReference('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy'), indexed: true }),
    readOnly({ name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime', indexed: true }),
];
const AUDIT = [CREATED_DATE, CREATED_BY, ...LAST_MODIFIED];
const SETUP_OWNER = defineField({
    name: 'SetupOwnerId',
    label: 'Location',
    type: 'reference',
    length: 18,
    referenceTo: ['Organization', 'Profile', 'User'],
    relationshipName: 'SetupOwner',
    polymorphic: true,
    nillable: false,
    defaultedOnCreate: true,
    idLookup: true,
    indexed: true,
});

/**
 * The fields that the platform gives to every object of a kind (Object Reference, "System Fields"; Platform Events
 * guide; Custom Metadata Types guide).
 *
 * @param hasOwner false for the detail side of a master-detail: its master's owner counts
 */
export function systemFields(
    kind: SObjectTypeInfo['kind'],
    metadata: ObjectMetadata,
    hasOwner: boolean,
    hasRecordTypes: boolean,
): FieldDefinition[] {
    switch (kind) {
        case 'hierarchySetting':
        case 'listSetting':
            return [ID, IS_DELETED, settingName(kind), SETUP_OWNER, ...AUDIT];
        case 'customMetadata':
            return customMetadataFields();
        case 'platformEvent':
            return platformEventFields();
        default:
            return [
                ID,
                ...(hasOwner ? [owner()] : []),
                IS_DELETED,
                nameField(metadata.nameField),
                ...(hasRecordTypes ? [recordType()] : []),
                ...AUDIT,
                ...(metadata.enableActivities ? [userDate('LastActivityDate', 'Last Activity Date', 'date')] : []),
                userDate('LastViewedDate', 'Last Viewed Date', 'datetime'),
                userDate('LastReferencedDate', 'Last Referenced Date', 'datetime'),
            ];
    }
}

/** A custom object is named by the user or numbered; a text name that is left out becomes the record's id. */
function nameField(metadata: NameFieldMetadata | null): FieldDefinition {
    const autoNumber = metadata?.type === 'AutoNumber';
    return defineField({
        name: 'Name',
        label: metadata?.label ?? 'Name',
        type: 'string',
        length: 80,
        nameField: true,
        indexed: true,
        idLookup: true,
        nillable: !autoNumber,
        defaultedOnCreate: true,
        autoNumber,
        autoNumberFormat: autoNumber
            ? { displayFormat: metadata.displayFormat ?? '{0}', startingNumber: metadata.startingNumber }
            : null,
        createable: !autoNumber,
        updateable: !autoNumber,
        trackHistory: metadata?.trackHistory ?? false,
    });
}

function settingName(kind: 'hierarchySetting' | 'listSetting'): FieldDefinition {
    const isList = kind === 'listSetting';
    return defineField({
        name: 'Name',
        label: 'Name',
        type: 'string',
        length: isList ? 38 : 80,
        nameField: true,
        indexed: true,
        idLookup: true,
        nillable: !isList,
        required: isList,
        unique: isList,
    });
}

function owner(): FieldDefinition {
    return defineField({
        name: 'OwnerId',
        label: 'Owner ID',
        type: 'reference',
        length: 18,
        referenceTo: ['Group', 'User'],
        relationshipName: 'Owner',
        polymorphic: true,
        nillable: false,
        defaultedOnCreate: true,
        indexed: true,
    });
}

export function recordType(): FieldDefinition {
    return defineField({
        name: 'RecordTypeId',
        label: 'Record Type ID',
        type: 'reference',
        length: 18,
        referenceTo: ['RecordType'],
        relationshipName: 'RecordType',
        indexed: true,
    });
}

function customMetadataFields(): FieldDefinition[] {
    const text = (name: string, label: string, length: number, more: Partial<FieldStart> = {}): FieldDefinition =>
        defineField({ name, label, type: 'string', length, createable: false, updateable: false, ...more });
    return [
        ID,
        text('DeveloperName', 'Custom Metadata Record Name', 40, {
            nillable: false,
            indexed: true,
            unique: true,
            idLookup: true,
        }),
        text('MasterLabel', 'Label', 40, { nillable: false, nameField: true, indexed: true }),
        text('Language', 'Master Language', 40, { type: 'picklist', nillable: false }),
        text('NamespacePrefix', 'Namespace Prefix', 15),
        text('Label', 'Label', 40, { nillable: false }),
        text('QualifiedApiName', 'Qualified API Name', 70, { nillable: false, indexed: true }),
        readOnly({ name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime' }),
    ];
}

function platformEventFields(): FieldDefinition[] {
    return [
        ID,
        readOnly({ name: 'ReplayId', label: 'Replay ID', type: 'string', length: 1000, nillable: true }),
        CREATED_DATE,
        CREATED_BY,
        readOnly({ name: 'EventUuid', label: 'Event UUID', type: 'string', length: 36, nillable: true, indexed: true }),
    ];
}

/** `Foo__Share`: who sees a record of Foo, and why. */
export function shareFields(parentObject: string): FieldDefinition[] {
    return [
        ID,
        defineField({
            name: 'ParentId',
            label: 'Parent ID',
            type: 'reference',
            length: 18,
            referenceTo: [parentObject],
            relationshipName: 'Parent',
            nillable: false,
            required: true,
            updateable: false,
            indexed: true,
            deleteConstraint: 'cascade',
            cascadeDelete: true,
        }),
        defineField({
            name: 'AccessLevel',
            label: 'Access Level',
            type: 'picklist',
            length: 40,
            nillable: false,
            required: true,
            picklistValues: ['Read', 'Edit', 'All'].map((value) => ({
                value,
                label: value,
                active: true,
                default: false,
            })),
            restrictedPicklist: true,
        }),
        defineField({
            name: 'UserOrGroupId',
            label: 'User/Group ID',
            type: 'reference',
            length: 18,
            referenceTo: ['Group', 'User'],
            relationshipName: 'UserOrGroup',
            polymorphic: true,
            nillable: false,
            required: true,
            updateable: false,
            indexed: true,
        }),
        defineField({
            name: 'RowCause',
            label: 'Row Cause',
            type: 'picklist',
            length: 40,
            updateable: false,
            defaultValue: 'Manual',
        }),
        readOnly({ name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime' }),
        readOnly(userReference('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy')),
        IS_DELETED,
    ];
}

/** `Foo__History`: one row per tracked change. */
export function historyFields(parentObject: string): FieldDefinition[] {
    const value = (name: string, label: string): FieldDefinition =>
        defineField({ name, label, type: 'anyType', createable: false, updateable: false });
    return [
        ID,
        IS_DELETED,
        readOnly({
            name: 'ParentId',
            label: 'Parent ID',
            type: 'reference',
            length: 18,
            referenceTo: [parentObject],
            relationshipName: 'Parent',
            indexed: true,
            deleteConstraint: 'cascade',
            cascadeDelete: true,
        }),
        CREATED_BY,
        CREATED_DATE,
        readOnly({ name: 'Field', label: 'Changed Field', type: 'picklist', length: 255 }),
        readOnly({ name: 'DataType', label: 'Datatype', type: 'picklist', length: 40, nillable: true }),
        value('OldValue', 'Old Value'),
        value('NewValue', 'New Value'),
    ];
}

function userReference(name: string, label: string, relationshipName: string): FieldStart {
    return { name, label, type: 'reference', length: 18, referenceTo: ['User'], relationshipName };
}

function userDate(name: string, label: string, type: 'date' | 'datetime'): FieldDefinition {
    return readOnly({ name, label, type, nillable: true });
}

function readOnly(field: FieldStart): FieldDefinition {
    return defineField({ ...READ_ONLY, ...field });
}
