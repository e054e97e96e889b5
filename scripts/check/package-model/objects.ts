import {
    findStandardObject,
    isKnownStandardObject,
} from '../../../packages/local-org/src/schema/standard-objects/index.ts';
import type { PackageModel } from './package-model.ts';
import { textOf } from './xml.ts';

export type ObjectKind = 'standard' | 'custom' | 'setting' | 'event' | 'metadata';

const CUSTOM = /__(?:c|e|mdt|b|x)$/;

/** Fields that the platform gives to objects of each kind, besides those of every object. */
const PLATFORM_FIELDS: Readonly<Record<Exclude<ObjectKind, 'standard'>, readonly string[]>> = {
    custom: [
        'Name',
        'OwnerId',
        'RecordTypeId',
        'CurrencyIsoCode',
        'LastActivityDate',
        'LastReferencedDate',
        'LastViewedDate',
    ],
    setting: ['Name', 'SetupOwnerId'],
    event: ['ReplayId', 'EventUuid'],
    metadata: [
        'DeveloperName',
        'Label',
        'Language',
        'MasterLabel',
        'NamespacePrefix',
        'QualifiedApiName',
        'IsProtected',
    ],
};
const EVERYWHERE = [
    'Id',
    'IsDeleted',
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'SystemModstamp',
    // The pairs of a user and a date that layouts show as one.
    'CreatedBy',
    'LastModifiedBy',
];

/** By its suffix and, for a setting, by what its file says. */
export function kindOf(model: PackageModel, object: string): ObjectKind {
    if (object.endsWith('__e')) return 'event';
    if (object.endsWith('__mdt')) return 'metadata';
    if (!CUSTOM.test(object)) return 'standard';
    const definition = model.find('CustomObject', object);
    return definition !== undefined && textOf(definition.root, 'customSettingsType') !== '' ? 'setting' : 'custom';
}

export function objectExists(model: PackageModel, object: string): boolean {
    return CUSTOM.test(object) ? model.find('CustomObject', object) !== undefined : isKnownStandardObject(object);
}

/** True also for a standard object whose fields are not known here: what cannot be decided is not called a fault. */
export function fieldExists(model: PackageModel, object: string, field: string): boolean {
    if (model.find('CustomField', `${object}.${field}`) !== undefined) return true;
    if (/__c$/.test(field)) return false;
    const kind = kindOf(model, object);
    if (kind !== 'standard') return EVERYWHERE.includes(field) || PLATFORM_FIELDS[kind].includes(field);
    const known = findStandardObject(object);
    return known === undefined || EVERYWHERE.includes(field) || known.fields.some(({ name }) => name === field);
}

/** What a lookup or master-detail field points at; nothing where that is not one custom or standard object. */
export function targetOf(model: PackageModel, object: string, field: string): string | undefined {
    const definition = model.find('CustomField', `${object}.${field}`);
    const target = definition === undefined ? '' : textOf(definition.root, 'referenceTo');
    return target === '' ? undefined : target;
}
