import {
    ApexList,
    ApexMap,
    ApexObject,
    ApexSet,
    apexToString,
    type ClassDescriptor,
    type FieldDescriptor,
    populatedEntries,
    type RuntimeType,
    serialize,
    SObject,
} from '@sw-studio/apex/runtime';
import { annotationOf } from '../annotations.ts';

/**
 * An Apex value as a Lightning component gets it: records are their fields alone, child records a list; of objects only what
 * is `@AuraEnabled` goes out, in declaration order, and without nulls (Lightning Web Components Developer Guide, "Returning Data
 * from an Apex Server-Side Controller").
 *
 * @throws System.JSONException for values that have no JSON form
 */
export function auraValue(value: unknown): unknown {
    if (value === null || value === undefined || typeof value !== 'object') {
        return typeof value === 'bigint' ? Number(value) : (value ?? null);
    }
    if (value instanceof ApexList) return value.items.map(auraValue);
    if (value instanceof ApexSet) return value.values().map(auraValue);
    if (value instanceof ApexMap)
        return objectOf([...value.store.entries].map(([key, item]) => [apexToString(key), item]));
    if (value instanceof SObject) return objectOf(presentEntries(populatedEntries(value)));
    if (value instanceof ApexObject) return objectOf(presentEntries(enabledEntries(value)));
    return JSON.parse(serialize(value, { suppressNulls: true })) as unknown;
}

function objectOf(entries: readonly (readonly [name: string, value: unknown])[]): Record<string, unknown> {
    return Object.fromEntries(entries.map(([name, value]) => [name, auraValue(value)]));
}

function presentEntries(entries: Iterable<readonly [string, unknown]>): (readonly [string, unknown])[] {
    return [...entries].filter(([, value]) => value !== null && value !== undefined);
}

function* enabledEntries(object: ApexObject): Generator<readonly [string, unknown]> {
    for (const field of membersOf(object.$type)) {
        if (annotationOf(field.annotations, 'auraenabled') !== undefined) yield [field.name, field.get(object)];
    }
}

function membersOf(type: RuntimeType): readonly FieldDescriptor[] {
    const { superclass, fields = [] } = type as Partial<ClassDescriptor>;
    return [...(superclass ? membersOf(superclass) : []), ...fields.filter((field) => !field.static)];
}
