/**
 * Tells which field of the child is behind a child relationship; the platform types name only relationship and child.
 * The rules, first match wins:
 *
 * 1. named by hand, for one relationship or for all relationships to a child object;
 * 2. the only reference to the parent, or the one whose name the relationship carries;
 * 3. the only polymorphic reference, or the one whose name the relationship carries;
 * 4. a plain field `<Parent>Id` (virtual objects such as FlowVersionView have no reference fields).
 *
 * Source of the names given by hand: the "Fields" and "Relationships" of each object in the Object Reference.
 */
const BY_RELATIONSHIP: Readonly<Record<string, string>> = {
    'Account.AccountPartnersFrom': 'AccountFromId',
    'Account.AccountPartnersTo': 'AccountToId',
    'Account.Assets': 'AccountId',
    'Account.ActivityHistories': 'AccountId',
    'Account.OpenActivities': 'AccountId',
    'Account.PartnersFrom': 'AccountFromId',
    'Account.PartnersTo': 'AccountToId',
    'Account.ProvidedAssets': 'AssetProvidedById',
    'Account.ServicedAssets': 'AssetServicedById',
    'Asset.ChildAssets': 'ParentId',
    'Asset.RelatedAssets': 'RelatedAssetId',
    'Case.EmailMessages': 'ParentId',
    'EmailMessage.Cases': 'SourceId',
    'EntityDefinition.ChildRelationships': 'ChildSobjectId',
    'EntityDefinition.FlowDefinitionViews': 'TriggerObjectOrEventId',
    'EntityDefinition.RelationshipDomains': 'ParentSobjectId',
    'Location.ChildLocations': 'ParentLocationId',
    'OpportunityHistory.OpportunitiesAmountChanged': 'LastAmountChangedHistoryId',
    'OpportunityHistory.OpportunitiesCloseDateChanged': 'LastCloseDateChangedHistoryId',
    'ServiceContract.ChildServiceContracts': 'ParentServiceContractId',
    'ServiceContract.DescendantServiceContracts': 'RootServiceContractId',
    'Task.RecurringTasks': 'RecurrenceActivityId',
    'Event.RecurringEvents': 'RecurrenceActivityId',
    'User.ContractsSigned': 'CompanySignedId',
    'User.Feeds': 'ParentId',
    'User.UserSites': 'AdminId',
    'WorkOrder.ChildWorkOrders': 'ParentWorkOrderId',
    'WorkOrder.DescendantWorkOrders': 'RootWorkOrderId',
    'WorkOrderLineItem.ChildWorkOrderLineItems': 'ParentWorkOrderLineItemId',
    'WorkOrderLineItem.DescendantWorkOrderLineItems': 'RootWorkOrderLineItemId',
};

const BY_CHILD: Readonly<Record<string, string>> = {
    ActivityHistory: 'WhatId',
    Attachment: 'ParentId',
    ContactPointAddress: 'ParentId',
    ContactPointEmail: 'ParentId',
    ContactPointPhone: 'ParentId',
    EmailMessage: 'RelatedToId',
    Event: 'WhatId',
    FeedAttachment: 'FeedEntityId',
    FeedComment: 'FeedItemId',
    FeedLike: 'FeedItemId',
    OpenActivity: 'WhatId',
    ProcessInstanceHistory: 'TargetObjectId',
    Task: 'WhatId',
};

/** Activities of people hang on WhoId, those of everything else on WhatId. */
const PEOPLE = new Set(['Contact', 'Lead']);

/** References that the platform describes without a child relationship name. */
const WITHOUT_RELATIONSHIP = new Set(['MasterRecord', 'CreatedBy', 'LastModifiedBy']);

interface Reference {
    readonly field: string;
    readonly relationship: string;
    readonly target: string;
}

export function childField(
    parent: string,
    relationship: string,
    child: string,
    childFields: readonly string[],
): string | undefined {
    const byHand = BY_RELATIONSHIP[`${parent}.${relationship}`] ?? byChild(parent, child, childFields);
    if (byHand !== undefined) return byHand;
    const references = childFields.map(reference).filter((candidate) => candidate !== undefined);
    const direct = references.filter(({ target }) => target === parent);
    if (direct.length > 0) return bestMatch(direct, relationship);
    const polymorphic = references.filter(({ target }) => target === '*');
    if (polymorphic.length > 0) return bestMatch(polymorphic, relationship);
    return childFields.includes(`String ${parent}Id`) ? `${parent}Id` : undefined;
}

function byChild(parent: string, child: string, childFields: readonly string[]): string | undefined {
    const known = BY_CHILD[child];
    if (known === undefined) return undefined;
    const field = known === 'WhatId' && PEOPLE.has(parent) ? 'WhoId' : known;
    return childFields.some((signature) => signature.split(' ')[1] === field) ? field : undefined;
}

function reference(signature: string): Reference | undefined {
    const [, field = '', relationship, target] = signature.split(' ');
    if (relationship === undefined || target === undefined) return undefined;
    return WITHOUT_RELATIONSHIP.has(relationship) ? undefined : { field, relationship, target };
}

function bestMatch(candidates: readonly Reference[], relationship: string): string | undefined {
    if (candidates.length === 1) return candidates[0]?.field;
    const named = candidates.filter((candidate) => relationship.includes(candidate.relationship));
    return named.length === 1 ? named[0]?.field : undefined;
}
