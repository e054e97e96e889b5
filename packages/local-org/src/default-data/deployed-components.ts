import { elements, text } from '../metadata/xml.ts';
import type { ApexSource, MetadataPackage } from '../metadata/model.ts';
import { qualify } from '../schema/names.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { customMetadataValues, resolveMetadataRelationships } from './custom-metadata-values.ts';
import { deployNamedCredentials } from './deployed-credentials.ts';
import { type ComponentId, deployPermissions, deployPermissionSetGroups } from './deployed-permissions.ts';
import { deployStatuses } from './deployed-statuses.ts';
import type { SetupRows } from './setup-rows.ts';

/** Objects whose rows show components of a package, and go when the component goes. */
const COMPONENT_OBJECTS = [
    'ApexClass',
    'ApexTrigger',
    'StaticResource',
    'CustomPermission',
    'CustomNotificationType',
    'RecordType',
];

/** Rows that show a deployed component to queries: classes, record types, permission sets, metadata records ... */
export function deployComponents(
    rows: SetupRows,
    schema: OrgSchema,
    source: MetadataPackage,
    componentId: ComponentId,
): void {
    const NamespacePrefix = source.namespace || null;
    for (const apex of source.classes) rows.put('ApexClass', { Name: apex.name, NamespacePrefix }, apexValues(apex));
    for (const apex of source.triggers) {
        rows.put(
            'ApexTrigger',
            { Name: apex.name, NamespacePrefix },
            { ...apexValues(apex), ...triggerValues(apex.body) },
        );
    }
    deployResources(rows, source);
    deployNamed(rows, source);
    deployStatuses(rows, source);
    deployRecordTypes(rows, schema, source.namespace);
    deployNamedCredentials(rows, source);
    deployPermissions(rows, source, componentId);
    deployPermissionSetGroups(rows, source);
    deployCustomMetadata(rows, schema, source);
    for (const object of COMPONENT_OBJECTS) rows.removeOthers(object, 'NamespacePrefix', NamespacePrefix);
}

function apexValues({ body, apiVersion, status }: ApexSource) {
    return {
        Body: body,
        ApiVersion: Number(apiVersion),
        Status: status,
        IsValid: true,
        LengthWithoutComments: body.length,
    };
}

const TRIGGER_HEADER = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i;

function triggerValues(body: string) {
    const [, table = null, events = ''] = TRIGGER_HEADER.exec(body) ?? [];
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

function deployResources(rows: SetupRows, { staticResources, namespace }: MetadataPackage): void {
    for (const { name, contentType, cacheControl, body } of staticResources) {
        const bytes = Buffer.from(body());
        rows.put(
            'StaticResource',
            { Name: name, NamespacePrefix: namespace || null },
            {
                ContentType: contentType,
                CacheControl: cacheControl,
                Body: bytes.toString('base64'),
                BodyLength: bytes.length,
            },
        );
    }
}

function deployNamed(rows: SetupRows, source: MetadataPackage): void {
    const NamespacePrefix = source.namespace || null;
    for (const { name, label, content } of source.customPermissions) {
        const values = { MasterLabel: label, Description: text(content, 'description'), Language: 'en_US' };
        rows.put('CustomPermission', { DeveloperName: name, NamespacePrefix }, values);
    }
    for (const { name, label, content } of source.notificationTypes) {
        const values = {
            CustomNotifTypeName: label,
            MasterLabel: label,
            Description: text(content, 'description'),
            Language: 'en_US',
        };
        rows.put('CustomNotificationType', { DeveloperName: name, NamespacePrefix }, values);
    }
    for (const { name, content } of source.groups)
        rows.put('Group', { Type: 'Regular', DeveloperName: name }, { Name: text(content, 'name') ?? name });
    for (const { name, content } of source.roles)
        rows.put('UserRole', { DeveloperName: name }, { Name: text(content, 'name') ?? name });
    for (const { name, content } of source.queues) {
        const QueueId = rows.put(
            'Group',
            { Type: 'Queue', DeveloperName: name },
            { Name: text(content, 'name') ?? name },
        );
        for (const SobjectType of queueObjects(content)) {
            rows.put('QueueSobject', { QueueId, SobjectType: qualify(SobjectType, source.namespace) }, {});
        }
    }
}

function queueObjects(content: MetadataPackage['queues'][number]['content']): string[] {
    return elements(content, 'queueSobject').flatMap((entry) => text(entry, 'sobjectType') ?? []);
}

function deployRecordTypes(rows: SetupRows, schema: OrgSchema, namespace: string): void {
    for (const object of schema.declaredObjects()) {
        for (const recordType of object.recordTypes) {
            if (recordType.master || recordType.namespace !== namespace) continue;
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

function deployCustomMetadata(rows: SetupRows, schema: OrgSchema, source: MetadataPackage): void {
    for (const record of source.customMetadataRecords) {
        const object = schema.object(record.objectName, source.namespace);
        if (object === undefined) continue;
        const { QualifiedApiName = null, ...values } = customMetadataValues(object, record, source.namespace);
        rows.put(object.name, { QualifiedApiName }, values);
    }
    resolveMetadataRelationships(rows, schema);
    for (const { name, kind } of schema.declaredObjects()) {
        if (kind === 'customMetadata') rows.removeOthers(name, 'NamespacePrefix', source.namespace || null);
    }
}
