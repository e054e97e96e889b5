import type { MetadataPackage, PermissionMetadata } from '../metadata/model.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { qualify } from '../schema/names.ts';
import { customMetadataValues } from './custom-metadata-values.ts';
import type { SetupRows } from './setup-rows.ts';
import { text } from '../metadata/xml.ts';

/** Rows that show a deployed component to queries: classes, record types, permission sets, metadata records ... */
export function insertDeployedComponents(rows: SetupRows, schema: OrgSchema, source: MetadataPackage): void {
    const NamespacePrefix = source.namespace || null;
    for (const apex of source.classes) {
        rows.insert('ApexClass', { ...apexValues(apex), NamespacePrefix });
    }
    for (const apex of source.triggers) {
        rows.insert('ApexTrigger', { ...apexValues(apex), ...triggerValues(apex.body), NamespacePrefix });
    }
    for (const { name, contentType, cacheControl, body } of source.staticResources) {
        const bytes = Buffer.from(body());
        rows.insert('StaticResource', {
            Name: name,
            ContentType: contentType,
            CacheControl: cacheControl,
            Body: bytes.toString('base64'),
            BodyLength: bytes.length,
            NamespacePrefix,
        });
    }
    for (const { name, label, content } of source.customPermissions) {
        rows.insert('CustomPermission', {
            DeveloperName: name,
            MasterLabel: label,
            Description: text(content, 'description'),
            Language: 'en_US',
            NamespacePrefix,
        });
    }
    for (const { name, label, content } of source.notificationTypes) {
        rows.insert('CustomNotificationType', {
            DeveloperName: name,
            CustomNotifTypeName: label,
            MasterLabel: label,
            Description: text(content, 'description'),
            Language: 'en_US',
            NamespacePrefix,
        });
    }
    for (const queue of source.queues)
        insertGroup(rows, 'Queue', queue.name, text(queue.content, 'name') ?? queue.name);
    for (const group of source.groups)
        insertGroup(rows, 'Regular', group.name, text(group.content, 'name') ?? group.name);
    for (const role of source.roles)
        rows.insert('UserRole', { DeveloperName: role.name, Name: text(role.content, 'name') ?? role.name });
    for (const permissionSet of source.permissionSets) insertPermissionSet(rows, permissionSet, source.namespace);
    insertRecordTypes(rows, schema);
    for (const record of source.customMetadataRecords) {
        const object = schema.object(record.objectName, source.namespace);
        if (object !== undefined) rows.insert(object.name, customMetadataValues(object, record, source.namespace));
    }
}

function apexValues({ name, body, apiVersion, status }: MetadataPackage['classes'][number]) {
    return {
        Name: name,
        Body: body,
        ApiVersion: Number(apiVersion),
        Status: status,
        IsValid: true,
        LengthWithoutComments: body.length,
    };
}

function triggerValues(body: string) {
    const [, table = null, events = ''] = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(body) ?? [];
    const usage = (moment: string, operation: string): boolean =>
        new RegExp(`${moment}\\s+${operation}\\b`, 'i').test(events);
    return {
        TableEnumOrId: table,
        UsageBeforeInsert: usage('before', 'insert'),
        UsageAfterInsert: usage('after', 'insert'),
        UsageBeforeUpdate: usage('before', 'update'),
        UsageAfterUpdate: usage('after', 'update'),
        UsageBeforeDelete: usage('before', 'delete'),
        UsageAfterDelete: usage('after', 'delete'),
        UsageAfterUndelete: usage('after', 'undelete'),
    };
}

function insertGroup(rows: SetupRows, type: string, developerName: string, name: string): void {
    rows.insert('Group', { Type: type, DeveloperName: developerName, Name: name });
}

function insertPermissionSet(rows: SetupRows, permissionSet: PermissionMetadata, namespace: string): void {
    const granted = Object.fromEntries(
        permissionSet.userPermissions.map((permission) => [`Permissions${permission}`, true]),
    );
    const parentId = rows.insert('PermissionSet', {
        Name: permissionSet.name,
        Label: permissionSet.label,
        IsCustom: true,
        IsOwnedByProfile: false,
        Type: 'Regular',
        NamespacePrefix: namespace || null,
        ...granted,
    });
    for (const permission of permissionSet.objectPermissions) {
        rows.insert('ObjectPermissions', {
            ParentId: parentId,
            SobjectType: qualify(permission.object, namespace),
            PermissionsCreate: permission.allowCreate,
            PermissionsRead: permission.allowRead,
            PermissionsEdit: permission.allowEdit,
            PermissionsDelete: permission.allowDelete,
            PermissionsViewAllRecords: permission.viewAllRecords,
            PermissionsModifyAllRecords: permission.modifyAllRecords,
        });
    }
    for (const { field, readable, editable } of permissionSet.fieldPermissions) {
        const [object = '', name = ''] = field.split('.');
        const sobject = qualify(object, namespace);
        const values = {
            SobjectType: sobject,
            Field: `${sobject}.${qualify(name, namespace)}`,
            PermissionsRead: readable,
            PermissionsEdit: editable,
        };
        rows.insert('FieldPermissions', { ParentId: parentId, ...values });
    }
    const entities: readonly (readonly [string, string, readonly string[]])[] = [
        ['ApexClass', 'Name', permissionSet.classAccesses],
        ['CustomPermission', 'DeveloperName', permissionSet.customPermissions],
    ];
    for (const [entity, key, names] of entities) {
        for (const name of names) {
            const id = rows.find(entity, key, name);
            if (id !== undefined)
                rows.insert('SetupEntityAccess', { ParentId: parentId, SetupEntityId: id, SetupEntityType: entity });
        }
    }
}

function insertRecordTypes(rows: SetupRows, schema: OrgSchema): void {
    for (const object of schema.declaredObjects()) {
        for (const recordType of object.recordTypes) {
            if (recordType.master) continue;
            const values = {
                Name: recordType.name,
                DeveloperName: recordType.developerName,
                NamespacePrefix: recordType.namespace || null,
                SobjectType: object.name,
                IsActive: recordType.active,
                Description: recordType.description,
            };
            rows.insert('RecordType', values, recordType.id);
        }
    }
}
