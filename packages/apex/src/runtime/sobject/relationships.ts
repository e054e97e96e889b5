import { ApexList } from '../collections/list.ts';
import { throwApex } from '../exceptions/throw.ts';
import { sobjectType } from '../types-registry.ts';
import { throwNotQueried, throwReadOnly } from './fields.ts';
import type { SObjectFieldInfo } from './sobject-type.ts';
import type { SObject } from './sobject.ts';
import { visibleChildren, visibleField, visibleRelationship } from './visible-names.ts';

/** `record.Parent__r`. @param name relationship name, in any case */
export function getParent(record: SObject, name: string): SObject | null {
    const parent = record.parents?.get(name.toLowerCase());
    if (parent !== undefined) return parent;
    if (record.queried) throwNotQueried(record, record.type.relationship(name)?.relationshipName ?? name);
    return null;
}

/** `record.Parent__r = parent`; null takes the parent away. */
export function setParent(record: SObject, name: string, parent: SObject | null): void {
    if (record.readOnly) throwReadOnly();
    (record.parents ??= new Map()).set(name.toLowerCase(), parent);
}

/** `record.Children__r`: an empty list where the record has none. @param name relationship name, in any case */
export function getChildren(record: SObject, name: string): ApexList {
    const children = record.children?.get(name.toLowerCase());
    if (children instanceof ApexList) return children;
    const relationship = record.type.childRelationship(name);
    if (record.queried) throwNotQueried(record, relationship?.relationshipName ?? name);
    return new ApexList(sobjectType(relationship?.childObject ?? 'SObject'));
}

/** The lookup that a relationship name, a field name or a field token stands for, as `getSObject` takes them. */
export function lookupField(record: SObject, name: string): SObjectFieldInfo {
    const field = visibleRelationship(record.type, name) ?? visibleField(record.type, name);
    if (field === undefined || field.relationshipName === null) {
        throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.type.name}`);
    }
    return field;
}

/** `record.getSObject(name)`: by relationship name or by lookup field. */
export function getDynamicParent(record: SObject, name: string): SObject | null {
    const field = lookupField(record, name);
    return record.parents?.get((field.relationshipName as string).toLowerCase()) ?? null;
}

/** @returns the parent before */
export function putDynamicParent(record: SObject, name: string, parent: SObject | null): SObject | null {
    const relationship = (lookupField(record, name).relationshipName as string).toLowerCase();
    const previous = record.parents?.get(relationship) ?? null;
    setParent(record, relationship, parent);
    return previous;
}

/** `record.getSObjects(name)`: null where the record was read without the relationship or has no children. */
export function getDynamicChildren(record: SObject, name: string): ApexList | null {
    const relationship = visibleChildren(record.type, name);
    if (relationship === undefined) {
        throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.type.name}`);
    }
    const children = record.children?.get((relationship.relationshipName ?? name).toLowerCase());
    return children instanceof ApexList && children.items.length > 0 ? children : null;
}
