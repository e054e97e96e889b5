import { current } from '../../context.ts';
import { fieldToken } from '../../schema/sobject-field.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { ApexList } from '../../collections/list.ts';
import type { ChildRelationshipInfo } from '../../sobject/sobject-type.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { onePer } from './one-per.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const childRelationshipType = defineDataType('Schema.ChildRelationship');

export const childRelationshipLibrary = childRelationshipType.library;

/** null where the child object is not in the schema of this org. */
export const childRelationship = onePer((relationship: ChildRelationshipInfo): DataObject | null => {
    const { schema, namespace } = current.transaction;
    const child = schema.sobject(relationship.childObject, namespace);
    const field = child?.field(relationship.field);
    if (child === undefined || field === undefined) return null;
    return childRelationshipType.create({
        cascadeDelete: relationship.cascadeDelete,
        childSObject: SObjectTypeToken.of(child),
        deprecatedAndHidden: false,
        field: fieldToken(field),
        junctionIdListNames: new ApexList(primitiveType('String')),
        junctionReferenceTo: new ApexList(namedType('Schema.SObjectType')),
        relationshipName: relationship.relationshipName,
        restrictedDelete: relationship.restrictedDelete,
    });
});
