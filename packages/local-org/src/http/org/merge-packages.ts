import type { MetadataPackage, ObjectMetadata } from '../../metadata/model.ts';
import type { Deletions } from './deployed-source.ts';

type Lists = {
    [Key in keyof MetadataPackage]: MetadataPackage[Key] extends readonly unknown[] ? Key : never;
}[keyof MetadataPackage];

/** What identifies a component in its list. */
const KEYS: Partial<Record<Lists, (component: never) => string>> = {
    customMetadataRecords: ({ objectName, developerName }: { objectName: string; developerName: string }) =>
        `${objectName}.${developerName}`,
};

/** A deployment laid over what is there: components of the same name are replaced, objects gain their parts. */
export function mergePackages(base: MetadataPackage, overlay: MetadataPackage, deletions: Deletions): MetadataPackage {
    const merged: Record<string, unknown> = { ...base };
    for (const [key, list] of Object.entries(overlay)) {
        if (!Array.isArray(list)) continue;
        const identity = (KEYS[key as Lists] ?? nameOf) as (component: unknown) => string;
        const before = base[key as keyof MetadataPackage] as readonly unknown[];
        merged[key] =
            key === 'objects'
                ? mergeObjects(base.objects, overlay.objects)
                : replaceByName(before, list as readonly unknown[], identity);
    }
    const result = merged as unknown as MetadataPackage;
    return {
        ...result,
        classes: without(result.classes, deletions.classes),
        triggers: without(result.triggers, deletions.triggers),
    };
}

function mergeObjects(base: readonly ObjectMetadata[], overlay: readonly ObjectMetadata[]): ObjectMetadata[] {
    const objects = new Map(base.map((object) => [object.name.toLowerCase(), object]));
    for (const object of overlay) {
        const before = objects.get(object.name.toLowerCase());
        objects.set(object.name.toLowerCase(), before === undefined ? object : mergeObject(before, object));
    }
    return [...objects.values()];
}

/** A part of an object that comes alone says nothing of the object itself. */
function mergeObject(base: ObjectMetadata, overlay: ObjectMetadata): ObjectMetadata {
    const definition = overlay.nameField === null && overlay.label === null ? base : overlay;
    return {
        ...definition,
        fields: replaceByName(base.fields, overlay.fields, nameOf),
        recordTypes: replaceByName(base.recordTypes, overlay.recordTypes, nameOf),
        fieldSets: replaceByName(base.fieldSets, overlay.fieldSets, nameOf),
        validationRules: replaceByName(base.validationRules, overlay.validationRules, nameOf),
        listViews: [...new Set([...base.listViews, ...overlay.listViews])],
    };
}

function replaceByName<Component>(
    base: readonly Component[],
    overlay: readonly Component[],
    identity: (component: Component) => string,
): Component[] {
    const all = new Map(base.map((component) => [identity(component).toLowerCase(), component]));
    for (const component of overlay) all.set(identity(component).toLowerCase(), component);
    return [...all.values()];
}

function nameOf(component: unknown): string {
    return (component as { readonly name: string }).name;
}

function without<Component extends { readonly name: string }>(
    components: readonly Component[],
    names: readonly string[],
): readonly Component[] {
    const gone = new Set(names.map((name) => name.toLowerCase()));
    return components.filter(({ name }) => !gone.has(name.toLowerCase()));
}
