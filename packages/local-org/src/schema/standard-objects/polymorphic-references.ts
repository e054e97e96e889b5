/**
 * Targets of references that the platform types show as `Name` (any object).
 *
 * Source: "Polymorphic Relationship" and the field descriptions in the Object Reference. Only objects of the local org
 * are named; an empty list means any record, custom objects included.
 */
const USER_OR_QUEUE = ['Group', 'User'];

const WHAT = [
    'Account',
    'Asset',
    'AssetRelationship',
    'Campaign',
    'Case',
    'Contract',
    'Location',
    'Opportunity',
    'Order',
    'Product2',
    'Quote',
    'ServiceContract',
    'Solution',
    'WorkOrder',
    'WorkOrderLineItem',
];

const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
    OwnerId: USER_OR_QUEUE,
    UserOrGroupId: USER_OR_QUEUE,
    WhoId: ['Contact', 'Lead'],
    WhatId: WHAT,
    QueueId: ['Group'],
    ActorId: USER_OR_QUEUE,
    OriginalActorId: USER_OR_QUEUE,
    FeedItemId: [],
    SobjectLookupValueId: [],
};

const BY_OBJECT_AND_FIELD: Readonly<Record<string, readonly string[]>> = {
    'CampaignMember.LeadOrContactId': ['Contact', 'Lead'],
    'CampaignMember.LeadOrContactOwnerId': USER_OR_QUEUE,
    'EmailMessage.RelatedToId': WHAT,
    'EmailMessageRelation.RelationId': ['Contact', 'Lead', 'User'],
    'EventRelation.RelationId': ['Calendar', 'Contact', 'Lead', 'User', ...WHAT],
    'GroupMember.UserOrGroupId': USER_OR_QUEUE,
    'SetupEntityAccess.SetupEntityId': [],
    'TaskRelation.RelationId': ['Contact', 'Lead', ...WHAT],
};

export function polymorphicTargets(object: string, field: string): readonly string[] {
    return BY_OBJECT_AND_FIELD[`${object}.${field}`] ?? BY_FIELD[field] ?? [];
}
