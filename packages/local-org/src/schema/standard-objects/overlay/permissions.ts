import { READ_ONLY, SETUP } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

export const permissionsOverlay: Overlay = {
    PermissionSet: {
        keyPrefix: '0PS',
        capabilities: { ...SETUP, searchable: false },
        fields: {
            Name: 'string(80) required name',
            Label: 'string(80) required',
            Description: 'string(255)',
            IsCustom: 'boolean readonly defaulted',
            IsOwnedByProfile: 'boolean readonly defaulted',
            LicenseId: 'reference(PermissionSetLicense, UserLicense) createOnly',
            NamespacePrefix: 'string(15) readonly',
            PermissionSetGroupId: 'reference(PermissionSetGroup) readonly',
            ProfileId: 'reference(Profile) readonly',
            PsgCount: 'int(8) readonly',
            Type: 'picklist(40) restricted readonly: Regular* | Profile | Standard | Session | Group',
        },
        cascade: ['Assignments', 'FieldPerms', 'ObjectPerms', 'SetupEntityAccessItems'],
    },
    PermissionSetAssignment: {
        keyPrefix: '0Pa',
        capabilities: SETUP,
        fields: {
            AssigneeId: 'reference(User) required createOnly',
            PermissionSetId: 'reference(PermissionSet) createOnly',
            PermissionSetGroupId: 'reference(PermissionSetGroup) createOnly',
            IsActive: 'boolean readonly defaulted',
            IsRevoked: 'boolean readonly defaulted',
        },
    },
    PermissionSetGroup: {
        keyPrefix: '0PG',
        capabilities: SETUP,
        fields: {
            DeveloperName: 'string(80) required name',
            MasterLabel: 'string(80) required',
            Description: 'string(255)',
            Language: 'picklist(40) defaulted',
            NamespacePrefix: 'string(15) readonly',
            Status: 'picklist(40) restricted defaulted: Updated* | Outdated | Updating | Failed',
        },
        cascade: ['Assignments', 'PermissionSetGroupComponents'],
    },
    PermissionSetGroupComponent: {
        capabilities: { ...SETUP, updateable: false },
        fields: {
            PermissionSetGroupId: 'reference(PermissionSetGroup) required createOnly',
            PermissionSetId: 'reference(PermissionSet) required createOnly',
        },
    },
    PermissionSetLicense: {
        keyPrefix: '0PL',
        capabilities: { ...READ_ONLY, setup: true },
        fields: { DeveloperName: 'string(80) name' },
    },
    PermissionSetLicenseAssign: {
        keyPrefix: '2LA',
        capabilities: { ...SETUP, updateable: false },
        fields: {
            AssigneeId: 'reference(User) required createOnly',
            PermissionSetLicenseId: 'reference(PermissionSetLicense) required createOnly',
        },
    },
    PermissionSetTabSetting: {
        capabilities: SETUP,
        fields: {
            Name: 'string(255) required createOnly name',
            ParentId: 'reference(PermissionSet) required createOnly',
            Visibility: 'picklist(40) restricted required: DefaultOff | DefaultOn',
        },
    },
    MutingPermissionSet: { capabilities: SETUP, fields: { DeveloperName: 'string(80) required name' } },
    ObjectPermissions: {
        keyPrefix: '110',
        pluralLabel: 'Object Permissions',
        capabilities: SETUP,
        fields: {
            ParentId: 'reference(PermissionSet) required createOnly',
            SobjectType: 'picklist(40) required createOnly',
        },
    },
    FieldPermissions: {
        keyPrefix: '01k',
        pluralLabel: 'Field Permissions',
        capabilities: SETUP,
        fields: {
            ParentId: 'reference(PermissionSet) required createOnly',
            SobjectType: 'picklist(40) required createOnly',
            Field: 'picklist(255) required createOnly',
        },
    },
    SetupEntityAccess: {
        keyPrefix: '0J0',
        capabilities: { ...SETUP, updateable: false },
        fields: {
            ParentId: 'reference(PermissionSet) required createOnly',
            SetupEntityId:
                'reference(ApexClass, ApexPage, ConnectedApplication, CustomPermission, ExternalDataSource, NamedCredential, TabDefinition) required createOnly',
            SetupEntityType: 'picklist(40) restricted readonly',
        },
    },
    CustomPermission: {
        keyPrefix: '0CP',
        capabilities: SETUP,
        fields: {
            DeveloperName: 'string(80) required name',
            MasterLabel: 'string(80) required',
            Description: 'string(255)',
            Language: 'picklist(40) defaulted',
            NamespacePrefix: 'string(15) readonly',
        },
    },
    CustomPermissionDependency: {
        capabilities: SETUP,
        fields: {
            CustomPermissionId: 'reference(CustomPermission) required',
            RequiredCustomPermissionId: 'reference(CustomPermission) required',
        },
    },
    SessionPermSetActivation: { capabilities: SETUP },
    TabDefinition: { nature: 'virtual', fields: { Name: 'string(255) name' } },
    UserEntityAccess: { nature: 'virtual' },
    UserFieldAccess: { nature: 'virtual' },
    UserPermissionAccess: { nature: 'virtual' },
};
