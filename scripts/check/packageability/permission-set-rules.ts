import { kindOf } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, childrenOf, textOf } from '../package-model/xml.ts';
import type { XmlElement } from '../package-model/xml.ts';
import { isCalculated, isMasterDetail } from './field-facts.ts';
import { SOURCES } from './rule.ts';
import type { Offence, PackageRule } from './rule.ts';

/** Each permission presupposes others: without them the deployment fails with "Permission ... depends on permission(s): ...". */
const DEPENDS_ON: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};
const LONGEST_LABEL = 80;
const LONGEST_DESCRIPTION = 255;

export const PERMISSION_SET_RULES: readonly PackageRule[] = [
    {
        id: 'standard-object-permission',
        states: 'A packaged permission set has no permissions for standard objects',
        source: SOURCES.packagedPermissions,
        check: (model) =>
            eachPart(model, 'objectPermissions', (access) => {
                const object = textOf(access, 'object');
                if (kindOf(model, object) !== 'standard') return undefined;
                return `Access to the standard object ${object} cannot be packaged; name it as a requirement instead`;
            }),
    },
    {
        id: 'permission-for-detail-of-standard-master',
        states: 'A packaged permission set has no permissions for a custom object whose master is a standard object',
        source: SOURCES.packagedPermissions,
        check: (model) =>
            eachPart(model, 'objectPermissions', (access) => {
                const object = textOf(access, 'object');
                const masters = model.fieldsOf(object).filter(isMasterDetail);
                const standard = masters.find(({ root }) => kindOf(model, textOf(root, 'referenceTo')) === 'standard');
                return standard === undefined
                    ? undefined
                    : `Access to ${object} follows its standard master and cannot be packaged`;
            }),
    },
    {
        id: 'user-permission',
        states: 'A packaged permission set has no user permissions',
        source: SOURCES.packagedPermissions,
        check: (model) =>
            eachPart(model, 'userPermissions', (permission) => {
                return `The user permission ${textOf(permission, 'name')} cannot be packaged; name it as a requirement instead`;
            }),
    },
    {
        id: 'standard-field-permission',
        states: 'A packaged permission set has permissions for custom fields only',
        source: SOURCES.packagedPermissions,
        check: (model) =>
            eachPart(model, 'fieldPermissions', (permission) => {
                const field = textOf(permission, 'field');
                return field.endsWith('__c') ? undefined : `Access to the standard field ${field} cannot be packaged`;
            }),
    },
    {
        id: 'standard-tab-setting',
        states: 'A packaged permission set has no settings for standard tabs',
        source: SOURCES.packagedPermissions,
        check: (model) =>
            eachPart(model, 'tabSettings', (setting) => {
                const tab = textOf(setting, 'tab');
                return tab.startsWith('standard-')
                    ? `The setting of the standard tab ${tab} cannot be packaged`
                    : undefined;
            }),
    },
    {
        id: 'licensed-permission-set',
        states: 'A permission set that is bound to a permission set license cannot be packaged',
        source: SOURCES.permissionSetGroups,
        check: (model) =>
            model.ofType('PermissionSet').flatMap(({ file, root }) => {
                const license = childOf(root, 'license');
                if (license === undefined) return [];
                return [
                    { file, line: license.line, message: `The license ${license.text} keeps this out of a package` },
                ];
            }),
    },
    {
        id: 'required-field-permission',
        states: 'Required and master-detail fields have no field permissions: they follow the object',
        source: SOURCES.requiredFieldPermission,
        check: (model) =>
            eachPart(model, 'fieldPermissions', (permission) => {
                const name = textOf(permission, 'field');
                const field = model.find('CustomField', name);
                if (field === undefined) return undefined;
                if (isMasterDetail(field))
                    return `${name} is a master-detail field; the deployment of a permission for it is refused`;
                const isRequired = textOf(field.root, 'required') === 'true';
                return isRequired ? `${name} is required; the deployment of a permission for it is refused` : undefined;
            }),
    },
    {
        id: 'editable-formula',
        states: 'Formula, roll-up and auto number fields are never editable',
        source: SOURCES.requiredFieldPermission,
        check: (model) =>
            eachPart(model, 'fieldPermissions', (permission) => {
                const field = model.find('CustomField', textOf(permission, 'field'));
                if (field === undefined || !isCalculated(field) || textOf(permission, 'editable') !== 'true')
                    return undefined;
                return `${field.name} is calculated, so it cannot be editable`;
            }),
    },
    {
        id: 'permission-dependency',
        states: 'An object permission comes with those that it depends on',
        source: SOURCES.permissionSet,
        check: (model) =>
            eachPart(model, 'objectPermissions', (access) => {
                const lacking = Object.entries(DEPENDS_ON).flatMap(([granted, needs]) =>
                    textOf(access, granted) === 'true' ? needs.filter((need) => textOf(access, need) !== 'true') : [],
                );
                if (lacking.length === 0) return undefined;
                return `The permissions for ${textOf(access, 'object')} depend on ${[...new Set(lacking)].join(', ')}`;
            }),
    },
    {
        id: 'permission-set-text',
        states: `A permission set has a label of at most ${LONGEST_LABEL} and a description of at most ${LONGEST_DESCRIPTION} characters`,
        source: SOURCES.permissionSet,
        check: (model) =>
            model
                .ofType('PermissionSet')
                .flatMap(({ file, root }) => [
                    ...tooLong(file, childOf(root, 'label'), LONGEST_LABEL),
                    ...tooLong(file, childOf(root, 'description'), LONGEST_DESCRIPTION),
                ]),
    },
];

function eachPart(model: PackageModel, part: string, explain: (element: XmlElement) => string | undefined): Offence[] {
    return model.ofType('PermissionSet').flatMap(({ file, root }) =>
        childrenOf(root, part).flatMap((element) => {
            const message = explain(element);
            return message === undefined ? [] : [{ file, line: element.line, message }];
        }),
    );
}

function tooLong(file: string, element: XmlElement | undefined, longest: number): Offence[] {
    if (element === undefined || element.text.length <= longest) return [];
    const message = `The ${element.name} has ${element.text.length} characters, and may have ${longest}`;
    return [{ file, line: element.line, message }];
}
