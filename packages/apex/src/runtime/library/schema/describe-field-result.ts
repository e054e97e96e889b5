import { ApexList } from '../../collections/list.ts';
import { current } from '../../context.ts';
import type { TypeLibrary } from '../../library.ts';
import type { DescribeField } from '../../schema/describe-field.ts';
import { displayType, soapType } from '../../schema/display-type.ts';
import { fieldToken } from '../../schema/sobject-field.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { findService, type FieldAccess } from '../../services.ts';
import type { SObjectFieldInfo, SObjectTypeInfo } from '../../sobject/sobject-type.ts';
import { namedType } from '../../types-registry.ts';
import { computedMembers, type MemberReaders } from '../computed-members.ts';
import {
    byteLengthOf,
    digitsOf,
    isAggregatable,
    isDefaultedOnCreate,
    isFilterable,
    isGroupable,
} from './field-traits.ts';
import { isPermissionable, isSortable } from './field-traits.ts';
import { picklistEntry } from './picklist-entry.ts';

/** Whether the running user may; without a permission model in the org, whether the field itself allows it. */
function may(field: SObjectFieldInfo, access: FieldAccess): boolean {
    return findService('access')?.fieldAccess(field.object, field.name, access) ?? true;
}

function objects(names: readonly string[]): ApexList {
    const { schema, namespace } = current.transaction;
    const found = names
        .map((name) => schema.sobject(name, namespace))
        .filter((info): info is SObjectTypeInfo => !!info);
    return ApexList.of(namedType('Schema.SObjectType'), found.map(SObjectTypeToken.of));
}

const ofField: MemberReaders<SObjectFieldInfo> = {
    Accessible: (field) => may(field, 'READABLE'),
    Aggregatable: isAggregatable,
    AutoNumber: (field) => field.autoNumber,
    ByteLength: byteLengthOf,
    Calculated: (field) => field.calculated,
    CalculatedFormula: (field) => field.formula,
    CascadeDelete: (field) => field.cascadeDelete,
    CaseSensitive: (field) => field.caseSensitive,
    CompoundFieldName: (field) => field.compoundFieldName,
    Controller: (field) => {
        const controller = field.controllingField === null ? undefined : field.object.field(field.controllingField);
        return controller === undefined ? null : fieldToken(controller);
    },
    Createable: (field) => field.createable && may(field, 'CREATABLE'),
    Custom: (field) => field.custom,
    DefaultedOnCreate: isDefaultedOnCreate,
    DefaultValue: (field) => field.defaultValue ?? null,
    DefaultValueFormula: (field) => field.defaultValueFormula,
    DependentPicklist: (field) => field.controllingField !== null,
    DeprecatedAndHidden: () => false,
    Digits: digitsOf,
    Encrypted: (field) => field.type === 'encryptedstring',
    ExternalId: (field) => field.externalId,
    Filterable: isFilterable,
    Groupable: isGroupable,
    HtmlFormatted: (field) => field.type === 'html',
    IdLookup: (field) => field.slot === 0 || field.externalId,
    InlineHelpText: (field) => field.helpText,
    Label: (field) => field.label,
    Length: (field) => field.length,
    LocalName: (field) => field.localName,
    Name: (field) => field.name,
    NameField: (field) => field.nameField,
    NamePointing: (field) => field.referenceTo.length > 1,
    Nillable: (field) => field.nillable,
    Permissionable: isPermissionable,
    PicklistValues: (field) => ApexList.of(namedType('Schema.PicklistEntry'), field.picklistValues.map(picklistEntry)),
    Precision: (field) => field.precision,
    ReferenceTo: (field) => objects(field.referenceTo),
    RelationshipName: (field) => field.relationshipName,
    RelationshipOrder: (field) => field.relationshipOrder,
    RestrictedPicklist: (field) => field.restrictedPicklist,
    Scale: (field) => field.scale,
    SoapType: (field) => soapType(field.type),
    SobjectField: fieldToken,
    SObjectType: (field) => SObjectTypeToken.of(field.object),
    Sortable: isSortable,
    Type: (field) => displayType(field.type),
    Unique: (field) => field.unique,
    Updateable: (field) => field.updateable && may(field, 'UPDATABLE'),
};

const readers = Object.fromEntries(
    Object.entries(ofField).map(([name, read]) => [name, (result: DescribeField) => read(result.info)]),
);

export const describeFieldResultLibrary: TypeLibrary = {
    type: 'Schema.DescribeFieldResult',
    ...computedMembers('Schema.DescribeFieldResult', readers),
    partly: { 'isPermissionable()': 'Worked out from requiredness and kind of the field, not read from metadata.' },
};
