import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fieldFrom, picklistValue, type Field, type PicklistValue } from './field.ts';
import {
    elements,
    isTrue,
    metadataFiles,
    readMetadata,
    requiredText,
    text,
    texts,
    type MetadataElement,
} from './metadata-xml.ts';

export type ObjectKind =
    | 'custom object'
    | 'custom metadata type'
    | 'hierarchy custom setting'
    | 'list custom setting'
    | 'platform event'
    | 'standard object';

export interface ValidationRule {
    readonly name: string;
    readonly message: string;
    readonly description: string;
}

export interface ObjectModel {
    readonly name: string;
    /** The API name where the object is the platform's own. */
    readonly label: string;
    readonly kind: ObjectKind;
    readonly description: string;
    /** The object file; empty for a standard object, of which the package has fields only. */
    readonly definition: MetadataElement;
    /** In layout order, those on no layout last. */
    readonly fields: readonly Field[];
    readonly fieldsOnLayout: ReadonlySet<string>;
    readonly rules: readonly ValidationRule[];
    readonly listViews: readonly string[];
}

export interface PermissionSet {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly customPermissions: readonly string[];
    /** Per object: what may be done, in words. Settings and metadata types are granted as a whole. */
    readonly objects: ReadonlyMap<string, string>;
    /** Per `Object.Field`. */
    readonly fields: ReadonlyMap<string, 'edit' | 'read'>;
}

/** A component that has a name and a sentence, and nothing else that a reader needs. */
export interface NamedComponent {
    readonly type: string;
    readonly name: string;
    readonly label: string;
    readonly description: string;
}

export interface PackageMetadata {
    readonly namespace: string;
    readonly objects: readonly ObjectModel[];
    readonly valueSets: readonly {
        readonly name: string;
        readonly description: string;
        readonly values: readonly PicklistValue[];
    }[];
    readonly permissionSets: readonly PermissionSet[];
    readonly components: readonly NamedComponent[];
}

/** Reads the default package of an SFDX project. @throws Error naming the file that cannot be read */
export function readPackageMetadata(projectRoot: string): PackageMetadata {
    const project = JSON.parse(readFileSync(join(projectRoot, 'sfdx-project.json'), 'utf8')) as { namespace: string };
    const source = join(projectRoot, 'force-app/main/default');
    const read = <T>(folder: string, kind: string, from: (element: MetadataElement, name: string) => T): T[] =>
        metadataFiles(join(source, folder), kind).map((file) =>
            namingFile(file, () => from(readMetadata(file), basename(file, `.${kind}-meta.xml`))),
        );
    const component = (type: string, label: string) => (element: MetadataElement, name: string) => ({
        type,
        name,
        label: text(element, label) ?? name,
        description: text(element, 'description') ?? '',
    });
    const layouts = read('layouts', 'layout', (element, name) => ({ object: name.split('-')[0], element }));
    return {
        namespace: project.namespace,
        objects: readdirSync(join(source, 'objects'))
            .sort()
            .map((name) =>
                readObject(
                    join(source, 'objects', name),
                    layouts.filter(({ object }) => object === name).flatMap(({ element }) => layoutFields(element)),
                ),
            ),
        valueSets: read('globalValueSets', 'globalValueSet', (element, name) => ({
            name,
            description: text(element, 'description') ?? '',
            values: elements(element, 'customValue').map(picklistValue),
        })),
        permissionSets: read('permissionsets', 'permissionset', permissionSet),
        components: [
            ...read('customPermissions', 'customPermission', component('Custom permission', 'label')),
            ...read('applications', 'app', component('Lightning app', 'label')),
            ...read('tabs', 'tab', component('Tab', 'label')),
            ...read('notificationtypes', 'notiftype', component('Notification type', 'masterLabel')),
            ...read('labels', 'labels', (element) => elements(element, 'labels').map(customLabel)).flat(),
        ],
    };
}

function readObject(folder: string, layoutOrder: readonly string[]): ObjectModel {
    const name = basename(folder);
    const [definition = {}] = metadataFiles(folder, 'object').map(readMetadata);
    const position = (field: Field) =>
        (layoutOrder.indexOf(field.name) + layoutOrder.length + 1) % (layoutOrder.length + 1);
    const fields = metadataFiles(join(folder, 'fields'), 'field').map((file) =>
        namingFile(file, () => fieldFrom(readMetadata(file))),
    );
    return {
        name,
        label: text(definition, 'label') ?? name,
        kind: kindOf(name, definition),
        description: text(definition, 'description') ?? '',
        definition,
        fields: fields.toSorted((a, b) => position(a) - position(b)),
        fieldsOnLayout: new Set(layoutOrder),
        rules: metadataFiles(join(folder, 'validationRules'), 'validationRule').map((file) =>
            namingFile(file, () => validationRule(readMetadata(file))),
        ),
        listViews: metadataFiles(join(folder, 'listViews'), 'listView').map((file) =>
            requiredText(readMetadata(file), 'fullName'),
        ),
    };
}

function kindOf(name: string, definition: MetadataElement): ObjectKind {
    if (name.endsWith('__e')) return 'platform event';
    if (name.endsWith('__mdt')) return 'custom metadata type';
    if (!name.endsWith('__c')) return 'standard object';
    switch (text(definition, 'customSettingsType')) {
        case 'Hierarchy':
            return 'hierarchy custom setting';
        case 'List':
            return 'list custom setting';
        default:
            return 'custom object';
    }
}

function validationRule(element: MetadataElement): ValidationRule {
    return {
        name: requiredText(element, 'fullName'),
        message: requiredText(element, 'errorMessage'),
        description: text(element, 'description') ?? '',
    };
}

function customLabel(element: MetadataElement): NamedComponent {
    return {
        type: 'Custom label',
        name: requiredText(element, 'fullName'),
        label: requiredText(element, 'shortDescription'),
        description: requiredText(element, 'value'),
    };
}

function layoutFields(layout: MetadataElement): string[] {
    return elements(layout, 'layoutSections')
        .flatMap((section) => elements(section, 'layoutColumns'))
        .flatMap((column) => elements(column, 'layoutItems'))
        .flatMap((item) => texts(item, 'field'));
}

function permissionSet(element: MetadataElement, name: string): PermissionSet {
    return {
        name,
        label: requiredText(element, 'label'),
        description: text(element, 'description') ?? '',
        customPermissions: enabled(element, 'customPermissions'),
        objects: new Map([
            ...elements(element, 'objectPermissions').map((grant): [string, string] => [
                requiredText(grant, 'object'),
                objectAccess(grant),
            ]),
            ...enabled(element, 'customSettingAccesses').map((setting): [string, string] => [setting, 'granted']),
            ...enabled(element, 'customMetadataTypeAccesses').map((type): [string, string] => [type, 'granted']),
        ]),
        fields: new Map(
            elements(element, 'fieldPermissions').map((grant) => [
                requiredText(grant, 'field'),
                isTrue(grant, 'editable') ? 'edit' : 'read',
            ]),
        ),
    };
}

function enabled(element: MetadataElement, child: string): string[] {
    return elements(element, child)
        .filter((grant) => isTrue(grant, 'enabled'))
        .map((grant) => requiredText(grant, 'name'));
}

function objectAccess(grant: MetadataElement): string {
    const words: [string, string][] = [
        ['allowRead', 'read'],
        ['allowCreate', 'create'],
        ['allowEdit', 'edit'],
        ['allowDelete', 'delete'],
        ['viewAllRecords', 'view all'],
        ['modifyAllRecords', 'modify all'],
    ];
    return words.flatMap(([permission, word]) => (isTrue(grant, permission) ? [word] : [])).join(', ');
}

function namingFile<T>(file: string, action: () => T): T {
    try {
        return action();
    } catch (cause) {
        throw new Error(`${file}: ${(cause as Error).message}`, { cause });
    }
}
