import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';

interface FieldDescription {
    readonly name: string;
    /** A primitive, the name of an object, or of an object with `[]` for its rows. */
    readonly type: string;
    readonly category: 'REGULAR' | 'FOREIGN_KEY' | 'AGGREGATE';
}

export interface ObjectDescription {
    readonly name: string;
    readonly kind: string;
    readonly event: boolean;
    readonly fields: readonly FieldDescription[];
}

const KINDS: Readonly<Record<string, string>> = {
    hierarchySetting: 'HIERARCHY_CUSTOM_SETTING',
    listSetting: 'LIST_CUSTOM_SETTING',
    customMetadata: 'CUSTOM_METADATA_TYPE',
};

/** The objects of an org as SalesforceCompiler.java reads them, by name in lower case. */
export function describeObjects(objects: readonly SObjectTypeInfo[]): Record<string, ObjectDescription> {
    const known = new Set(objects.map(({ name }) => name));
    return Object.fromEntries(objects.map((object) => [object.name.toLowerCase(), describe(object, known)]));
}

function describe(object: SObjectTypeInfo, known: ReadonlySet<string>): ObjectDescription {
    const fields: FieldDescription[] = [];
    for (const field of object.fields) {
        // Address and Location have types of their own, of which no mutant speaks
        const type = field.apexType.startsWith('System.') ? 'Object' : field.apexType;
        fields.push({ name: field.name, type, category: 'REGULAR' });
        const name = field.custom ? field.name.replace(/__c$/, '__r') : field.relationshipName;
        if (name === null || field.referenceTo.length === 0 || name === field.name) continue;
        const [only, ...others] = field.referenceTo;
        const parent = others.length === 0 && only !== undefined && known.has(only) ? only : 'Name';
        fields.push({ name, type: known.has(parent) ? parent : 'SObject', category: 'FOREIGN_KEY' });
    }
    for (const { relationshipName, childObject } of object.childRelationships) {
        if (relationshipName !== null && known.has(childObject))
            fields.push({ name: relationshipName, type: `${childObject}[]`, category: 'AGGREGATE' });
    }
    return { name: object.name, kind: KINDS[object.kind] ?? 'OTHER', event: object.kind === 'platformEvent', fields };
}
