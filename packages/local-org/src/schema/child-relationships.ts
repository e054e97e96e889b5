import type { ChildRelationshipInfo } from '@sw-studio/apex/runtime';
import { findStandardObject } from './standard-objects/index.ts';

/** Children that every custom object with records has, by the feature that brings them. */
const CHILDREN_OF_CUSTOM_OBJECTS: readonly (ChildRelationshipInfo & { readonly activities: boolean })[] = [
    child('Tasks', 'Task', 'WhatId', true),
    child('Events', 'Event', 'WhatId', true),
    child('OpenActivities', 'OpenActivity', 'WhatId', true),
    child('ActivityHistories', 'ActivityHistory', 'WhatId', true),
    child('Attachments', 'Attachment', 'ParentId', false),
    child('Notes', 'Note', 'ParentId', false),
    child('ContentDocumentLinks', 'ContentDocumentLink', 'LinkedEntityId', false),
    child('TopicAssignments', 'TopicAssignment', 'EntityId', false),
    child('ProcessInstances', 'ProcessInstance', 'TargetObjectId', false),
];

export function standardChildrenOfCustomObject(activities: boolean): ChildRelationshipInfo[] {
    return CHILDREN_OF_CUSTOM_OBJECTS.filter(
        (candidate) => (activities || !candidate.activities) && findStandardObject(candidate.childObject) !== undefined,
    ).map(({ activities: _, ...relationship }) => relationship);
}

/** Fields of standard objects that may point to any custom object, beside the targets that the tables name. */
export const OPEN_REFERENCES = new Set(
    CHILDREN_OF_CUSTOM_OBJECTS.map(({ childObject, field }) => `${childObject}.${field}`.toLowerCase()),
);

export function standardChildren(object: string): ChildRelationshipInfo[] {
    return (findStandardObject(object)?.childRelationships ?? [])
        .filter(({ childSObject }) => findStandardObject(childSObject) !== undefined)
        .map(({ relationshipName, childSObject, field, cascadeDelete, restrictedDelete }) => ({
            relationshipName,
            childObject: childSObject,
            field,
            cascadeDelete,
            restrictedDelete,
        }));
}

function child(
    relationshipName: string,
    childObject: string,
    field: string,
    activities: boolean,
): ChildRelationshipInfo & { readonly activities: boolean } {
    return { relationshipName, childObject, field, cascadeDelete: true, restrictedDelete: false, activities };
}
