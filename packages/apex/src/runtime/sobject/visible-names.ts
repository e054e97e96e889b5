import { current, type Transaction } from '../context.ts';
import type { ChildRelationshipInfo, SObjectFieldInfo, SObjectTypeInfo } from './sobject-type.ts';

/** Fields and relationships by the names that the running code may use: those of its own namespace without prefix. */
export function visibleField(type: SObjectTypeInfo, name: string): SObjectFieldInfo | undefined {
    const namespace = runningNamespace();
    return namespace === null || type.fieldIn === undefined ? type.field(name) : type.fieldIn(name, namespace);
}

export function visibleRelationship(type: SObjectTypeInfo, name: string): SObjectFieldInfo | undefined {
    const namespace = runningNamespace();
    return namespace === null || type.relationshipIn === undefined
        ? type.relationship(name)
        : type.relationshipIn(name, namespace);
}

export function visibleChildren(type: SObjectTypeInfo, name: string): ChildRelationshipInfo | undefined {
    const namespace = runningNamespace();
    return namespace === null || type.childRelationshipIn === undefined
        ? type.childRelationship(name)
        : type.childRelationshipIn(name, namespace);
}

/** null: no Apex runs; the org itself reads a record. */
function runningNamespace(): string | null {
    return (current.transaction as Transaction | undefined)?.namespace ?? null;
}
