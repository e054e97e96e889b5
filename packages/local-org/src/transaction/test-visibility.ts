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

export function hiddenFromTests(object: ObjectSchema): boolean {
    return object.kind !== 'customMetadata' && !VISIBLE.has(object.name);
}
