import { principalComponent } from '../credentials/credential-catalog.ts';
import { fullName } from '../credentials/definitions.ts';
import type { MetadataPackage, PermissionMetadata } from '../metadata/model.ts';
import { text, texts } from '../metadata/xml.ts';
import { qualify } from '../schema/names.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { SetupRows } from './setup-rows.ts';

/** Id of a component without a row of its own. */
export type ComponentId = (keyPrefix: string, component: string) => string;

/** Permission sets, and what profiles of the source grant: a profile's grants hang on the permission set that it owns. */
export function deployPermissions(
    rows: SetupRows,
    { permissionSets, profiles, namespace }: MetadataPackage,
    componentId: ComponentId,
): void {
    for (const permissionSet of permissionSets) {
        const id = rows.put(
            'PermissionSet',
            { Name: permissionSet.name, NamespacePrefix: namespace || null },
            {
                Label: permissionSet.label,
                IsCustom: true,
                IsOwnedByProfile: false,
                Type: 'Regular',
                ...userPermissions(permissionSet),
            },
        );
        grant(rows, id, permissionSet, namespace, componentId);
    }
    for (const profile of profiles) {
        const profileId = rows.find('Profile', 'Name', STANDARD_NAMES[profile.name] ?? profile.name);
        const owned = profileId === undefined ? undefined : rows.find('PermissionSet', 'ProfileId', profileId);
        if (owned !== undefined) grant(rows, owned, profile, namespace, componentId);
    }
}

/** A group is assigned through a permission set of its own, and grants what its members grant. */
export function deployPermissionSetGroups(rows: SetupRows, { permissionSetGroups, namespace }: MetadataPackage): void {
    const NamespacePrefix = namespace || null;
    for (const { name, label, content } of permissionSetGroups) {
        const values = {
            MasterLabel: label,
            Description: text(content, 'description'),
            Language: 'en_US',
            Status: 'Updated',
        };
        const PermissionSetGroupId = rows.put('PermissionSetGroup', { DeveloperName: name, NamespacePrefix }, values);
        rows.put(
            'PermissionSet',
            { Name: name, Type: 'Group' },
            { Label: label, IsOwnedByProfile: false, PermissionSetGroupId },
        );
        for (const member of texts(content, 'permissionSets')) {
            const PermissionSetId = rows.find('PermissionSet', 'Name', member);
            if (PermissionSetId !== undefined)
                rows.put('PermissionSetGroupComponent', { PermissionSetGroupId, PermissionSetId }, {});
        }
    }
}

/** Files of standard profiles have names of their own. */
const STANDARD_NAMES: Readonly<Record<string, string>> = {
    Admin: 'System Administrator',
    Standard: 'Standard User',
    ReadOnly: 'Read Only',
    MarketingProfile: 'Marketing User',
    ContractManager: 'Contract Manager',
    SolutionManager: 'Solution Manager',
};

function userPermissions({ userPermissions: granted }: PermissionMetadata): Readonly<Record<string, StoredValue>> {
    return Object.fromEntries(granted.map((permission) => [`Permissions${permission}`, true]));
}

function grant(
    rows: SetupRows,
    ParentId: string,
    granted: PermissionMetadata,
    namespace: string,
    componentId: ComponentId,
): void {
    for (const permission of granted.objectPermissions) {
        const values = {
            PermissionsCreate: permission.allowCreate,
            PermissionsRead: permission.allowRead,
            PermissionsEdit: permission.allowEdit,
            PermissionsDelete: permission.allowDelete,
            PermissionsViewAllRecords: permission.viewAllRecords,
            PermissionsModifyAllRecords: permission.modifyAllRecords,
        };
        rows.put('ObjectPermissions', { ParentId, SobjectType: qualify(permission.object, namespace) }, values);
    }
    for (const { field, readable, editable } of granted.fieldPermissions) {
        const [object = '', name = ''] = field.split('.');
        const SobjectType = qualify(object, namespace);
        const Field = `${SobjectType}.${qualify(name, namespace)}`;
        rows.put(
            'FieldPermissions',
            { ParentId, Field },
            { SobjectType, PermissionsRead: readable, PermissionsEdit: editable },
        );
    }
    grantEntities(rows, ParentId, 'ApexClass', 'Name', granted.classAccesses);
    grantEntities(rows, ParentId, 'CustomPermission', 'DeveloperName', granted.customPermissions);
    for (const name of granted.externalCredentialPrincipalAccesses) {
        const SetupEntityId = componentId('0pX', principalComponent(...principalNames(name, namespace)));
        rows.put('SetupEntityAccess', { ParentId, SetupEntityId }, { SetupEntityType: 'ExternalCredentialParameter' });
    }
    for (const object of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'])
        rows.removeOthers(object, 'ParentId', ParentId);
}

/** `Vendor-SyncUser`, in the package's own credential or, as `ns__Vendor-SyncUser`, in that of another. */
function principalNames(name: string, namespace: string): [external: string, principal: string] {
    const [external = '', ...principal] = name.split('-');
    return [fullName(external, namespace), principal.join('-')];
}

/** Classes and permissions are granted by their ids; names that the org does not have grant nothing. */
function grantEntities(
    rows: SetupRows,
    ParentId: string,
    entity: string,
    nameField: string,
    names: readonly string[],
): void {
    for (const name of names) {
        const SetupEntityId = rows.find(
            entity,
            nameField,
            name.includes('__') ? name.slice(name.indexOf('__') + 2) : name,
        );
        if (SetupEntityId !== undefined)
            rows.put('SetupEntityAccess', { ParentId, SetupEntityId }, { SetupEntityType: entity });
    }
}
