import { current } from '../context.ts';
import type { ChildRelationshipInfo, SObjectFieldInfo, SObjectTypeInfo } from './sobject-type.ts';

/** Fields and relationships by the names that the running code may use: those of its own namespace without prefix. */
export function visibleField(type: SObjectTypeInfo, name: string): SObjectFieldInfo | undefined {
    return type.fieldIn === undefined ? type.field(name) : type.fieldIn(name, current.transaction.namespace);
}

export function visibleRelationship(type: SObjectTypeInfo, name: string): SObjectFieldInfo | undefined {
    return type.relationshipIn === undefined
        ? type.relationship(name)
        : type.relationshipIn(name, current.transaction.namespace);
}

export function visibleChildren(type: SObjectTypeInfo, name: string): ChildRelationshipInfo | undefined {
    return type.childRelationshipIn === undefined
        ? type.childRelationship(name)
        : type.childRelationshipIn(name, current.transaction.namespace);
}
