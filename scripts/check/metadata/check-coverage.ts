// A field that is on no layout and in no permission set is one that nobody sees and nothing may write.
import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import { kindOf } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, childrenOf, textOf } from '../package-model/xml.ts';
import { OFF_LAYOUT, WITHOUT_PERMISSION } from './coverage-exemptions.ts';

export function checkCoverage(model: PackageModel): Fault[] {
    const onLayout = fieldsOnLayouts(model);
    const granted = grantedFields(model);
    return [
        ...model
            .ofType('CustomField')
            .flatMap((field) => [
                ...(mustBeOnLayout(model, field) && !onLayout.has(field.name) ? [offLayout(field)] : []),
                ...(mustBeGranted(model, field) && !granted.has(field.name) ? [withoutPermission(field)] : []),
            ]),
        ...checkObjectAccess(model),
    ];
}

/** Standard objects have the customer's layouts, which a package cannot change; settings and events have none. */
function mustBeOnLayout(model: PackageModel, { name, object = '' }: MetadataFile): boolean {
    return kindOf(model, object) === 'custom' && OFF_LAYOUT[name] === undefined;
}

/** The platform refuses field permissions where access cannot differ from the object's. */
function mustBeGranted(model: PackageModel, { name, object = '', root }: MetadataFile): boolean {
    const kind = kindOf(model, object);
    if (kind !== 'custom' && kind !== 'standard') return false;
    if (textOf(root, 'required') === 'true' || textOf(root, 'type') === 'MasterDetail') return false;
    return WITHOUT_PERMISSION[name] === undefined;
}

function fieldsOnLayouts(model: PackageModel): Set<string> {
    return new Set(
        model.ofType('Layout').flatMap(({ name, root }) =>
            childrenOf(root, 'layoutSections')
                .flatMap((section) => childrenOf(section, 'layoutColumns'))
                .flatMap((column) => childrenOf(column, 'layoutItems'))
                .map((item) => `${name.split('-')[0] ?? ''}.${textOf(item, 'field')}`),
        ),
    );
}

function grantedFields(model: PackageModel): Set<string> {
    return new Set(
        model
            .ofType('PermissionSet')
            .flatMap(({ root }) => childrenOf(root, 'fieldPermissions'))
            .filter((permission) => textOf(permission, 'readable') === 'true')
            .map((permission) => textOf(permission, 'field')),
    );
}

/** Objects of ours that no permission set opens. */
function checkObjectAccess(model: PackageModel): Fault[] {
    const sets = model.ofType('PermissionSet').map(({ root }) => root);
    const opened = new Set([
        ...sets.flatMap((root) => childrenOf(root, 'objectPermissions')).map((access) => textOf(access, 'object')),
        ...sets.flatMap((root) => childrenOf(root, 'customSettingAccesses')).map((access) => textOf(access, 'name')),
        ...sets
            .flatMap((root) => childrenOf(root, 'customMetadataTypeAccesses'))
            .map((access) => textOf(access, 'name')),
    ]);
    return model
        .ofType('CustomObject')
        .filter(({ name }) => kindOf(model, name) !== 'standard' && !opened.has(name))
        .map(({ file, name, root }) => ({
            file,
            line: root.line,
            rule: 'object-without-permission',
            message: `${name} is in no permission set`,
        }));
}

function offLayout(field: MetadataFile): Fault {
    const message = `${field.name} is on no layout of its object; add it, or say why not in coverage-exemptions.ts`;
    return { file: field.file, line: lineOfName(field), rule: 'field-off-layout', message };
}

function withoutPermission(field: MetadataFile): Fault {
    const message = `${field.name} is in no permission set; add it, or say why not in coverage-exemptions.ts`;
    return { file: field.file, line: lineOfName(field), rule: 'field-without-permission', message };
}

function lineOfName({ root }: MetadataFile): number {
    return childOf(root, 'fullName')?.line ?? root.line;
}
