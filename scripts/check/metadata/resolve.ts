import { fieldExists, kindOf, objectExists } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childrenOf, textOf } from '../package-model/xml.ts';
import { closest } from './closest.ts';
import type { ReferenceKind } from './reference-rules.ts';

/** Columns that list views and related lists of custom objects have besides fields. */
const COLUMNS = new Set([
    'NAME',
    'CREATED_DATE',
    'CREATEDBY_USER',
    'CREATEDBY_USER.ALIAS',
    'CURRENCY_ISO_CODE',
    'LAST_ACTIVITY',
    'LAST_UPDATE',
    'OWNER.ALIAS',
    'OWNER.FIRST_NAME',
    'OWNER.LAST_NAME',
    'RECORDTYPE',
    'UPDATEDBY_USER',
    'UPDATEDBY_USER.ALIAS',
]);
const STANDARD_TAB = /^standard-/;
const PLATFORM_COMPACT_LAYOUT = 'SYSTEM';

/** @returns what is wrong with a reference, or nothing. `object` is the one that fields without an object belong to. */
export function whyUnresolved(
    model: PackageModel,
    kind: ReferenceKind,
    name: string,
    object: string | undefined,
): string | undefined {
    switch (kind) {
        case 'object':
            return objectExists(model, name) ? undefined : unknown(kind, name, namesOf(model, 'CustomObject'));
        case 'custom setting':
            return objectExists(model, name) && kindOf(model, name) === 'setting' ? undefined : unknown(kind, name, []);
        case 'custom metadata type':
            return objectExists(model, name) && kindOf(model, name) === 'metadata'
                ? undefined
                : unknown(kind, name, []);
        case 'field':
            return object === undefined ? undefined : whyNoField(model, object, name);
        case 'column':
            return object === undefined ? undefined : whyNoColumn(model, object, name);
        case 'qualified field':
            return whyNoQualifiedField(model, name);
        case 'related list':
            return /^\w+__c\.\w+$/.test(name) ? whyNoQualifiedField(model, name) : undefined;
        case 'class':
            return model.apex.some((source) => source.name === name)
                ? undefined
                : unknown(
                      kind,
                      name,
                      model.apex.map((source) => source.name),
                  );
        case 'trigger':
            return model.find('ApexTrigger', name) === undefined
                ? unknown(kind, name, namesOf(model, 'ApexTrigger'))
                : undefined;
        case 'component':
            return model.components.has(name) ? undefined : unknown(kind, name, model.components);
        case 'label':
            return labelsOf(model).has(name) ? undefined : unknown(kind, name, labelsOf(model));
        case 'tab':
            return STANDARD_TAB.test(name) ? undefined : whyMissing(model, kind, 'CustomTab', name);
        case 'compact layout':
            if (name === PLATFORM_COMPACT_LAYOUT) return undefined;
            return whyMissing(model, kind, TYPE_OF[kind], `${object ?? ''}.${name}`);
        case 'record type':
            return whyMissing(model, kind, TYPE_OF[kind], name);
        case 'external credential principal':
            return whyMissing(model, kind, 'ExternalCredential', name.split('-')[0] ?? name);
        default:
            return whyMissing(model, kind, TYPE_OF[kind], name);
    }
}

const TYPE_OF = {
    application: 'CustomApplication',
    'compact layout': 'CompactLayout',
    'custom permission': 'CustomPermission',
    'external credential': 'ExternalCredential',
    flow: 'Flow',
    'global value set': 'GlobalValueSet',
    'Lightning page': 'FlexiPage',
    page: 'ApexPage',
    'record type': 'RecordType',
} as const;

function whyMissing(model: PackageModel, kind: string, type: string, name: string): string | undefined {
    return model.find(type, name) === undefined ? unknown(kind, name, namesOf(model, type)) : undefined;
}

function whyNoField(model: PackageModel, object: string, field: string): string | undefined {
    if (fieldExists(model, object, field)) return undefined;
    const fields = model.fieldsOf(object).map(({ name }) => name.slice(object.length + 1));
    return `There is no field ${field} on ${object}${closest(field, fields)}`;
}

function whyNoColumn(model: PackageModel, object: string, column: string): string | undefined {
    if (COLUMNS.has(column)) return undefined;
    // Columns of standard objects have names of their own (ACCOUNT.NAME), which no document lists in full.
    if (kindOf(model, object) === 'standard' && /^[A-Z_.]+$/.test(column)) return undefined;
    return whyNoField(model, object, column);
}

function whyNoQualifiedField(model: PackageModel, name: string): string | undefined {
    const [object = '', field = ''] = name.replace(/^\$Source\./, '').split('.');
    if (!objectExists(model, object)) return unknown('object', object, namesOf(model, 'CustomObject'));
    return whyNoField(model, object, field);
}

export function labelsOf(model: PackageModel): ReadonlySet<string> {
    const files = model.ofType('CustomLabels');
    return new Set(files.flatMap(({ root }) => childrenOf(root, 'labels').map((label) => textOf(label, 'fullName'))));
}

function namesOf(model: PackageModel, type: string): string[] {
    return model.ofType(type).map(({ name }) => name);
}

function unknown(kind: string, name: string, candidates: Iterable<string>): string {
    return `There is no ${kind} ${name}${closest(name, candidates)}`;
}
