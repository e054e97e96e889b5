import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { MetadataPackage, ObjectMetadata, SkippedComponent } from '../metadata/model.ts';
import type { PrefixFamily } from './key-prefixes.ts';
import { namespaceOf, qualify, splitCustomName } from './names.ts';
import { findStandardObject } from './standard-objects/index.ts';

/** What one package says of an object. */
export interface ObjectPart {
    readonly namespace: string;
    readonly metadata: ObjectMetadata;
}

/** A custom object, or a standard object that packages extend. */
export interface ObjectSource {
    /** Full API name. */
    readonly name: string;
    readonly kind: SObjectTypeInfo['kind'];
    /** Null for standard objects. */
    readonly definition: ObjectPart | null;
    readonly extensions: readonly ObjectPart[];
}

/** Custom fields of `Activity` belong to both of the objects that share it. */
const ACTIVITY_OBJECTS = ['Task', 'Event'];

const UNSUPPORTED_SUFFIXES: Readonly<Record<string, string>> = {
    b: 'big objects are not supported',
    x: 'external objects are not supported',
    kav: 'knowledge articles are not supported',
    xo: 'external objects are not supported',
};

/** Gathers the objects of all packages; what cannot be an object of this org is listed with its reason. */
export function gatherObjects(packages: readonly MetadataPackage[]): {
    readonly sources: ReadonlyMap<string, ObjectSource>;
    readonly skipped: readonly SkippedComponent[];
} {
    const sources = new Map<string, ObjectSource>();
    const skipped: SkippedComponent[] = [];
    const parts = packages.flatMap(({ namespace, objects }) => objects.map((metadata) => ({ namespace, metadata })));
    for (const part of parts.filter(isDefinition)) {
        const name = qualify(part.metadata.name, part.namespace);
        const reason = UNSUPPORTED_SUFFIXES[splitCustomName(name)?.suffix ?? ''];
        if (reason === undefined)
            sources.set(name.toLowerCase(), { name, kind: kindOf(part.metadata), definition: part, extensions: [] });
        else skipped.push(skip(part, reason));
    }
    for (const part of parts.filter((candidate) => !isDefinition(candidate))) {
        for (const name of extendedObjects(part)) {
            const key = name.toLowerCase();
            const known = sources.get(key) ?? standardSource(name);
            if (known === undefined) skipped.push(skip(part, `the org has no object ${name} that it could extend`));
            else sources.set(key, { ...known, extensions: [...known.extensions, part] });
        }
    }
    return { sources, skipped };
}

/** Custom objects are defined in the package of their own namespace; everything else extends. */
function isDefinition({ metadata, namespace }: ObjectPart): boolean {
    const custom = splitCustomName(metadata.name);
    if (custom === undefined || (custom.namespace !== '' && custom.namespace.toLowerCase() !== namespace.toLowerCase()))
        return false;
    // A folder with nothing but fields belongs to an object that another package brought.
    return metadata.label !== null || metadata.nameField !== null || metadata.customSettingsType !== null;
}

function extendedObjects({ metadata, namespace }: ObjectPart): readonly string[] {
    if (metadata.name.toLowerCase() === 'activity') return ACTIVITY_OBJECTS;
    return [namespaceOf(metadata.name) === '' ? qualify(metadata.name, namespace) : metadata.name];
}

function standardSource(name: string): ObjectSource | undefined {
    const standard = findStandardObject(name);
    return standard && { name: standard.name, kind: 'object', definition: null, extensions: [] };
}

function kindOf({ name, customSettingsType }: ObjectMetadata): SObjectTypeInfo['kind'] {
    if (customSettingsType === 'Hierarchy') return 'hierarchySetting';
    if (customSettingsType === 'List') return 'listSetting';
    const suffix = splitCustomName(name)?.suffix.toLowerCase();
    if (suffix === 'mdt') return 'customMetadata';
    return suffix === 'e' ? 'platformEvent' : 'object';
}

export function prefixFamily(kind: SObjectTypeInfo['kind']): PrefixFamily {
    if (kind === 'customMetadata') return 'm';
    return kind === 'platformEvent' ? 'e' : 'a';
}

function skip({ metadata }: ObjectPart, reason: string): SkippedComponent {
    return { type: 'CustomObject', name: metadata.name, file: metadata.file, reason };
}
