import { childField } from './child-field.ts';
import { keptObjectFiles } from './kept-objects.ts';
import { packageOf, memberName } from './apex-notation.ts';
import type { ReflectedField, ReflectedType } from './reflected-type.ts';

/**
 * One standard object, as the platform types have it.
 *
 * A field is `Type Name`, or `Type Name RelationshipName Target` for a reference (target `*` when it is polymorphic).
 * A child relationship is `RelationshipName ChildObject ChildField`.
 */
export interface ObjectRow {
    readonly fields: readonly string[];
    readonly children?: readonly string[];
}

export interface ObjectTables {
    /** Rows by file, then by object name. */
    readonly files: ReadonlyMap<string, Record<string, ObjectRow>>;
    /** All sObject names of the platform. */
    readonly allNames: readonly string[];
    /** Kept objects by name, with their file. */
    readonly index: Readonly<Record<string, string>>;
    /** Child relationships whose field cannot be told: child-field.ts must name it. */
    readonly unresolved: readonly string[];
}

const SOBJECTS = 'com.nawforce.runforce.SObjects.';
const TOKENS = new Set(['SObjectType', 'Fields']);

export function objectTables(types: readonly ReflectedType[]): ObjectTables {
    const objects = new Map<string, ReflectedType>();
    for (const type of types) {
        if (packageOf(type.name) === 'SObjects') objects.set(memberName(type.name.slice(SOBJECTS.length)), type);
    }
    const allNames = [...objects.keys()].toSorted();
    const kept = keptObjectFiles(new Set(allNames));
    const files = new Map<string, Record<string, ObjectRow>>();
    const index: Record<string, string> = {};
    const unresolved: string[] = [];
    for (const [name, file] of [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const type = objects.get(name);
        if (type === undefined) continue;
        const fields = fieldSignatures(type);
        const children: string[] = [];
        for (const field of type.fields) {
            const child = childObject(field);
            if (child === undefined || !kept.has(child) || isPersonAccountRelationship(name, field)) continue;
            const relationship = memberName(field.name);
            const via = childField(name, relationship, child, fieldSignatures(objects.get(child)));
            if (via === undefined) unresolved.push(`${name}.${relationship} -> ${child}`);
            else children.push(`${relationship} ${child} ${via}`);
        }
        const rows = files.get(file) ?? {};
        rows[name] = children.length === 0 ? { fields } : { fields, children };
        files.set(file, rows);
        index[name] = file;
    }
    return { files, allNames, index, unresolved };
}

function childObject(field: ReflectedField): string | undefined {
    return field.type.startsWith(SOBJECTS) && field.type.endsWith('[]')
        ? field.type.slice(SOBJECTS.length, -2)
        : undefined;
}

/** The object a relationship field leads to: `*` for any object, undefined for a field that holds a value. */
function relationshipTarget(field: ReflectedField): string | undefined {
    if (field.type === 'com.nawforce.runforce.System.SObject' || field.type === `${SOBJECTS}Name`) return '*';
    if (!field.type.startsWith(SOBJECTS) || field.type.endsWith('[]')) return undefined;
    const target = field.type.slice(SOBJECTS.length);
    return target === 'Address' ? undefined : target;
}

/** The contact side of a person account shows on Account as `PersonAssets`, `PersonOpenActivities`; no Contact, no field. */
function isPersonAccountRelationship(object: string, field: ReflectedField): boolean {
    return object === 'Account' && field.name.startsWith('Person');
}

/** Fields in the order of the platform types, each reference together with its relationship. */
function fieldSignatures(type: ReflectedType | undefined): string[] {
    const fields = (type?.fields ?? []).filter((field) => !field.static && childObject(field) === undefined);
    const values = new Map<string, string>();
    const relationships: { name: string; target: string }[] = [];
    for (const field of fields) {
        const name = memberName(field.name);
        const target = relationshipTarget(field);
        if (TOKENS.has(name)) continue;
        if (target !== undefined) relationships.push({ name, target });
        else values.set(name, `${valueType(field.type)} ${name}`);
    }
    for (const { name, target } of relationships) {
        const id = `${name}Id`;
        const value = values.get(id);
        if (value !== undefined) values.set(id, `${value} ${name} ${target}`);
        // A geolocation is typed as the object Location, and has no id field.
        else if (target === 'Location') values.set(name, `Location ${name}`);
        else throw new Error(`${type?.name}.${name}: a relationship without ${id}`);
    }
    return [...values.values()];
}

function valueType(javaType: string): string {
    if (javaType === 'java.lang.Object') return 'Object';
    return javaType.slice(javaType.lastIndexOf('.') + 1);
}
