import { elements, flag, text } from './xml.ts';
import type { PermissionMetadata, XmlElement } from './model.ts';

/** `<PermissionSet>` and `<Profile>` share their elements. */
export function readPermissions(xml: XmlElement, name: string): PermissionMetadata {
    return {
        name,
        label: text(xml, 'label') ?? name,
        license: text(xml, 'license') ?? text(xml, 'userLicense'),
        userPermissions: enabledNames(xml, 'userPermissions', 'name', 'enabled'),
        customPermissions: enabledNames(xml, 'customPermissions', 'name', 'enabled'),
        classAccesses: enabledNames(xml, 'classAccesses', 'apexClass', 'enabled'),
        objectPermissions: elements(xml, 'objectPermissions').map((permission) => ({
            object: text(permission, 'object') ?? '',
            allowCreate: flag(permission, 'allowCreate'),
            allowRead: flag(permission, 'allowRead'),
            allowEdit: flag(permission, 'allowEdit'),
            allowDelete: flag(permission, 'allowDelete'),
            viewAllRecords: flag(permission, 'viewAllRecords'),
            modifyAllRecords: flag(permission, 'modifyAllRecords'),
        })),
        fieldPermissions: elements(xml, 'fieldPermissions').map((permission) => ({
            field: text(permission, 'field') ?? '',
            readable: flag(permission, 'readable'),
            editable: flag(permission, 'editable'),
        })),
        recordTypeVisibilities: elements(xml, 'recordTypeVisibilities').map((visibility) => ({
            recordType: text(visibility, 'recordType') ?? '',
            visible: flag(visibility, 'visible'),
            default: flag(visibility, 'default'),
        })),
        customSettingAccesses: enabledNames(xml, 'customSettingAccesses', 'name', 'enabled'),
        customMetadataTypeAccesses: enabledNames(xml, 'customMetadataTypeAccesses', 'name', 'enabled'),
        externalCredentialPrincipalAccesses: enabledNames(
            xml,
            'externalCredentialPrincipalAccesses',
            'externalCredentialPrincipal',
            'enabled',
        ),
    };
}

function enabledNames(xml: XmlElement, list: string, nameElement: string, flagElement: string): readonly string[] {
    return elements(xml, list)
        .filter((entry) => flag(entry, flagElement))
        .map((entry) => text(entry, nameElement) ?? '');
}
