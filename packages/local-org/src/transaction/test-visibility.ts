import type { ObjectSchema } from '../schema/object-schema.ts';

/**
 * Objects whose rows every test sees, with or without SeeAllData (Apex guide, "Isolation of Test Data from Organization
 * Data"): users, what users may do, and what describes the org.
 */
const VISIBLE = new Set([
    'ApexClass',
    'ApexComponent',
    'ApexPage',
    'ApexTrigger',
    'AuthProvider',
    'BusinessProcess',
    'CaseStatus',
    'ContractStatus',
    'CronJobDetail',
    'CronTrigger',
    'CustomNotificationType',
    'CustomPermission',
    'EmailTemplate',
    'FieldPermissions',
    'Folder',
    'Group',
    'GroupMember',
    'LeadStatus',
    'ObjectPermissions',
    'OpportunityStage',
    'Organization',
    'PermissionSet',
    'PermissionSetAssignment',
    'PermissionSetGroup',
    'PermissionSetGroupComponent',
    'PermissionSetLicense',
    'Profile',
    'QueueSobject',
    'RecordType',
    'SetupEntityAccess',
    'StaticResource',
    'TaskPriority',
    'TaskStatus',
    'User',
    'UserLicense',
    'UserRole',
]);

/** Tests get the Id of the standard price book and use it; no query of theirs finds it (`Test.getStandardPricebookId`). */
const REACHED_BY_ID = new Set(['Pricebook2']);

export function hiddenFromTests(object: ObjectSchema): boolean | 'unlessById' {
    if (REACHED_BY_ID.has(object.name)) return 'unlessById';
    return object.kind !== 'customMetadata' && !VISIBLE.has(object.name);
}
