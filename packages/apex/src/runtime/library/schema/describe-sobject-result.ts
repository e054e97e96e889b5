import { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import { enumConstant } from '../../enums.ts';
import type { TypeLibrary } from '../../library.ts';
import type { DescribeObject } from '../../schema/describe-object.ts';
import { DescribeMap } from '../../schema/describe-map.ts';
import { FieldSetsOfObject, FieldsOfObject } from '../../schema/members-of.ts';
import { fieldToken } from '../../schema/sobject-field.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { findService } from '../../services.ts';
import type { RecordTypeDescription, SObjectTypeInfo } from '../../sobject/sobject-type.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { computedMembers, type MemberReaders } from '../computed-members.ts';
import { childRelationship } from './child-relationship.ts';
import { fieldSet } from './field-set.ts';
import { recordTypeInfo } from './record-type-info.ts';

type ObjectAccess = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'DELETABLE' | 'UNDELETABLE';

/** Whether the running user may; without a permission model in the org, whether the object itself allows it. */
function may(type: SObjectTypeInfo, access: ObjectAccess): boolean {
    return findService('access')?.objectAccess(type, access) ?? true;
}

function recordTypesBy(type: SObjectTypeInfo, key: (recordType: RecordTypeDescription) => string): ApexMap {
    return ApexMap.of(
        primitiveType('String'),
        namedType('Schema.RecordTypeInfo'),
        type.recordTypes.map((each) => [key(each), recordTypeInfo(each)]),
    );
}

const ofObject: MemberReaders<SObjectTypeInfo> = {
    Accessible: (type) => type.queryable && may(type, 'READABLE'),
    ChildRelationships: (type) =>
        ApexList.of(
            namedType('Schema.ChildRelationship'),
            type.childRelationships.map(childRelationship).filter((each) => each !== null),
        ),
    Createable: (type) => type.createable && may(type, 'CREATABLE'),
    Custom: (type) => type.custom,
    CustomSetting: (type) => type.kind === 'hierarchySetting' || type.kind === 'listSetting',
    Deletable: (type) => type.deletable && may(type, 'DELETABLE'),
    DeprecatedAndHidden: () => false,
    FeedEnabled: (type) => type.feedEnabled,
    Fields: (type) => new FieldsOfObject(type),
    FieldSets: (type) => new FieldSetsOfObject(type),
    KeyPrefix: (type) => type.keyPrefix,
    Label: (type) => type.label,
    LabelPlural: (type) => type.labelPlural,
    LocalName: (type) => type.localName,
    Mergeable: (type) => type.mergeable,
    Name: (type) => type.name,
    Queryable: (type) => type.queryable,
    RecordTypeInfos: (type) => ApexList.of(namedType('Schema.RecordTypeInfo'), type.recordTypes.map(recordTypeInfo)),
    RecordTypeInfosByDeveloperName: (type) => recordTypesBy(type, (each) => each.developerName),
    RecordTypeInfosById: (type) => recordTypesBy(type, (each) => each.id),
    RecordTypeInfosByName: (type) => recordTypesBy(type, (each) => each.name),
    Searchable: (type) => type.searchable,
    SObjectDescribeOption: () => enumConstant('Schema.SObjectDescribeOptions', 'FULL'),
    SObjectType: SObjectTypeToken.of,
    Undeletable: (type) => type.undeletable && may(type, 'UNDELETABLE'),
    Updateable: (type) => type.updateable && may(type, 'UPDATABLE'),
};

const readers = Object.fromEntries(
    Object.entries(ofObject).map(([name, read]) => [name, (result: DescribeObject) => read(result.info)]),
);

function fieldMap({ info }: FieldsOfObject): ApexMap {
    const map = new DescribeMap(primitiveType('String'), namedType('Schema.SObjectField'));
    for (const field of info.fields) map.put(field.name.toLowerCase(), fieldToken(field));
    return map;
}

function fieldSetMap({ info }: FieldSetsOfObject): ApexMap {
    const map = new DescribeMap(primitiveType('String'), namedType('Schema.FieldSet'));
    for (const set of info.fieldSets) {
        const name = set.namespace === '' ? set.name : `${set.namespace}__${set.name}`;
        map.put(name.toLowerCase(), fieldSet(info, set));
    }
    return map;
}

export const describeObjectLibraries: readonly TypeLibrary[] = [
    {
        type: 'Schema.DescribeSObjectResult',
        ...computedMembers('Schema.DescribeSObjectResult', readers),
    },
    { type: 'Schema.SObjectTypeFields', methods: { 'getMap()': fieldMap } },
    { type: 'Schema.SObjectTypeFieldSets', methods: { 'getMap()': fieldSetMap } },
];
